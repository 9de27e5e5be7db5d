/**
 * Text to percent-encoded UTF-8 and back (RFC 3986, section 2). Neither way throws: a lone
 * surrogate has no UTF-8 form and goes out as U+FFFD, and a broken triplet is left as it stands.
 */

/** @returns the text with all but unreserved characters percent-encoded. @see RFC 3986, 2.3 */
export function encodeText(text: string): string {
  if (UNRESERVED.test(text)) return text;
  return encodeURIComponent(wellFormed(text)).replace(/[!'()*]/g, encodeAscii);
}

/**
 * @returns the text encoded for `allowReserved`: reserved characters stay, but for those that would
 * change how the query is taken apart (`#`, `&`, `+`, `[`, `]`) and the comma between items.
 */
export function encodeReserved(text: string): string {
  return encodeText(text).replace(/%(?:3A|2F|3F|40|21|24|27|28|29|2A|3B|3D)/g, decodeURIComponent);
}

/** @returns the text encoded as a form field: unreserved characters stay, a space is `+`. @see RFC 1866, 8.2.1 */
export function encodeFormText(text: string): string {
  return encodeText(text).replaceAll('%20', '+');
}

/** @returns the literal part of a path template with what may not stand in a path encoded; triplets stay. */
export function encodePathLiteral(text: string): string {
  return wellFormed(text).replace(/[^A-Za-z0-9\-._~!$&'()*+,;=:@/%?]/gu, (character) =>
    encodeURIComponent(character),
  );
}

/** @returns the text with its triplets decoded as UTF-8; a triplet that is no UTF-8 becomes U+FFFD. */
export function decodeText(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) =>
      Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
    );
  }
}

/** @returns a form field or query part decoded: `+` is a space. */
export function decodeFormText(text: string): string {
  return decodeText(text.includes('+') ? text.replaceAll('+', ' ') : text);
}

/** The text with each lone surrogate replaced by U+FFFD, which is what UTF-8 makes of it. */
function wellFormed(text: string): string {
  return LONE_SURROGATE.test(text) ? text.replace(/\p{Surrogate}/gu, '\uFFFD') : text;
}

const UNRESERVED = /^[A-Za-z0-9\-._~]*$/;
const LONE_SURROGATE = /\p{Surrogate}/u;

function encodeAscii(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
