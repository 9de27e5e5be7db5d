/**
 * Writes any text or bytes as one word of a POSIX shell that is safe to paste: nothing in it is
 * expanded, and nothing in it is a control character that a terminal would act on.
 */

/** The text as a word: bare where that is safe, else in single quotes. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : singleQuoted(text);
}

/** True when the text survives being pasted on one line between single quotes. */
export function isPasteable(text: string): boolean {
  return !/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\ufffd]/u.test(text);
}

/**
 * A printf command that writes exactly these bytes. Letters stay readable; control bytes and those
 * beyond ASCII are octal, which every shell's printf knows, unlike `$'…'` and `\x`.
 */
export function printfCommand(bytes: Uint8Array): string {
  const format = Array.from(bytes, formatByte).join('');
  // A dash in front would be taken for an option.
  return `printf ${singleQuoted(format.replace(/^-/, String.raw`\055`))}`;
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function formatByte(byte: number): string {
  if (byte === 0x25) return '%%';
  if (byte === 0x5c) return String.raw`\\`;
  // An interactive bash expands `!` between double quotes, even inside `$(…)`.
  if (byte >= 0x20 && byte < 0x7f && byte !== 0x21) return String.fromCharCode(byte);
  return `\\${byte.toString(8).padStart(3, '0')}`;
}
