/**
 * Text as a terminal may be given it. Answers are hostile: an escape sequence in one must not
 * colour, clear or retitle the terminal, nor may a bidirectional control reorder a line.
 */

/** C0 and C1 controls, DEL, line and paragraph separators, bidirectional controls, invisible ones, lone surrogates. */
const UNPRINTABLE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Cs}/gu;

/** @returns the text on one line, with what can't be shown written as `\n`, `\t` or `\u{…}`. */
export function printable(text: string): string {
  return text.replaceAll(UNPRINTABLE, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\t') return '\\t';
    if (character === '\r') return '\\r';
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  });
}
