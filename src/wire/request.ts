/**
 * A request before and after it is put into bytes: the values that an operation's parameters and
 * body take, and the prepared message that is sent (RFC 9112, section 3).
 */

/** What fills an operation's parameters and body, by location and name. */
export interface RequestValues {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly header: Readonly<Record<string, unknown>>;
  readonly cookie: Readonly<Record<string, unknown>>;
  /** Undefined sends no body and no Content-Type. */
  readonly body: BodyValue | undefined;
}

export interface BodyValue {
  /** The concrete media type that goes into Content-Type, without parameters such as boundary. */
  readonly mediaType: string;
  /** A JSON value for JSON media types; an object for forms; text or bytes for the rest. Bytes go out as they are for any media type. */
  readonly value: unknown;
  /** Multipart only. */
  readonly partHeaders?: PartHeaders;
}

/** Property name to the values of the headers that its parts have, by name. */
export type PartHeaders = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A request as its bytes will be, but for the target's own base path and host. */
export interface PreparedRequest {
  readonly method: string;
  /** Path and query below the base URL, percent-encoded, beginning with a slash. */
  readonly target: string;
  /** In the order sent; names as written; no Host and no Content-Length (transport adds both). */
  readonly headers: readonly HeaderField[];
  readonly body: Uint8Array | undefined;
}

export type HeaderField = readonly [name: string, value: string];

/** No parameter and no body: where values are built up from. */
export const NO_VALUES: RequestValues = {
  path: {},
  query: {},
  header: {},
  cookie: {},
  body: undefined,
};
