/** What the server knows of an operation: who may ask, what it reads, what it offers, what it does. */
import type { Json, JsonObject } from '../http/json.ts';
import type { HeaderField, Reply } from '../http/message.ts';
import { reply } from '../http/message.ts';
import { writeJson } from '../http/json.ts';
import type { Library } from '../library/library.ts';
import type { Rule } from '../rules/rule.ts';

/** How the text of a parameter or field becomes a value. */
export type Reading = 'text' | 'number' | 'boolean' | 'commas' | 'repeated' | 'json' | 'file';

export interface ParameterRule {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly reads: Reading | 'deepObject';
  readonly rule: Rule;
}

export type BodyRule =
  | { readonly kind: 'json'; readonly rule: Rule }
  | {
      readonly kind: 'form' | 'multipart';
      readonly fields: Readonly<Record<string, Reading>>;
      readonly rule: Rule;
    };

export type Scheme = 'reader' | 'desk';

export interface Call {
  readonly library: Library;
  /** By name, as the operation's own rules passed them; what was not sent is not there. */
  readonly given: JsonObject;
  readonly body: Json;
  /** Bytes of the body's files, by field. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** The media type that the answer is wanted in. */
  readonly offer: string;
}

export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Any of these will do; none for an operation open to all. */
  readonly asks: readonly Scheme[];
  readonly parameters: readonly ParameterRule[];
  readonly body?: BodyRule;
  /** Media types of the answer that carries what was asked for; none where there is no content. */
  readonly offers: readonly string[];
  readonly handle: (call: Call) => Reply;
}

export const JSON_TYPE = 'application/json';
export const BOTH: readonly Scheme[] = ['reader', 'desk'];

/** @returns an answer in JSON. */
export function jsonReply(
  status: number,
  value: Json,
  headers: readonly HeaderField[] = [],
): Reply {
  return reply(status, [['Content-Type', JSON_TYPE], ...headers], writeJson(value));
}

/** @returns an answer without content. */
export function noContent(): Reply {
  return reply(204);
}
