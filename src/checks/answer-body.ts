/**
 * An answer's body, read once for all checks: as JSON where its media type says so, else as text
 * or bytes. What claims to be JSON and is not is `unparsable`, with the parser's reason.
 */
import type { Answer } from '../transport/exchange.ts';
import { strictUtf8 } from '../wire/body-text.ts';
import { isJson } from '../wire/media-type.ts';
import { headerLines } from './header-lines.ts';

export type AnswerBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes' }
  | { readonly kind: 'unparsable'; readonly why: string; readonly text: string };

const LENIENT_UTF8 = new TextDecoder('utf-8');

interface Known {
  readonly isJson: boolean;
  readonly read: AnswerBody;
}

/** The same bytes may come with many answers. */
const known = new WeakMap<Uint8Array, Known>();

const NO_BODY: AnswerBody = { kind: 'none' };

/** @returns the body by its Content-Type; `none` for zero bytes. The same object for the same bytes, which must not change. */
export function readAnswerBody(answer: Answer): AnswerBody {
  const { body } = answer;
  if (body.byteLength === 0) return NO_BODY;
  const contentType = headerLines(answer, 'content-type')[0];
  const saysJson = contentType !== undefined && isJson(contentType);
  const before = known.get(body);
  if (before?.isJson === saysJson) return before.read;
  const read = saysJson ? parseJson(body) : readText(body);
  known.set(body, { isJson: saysJson, read });
  return read;
}

function readText(body: Uint8Array): AnswerBody {
  const text = strictUtf8(body);
  return text === undefined ? { kind: 'bytes' } : { kind: 'text', text };
}

function parseJson(body: Uint8Array): AnswerBody {
  const text = strictUtf8(body);
  if (text === undefined) {
    const lossy = LENIENT_UTF8.decode(body);
    return { kind: 'unparsable', why: 'it is not valid UTF-8 (RFC 8259, 8.1)', text: lossy };
  }
  try {
    return { kind: 'json', value: JSON.parse(text) as unknown };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: 'unparsable', why, text };
  }
}
