/**
 * Undoes the content codings of an answer (RFC 9110, 8.4) within a bound: a few kilobytes may
 * unfold into gigabytes. Done here and not by undici, whose interceptor has no bound.
 */
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { Answer, TransportFault } from './exchange.ts';
import { fault } from './fault.ts';

/** The answer with its body as it was before it was encoded; or why that can't be had. */
export function decoded(answer: Answer, maxBytes: number): Answer | TransportFault {
  const codings = codingsOf(answer);
  if (codings.length === 0 || answer.body.byteLength === 0) return answer;
  let body = answer.body;
  // The last named was applied last.
  for (const coding of codings.toReversed()) {
    const decode = DECODERS.get(coding);
    if (decode === undefined)
      return fault(
        'undecodable',
        `The Content-Encoding ${JSON.stringify(coding.slice(0, 40))} is not known.`,
      );
    try {
      body = decode(body, { maxOutputLength: maxBytes });
    } catch (error) {
      return decodingFault(error, coding, maxBytes);
    }
  }
  return { ...answer, body };
}

type Decode = (body: Uint8Array, bound: { readonly maxOutputLength: number }) => Uint8Array;

/** Meant to be wrapped by zlib (RFC 1950), but many send it bare; the first byte tells. */
const inflateEither: Decode = (body, bound) =>
  ((body[0] ?? 0) & 0x0f) === 8 ? inflateSync(body, bound) : inflateRawSync(body, bound);

const DECODERS: ReadonlyMap<string, Decode> = new Map<string, Decode>([
  ['gzip', gunzipSync],
  ['x-gzip', gunzipSync],
  ['deflate', inflateEither],
  ['br', brotliDecompressSync],
]);

function codingsOf({ headers }: Answer): readonly string[] {
  let codings: readonly string[] = [];
  for (const [name, value] of headers)
    if (name.length === 16 && name.toLowerCase() === 'content-encoding')
      codings = [...codings, ...value.toLowerCase().split(',')];
  return codings.map((coding) => coding.trim()).filter((c) => c !== '' && c !== 'identity');
}

function decodingFault(error: unknown, coding: string, maxBytes: number): TransportFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return code === 'ERR_BUFFER_TOO_LARGE'
    ? fault('too-large', `The body of the answer passes ${String(maxBytes)} bytes once decoded.`)
    : fault('undecodable', `The body is not what its Content-Encoding ${coding} says (${code}).`);
}
