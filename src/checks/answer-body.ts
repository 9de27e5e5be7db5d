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

/** @returns the body by its Content-Type; `none` for zero bytes. */
export function readAnswerBody(answer: Answer): AnswerBody {
  if (answer.body.byteLength === 0) return { kind: 'none' };
  const contentType = headerLines(answer, 'content-type')[0];
  if (contentType !== undefined && isJson(contentType)) return parseJson(answer.body);
  const text = strictUtf8(answer.body);
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
