/**
 * A request and an answer as plain data. The server is a function from one to the other, so that a
 * fault can change either without knowing anything of sockets.
 */
export type HeaderField = readonly [name: string, value: string];

export interface Request {
  readonly kind: 'request';
  readonly method: string;
  /** Path and query as they stood in the request line. */
  readonly target: string;
  readonly headers: readonly HeaderField[];
  readonly body: Buffer;
}

export interface Reply {
  readonly kind: 'reply';
  readonly status: number;
  readonly headers: readonly HeaderField[];
  readonly body: Buffer;
}

export const EMPTY = Buffer.alloc(0);

/** @returns the values of a header, in order. */
export function headerLines(
  { headers }: Pick<Request | Reply, 'headers'>,
  name: string,
): readonly string[] {
  const wanted = name.toLowerCase();
  return headers.filter(([other]) => other.toLowerCase() === wanted).map(([, value]) => value);
}

/** @returns the header's lines as one value; undefined when it is not there. */
export function headerOf(
  message: Pick<Request | Reply, 'headers'>,
  name: string,
): string | undefined {
  const lines = headerLines(message, name);
  return lines.length === 0 ? undefined : lines.join(', ');
}

/** @returns the message with the header set to one value, or without it. */
export function withHeader<M extends Request | Reply>(
  message: M,
  name: string,
  value: string | undefined,
): M {
  const others = message.headers.filter(([other]) => other.toLowerCase() !== name.toLowerCase());
  return { ...message, headers: value === undefined ? others : [...others, [name, value]] };
}

/** @returns an answer with a text body. */
export function reply(status: number, headers: readonly HeaderField[] = [], body = ''): Reply {
  return { kind: 'reply', status, headers, body: Buffer.from(body, 'utf8') };
}

/** @returns the path of a target, still encoded, and its query without the question mark. */
export function splitTarget(target: string): { readonly path: string; readonly query: string } {
  const mark = target.indexOf('?');
  if (mark < 0) return { path: target, query: '' };
  return { path: target.slice(0, mark), query: target.slice(mark + 1) };
}
