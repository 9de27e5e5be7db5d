/** Bytes and texts turned into what they hold, without ever throwing: what can't be read stays what it was. */

/** @returns the bytes as UTF-8, without a byte order mark. */
export function utf8Text(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}

/** @returns the bytes as UTF-8 where they are that, else a character for each byte. */
export function bytesAsText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}

const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Several parts of a run read the same body; it is decoded for the first of them. */
const decoded = new WeakMap<Uint8Array, { readonly text: string | undefined }>();

/** @returns the bytes as UTF-8 without a byte order mark, or undefined where they are not that; the bytes must not change. */
export function strictUtf8(bytes: Uint8Array): string | undefined {
  const known = decoded.get(bytes);
  if (known !== undefined) return known.text;
  const text = decodeStrictly(bytes);
  decoded.set(bytes, { text });
  return text;
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return STRICT_UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** @returns the JSON value of a text, or the text itself when it is no JSON. */
export function parsedOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
