/**
 * A description as the rest of the house sees it: operations with their parts resolved one level
 * deep, schemas left where they stand. Nothing is bundled or dereferenced, so every part keeps its
 * own place (OAS 3.1.0, section 4).
 */
import type { Documents } from './documents.ts';
import type { Place } from './place.ts';
import type { Problem } from './problem.ts';

export interface Api {
  readonly title: string;
  readonly version: string;
  /** The OpenAPI line the root document follows; 3.1 schemas are draft 2020-12. */
  readonly dialect: Dialect;
  /** The path or URL it was read from, as given. */
  readonly source: string;
  /** Server URLs with their variables' defaults filled in; relative ones as written. */
  readonly servers: readonly string[];
  /** In document order. */
  readonly operations: readonly Operation[];
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  readonly problems: readonly Problem[];
  readonly documents: Documents;
}

export type Dialect = 'openapi-3.0' | 'openapi-3.1';

export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS' | 'HEAD' | 'PATCH' | 'TRACE';

export interface Operation {
  /** The operationId, or `METHOD /path` where there is none (or it is taken). */
  readonly id: string;
  readonly method: Method;
  /** The path template as written, such as `/pets/{petId}`. */
  readonly path: string;
  readonly summary: string | undefined;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
  /** Path item's and operation's own, the latter winning; header parameters that OAS ignores (Accept, Content-Type, Authorization) are left out. */
  readonly parameters: readonly Parameter[];
  readonly requestBody: RequestBody | undefined;
  readonly responses: readonly ResponseObject[];
  /** Alternatives; each names schemes that are needed together. Empty: no security at all. */
  readonly security: readonly SecurityRequirement[];
  /** Its own or its path item's, in place of {@link Api.servers}; absent when those hold. */
  readonly servers?: readonly string[];
  readonly place: Place;
}

export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie';

export type ParameterStyle =
  'matrix' | 'label' | 'form' | 'simple' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject';

export interface Parameter {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly required: boolean;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** Absent when `content` stands instead, or when the schema could not be resolved. */
  readonly schema: SchemaAt | undefined;
  readonly content: MediaType | undefined;
  readonly examples: readonly Example[];
  readonly enforced: boolean;
  /** False for a placeholder of the path that no Parameter Object declares. */
  readonly declared: boolean;
  readonly place: Place;
}

/** A schema where it stands; its `$ref`s are resolved by whoever walks it, with {@link Documents.resolve}. */
export interface SchemaAt {
  readonly schema: unknown;
  readonly dialect: Dialect;
  readonly place: Place;
}

export interface Example {
  readonly name: string;
  readonly value: unknown;
  readonly place: Place;
}

export interface RequestBody {
  readonly required: boolean;
  /** False where the description says that its absence is not refused (`x-enforced: false`). */
  readonly enforced: boolean;
  readonly content: readonly MediaType[];
  readonly place: Place;
}

export interface MediaType {
  /** The key as written: a media type or a range, such as `application/json` or `text/*`. */
  readonly type: string;
  readonly schema: SchemaAt | undefined;
  readonly examples: readonly Example[];
  readonly encoding: Readonly<Record<string, Encoding>>;
  readonly place: Place;
}

export interface Encoding {
  readonly contentType: string | undefined;
  readonly headers: readonly HeaderObject[];
  readonly style: ParameterStyle | undefined;
  readonly explode: boolean | undefined;
  readonly allowReserved: boolean;
}

export interface ResponseObject {
  /** `200`, a range such as `4XX`, or `default`. */
  readonly status: string;
  /** False when its `$ref` dangles: the status is declared, nothing else is known. */
  readonly known: boolean;
  readonly headers: readonly HeaderObject[];
  readonly content: readonly MediaType[];
  readonly links: readonly Link[];
  readonly place: Place;
}

export interface HeaderObject {
  readonly name: string;
  readonly required: boolean;
  readonly explode: boolean;
  readonly schema: SchemaAt | undefined;
  readonly content: MediaType | undefined;
  readonly place: Place;
}

export interface Link {
  readonly name: string;
  /** The id of an operation of this Api. */
  readonly operationId: string;
  /** Parameter name (or `in.name`) to a constant or a runtime expression (OAS 3.1.0, section 4.8.20.4). */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly requestBody: unknown;
  readonly place: Place;
}

/** Scheme name to the scopes asked for. */
export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;

export type SecurityScheme =
  | { readonly kind: 'http'; readonly scheme: string; readonly place: Place }
  | {
      readonly kind: 'apiKey';
      readonly in: 'query' | 'header' | 'cookie';
      readonly name: string;
      readonly place: Place;
    }
  | { readonly kind: 'oauth2' | 'openIdConnect' | 'mutualTLS'; readonly place: Place };
