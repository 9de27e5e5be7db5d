/**
 * A strict JSON reader: UTF-8 only, no byte order mark, no lone surrogates, nesting bounded, integers
 * kept whole. Written by hand because JSON.parse rounds what it cannot hold (RFC 8259).
 */
import type { Json } from './json.ts';

/** What is wrong with a text that was to be JSON. */
export class JsonSyntaxError extends Error {
  override readonly name = 'JsonSyntaxError';
}

const MAX_DEPTH = 100;
const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
// Control characters must be escaped; what follows a backslash is checked by the pattern.
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SPACE = /[ \t\n\r]*/y;
const LITERALS = new Map<string, Json>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** @throws {JsonSyntaxError} the bytes are not one JSON text */
export function readJson(bytes: Uint8Array): Json {
  let text: string;
  try {
    text = STRICT_UTF8.decode(bytes);
  } catch {
    throw new JsonSyntaxError('The body is not UTF-8.');
  }
  const reader = new Reader(text);
  const value = reader.value(0);
  reader.end();
  return value;
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(depth: number): Json {
    if (depth > MAX_DEPTH) throw new JsonSyntaxError('The body nests too deep.');
    this.#take(SPACE);
    const value = this.#bare(depth);
    this.#take(SPACE);
    return value;
  }

  end(): void {
    if (this.#at < this.#text.length) this.#fail();
  }

  #bare(depth: number): Json {
    switch (this.#text[this.#at]) {
      case '{':
        return Object.fromEntries(this.#between('}', () => this.#member(depth)));
      case '[':
        return this.#between(']', () => this.value(depth + 1));
      case '"':
        return this.#string();
      case 't':
      case 'f':
      case 'n':
        return this.#literal();
      default:
        return this.#number();
    }
  }

  #between<T>(close: string, one: () => T): T[] {
    this.#at += 1;
    this.#take(SPACE);
    const items: T[] = [];
    if (this.#text[this.#at] === close) {
      this.#at += 1;
      return items;
    }
    for (;;) {
      items.push(one());
      const next = this.#text[this.#at];
      this.#at += 1;
      if (next === close) return items;
      if (next !== ',') this.#fail();
    }
  }

  #member(depth: number): [string, Json] {
    this.#take(SPACE);
    const name = this.#string();
    this.#take(SPACE);
    if (this.#text[this.#at] !== ':') this.#fail();
    this.#at += 1;
    return [name, this.value(depth + 1)];
  }

  #string(): string {
    const token = this.#take(STRING);
    if (token === undefined) return this.#fail();
    // The pattern has let through nothing but a JSON string.
    const value = JSON.parse(token) as string;
    if (!value.isWellFormed()) throw new JsonSyntaxError('A text holds half a character.');
    return value;
  }

  #literal(): Json {
    for (const [word, value] of LITERALS) {
      if (!this.#text.startsWith(word, this.#at)) continue;
      this.#at += word.length;
      return value;
    }
    return this.#fail();
  }

  #number(): Json {
    const token = this.#take(NUMBER);
    if (token === undefined) return this.#fail();
    const value = Number(token);
    return /^-?[0-9]+$/.test(token) && !Number.isSafeInteger(value) ? BigInt(token) : value;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const token = pattern.exec(this.#text)?.[0];
    this.#at += token?.length ?? 0;
    return token;
  }

  #fail(): never {
    throw new JsonSyntaxError(`The body is not JSON (at character ${String(this.#at)}).`);
  }
}
