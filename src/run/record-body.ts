/**
 * A body as the log keeps it: redacted, as text where it is UTF-8, a long one cut with its length
 * and hash.
 */
import { createHash } from 'node:crypto';
import type { Redactor } from '../transport/redaction.ts';
import { strictUtf8 } from '../wire/body-text.ts';
import type { BodyRecord } from './events.ts';

/** Bytes of a body beyond which the log keeps the beginning only. */
const MAX_LOGGED_BYTES = 16 * 1024;

/** @param whole keeps a body of any size @returns null for no bytes */
export function recordBody(
  body: Uint8Array | undefined,
  redactor: Redactor,
  whole: boolean,
): BodyRecord | null {
  if (body === undefined || body.byteLength === 0) return null;
  const bytes = body.byteLength;
  const isCut = !whole && bytes > MAX_LOGGED_BYTES;
  const shared = isCut ? { bytes, sha256: sha256(body) } : { bytes };
  const text = strictUtf8(body);
  if (text === undefined) {
    const kept = isCut ? body.subarray(0, MAX_LOGGED_BYTES) : body;
    // Bytes that are no text may still hold a secret: they are searched as latin1.
    const latin1 = Buffer.from(kept).toString('latin1');
    const safe = isCut ? redactor.excerpt(latin1) : redactor.text(latin1);
    return {
      encoding: 'base64',
      content: Buffer.from(safe, 'latin1').toString('base64'),
      ...shared,
    };
  }
  // Redacted before it is cut, so that no half of a secret is left at the edge.
  const safe = redactor.text(text);
  return { encoding: 'text', content: isCut ? safe.slice(0, MAX_LOGGED_BYTES) : safe, ...shared };
}

function sha256(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}
