/**
 * A regular expression source that finds a text however it was escaped on its way: percent- and
 * form-encoding, JSON and JavaScript strings, HTML and XML, UTF-8 read as Latin-1, and any of these
 * inside another. One alternative a character, instead of one a spelling of the whole, keeps the
 * expression a single pass; and without repetitions no hostile answer can make it slow.
 */

/** The sources of an expression for the text, one a character; ASCII letters and digits stand for themselves. */
export function encodedPatterns(text: string): readonly string[] {
  return Array.from(text.matchAll(/\\+|[\s\S]/gu), ([run]) =>
    run.startsWith('\\') ? backslashes(run.length) : characterPattern(run, NESTING),
  );
}

/** The same for base64, whose two odd letters differ in URLs and whose padding may be missing. */
export function encodedBase64Patterns(base64: string): readonly string[] {
  return Array.from(base64, (letter) => {
    const pattern = characterPattern(letter, NESTING);
    if (letter === '=') return `(?:${pattern})?`;
    if (letter === '+') return `(?:${pattern}|-)`;
    return letter === '/' ? `(?:${pattern}|_)` : pattern;
  });
}

/** A value escaped for one format is at times escaped again for the one that carries it. */
const NESTING = 2;

/** Each escaping doubles a backslash. A run has one quantifier: several in a row would try all ways to share it out. */
function backslashes(count: number): string {
  const doubled = `\\\\{${String(count)},${String(count * 2 ** NESTING)}}`;
  return `(?:(?:${escaped('\\', NESTING)}){${String(count)}}|${doubled})`;
}

function characterPattern(character: string, nesting: number): string {
  if (/^[A-Za-z0-9]$/.test(character)) return character;
  const literal = character.replace(/[$()*+.?[\\\]^{|}/-]/, String.raw`\$&`);
  // The longer spellings first: a percent sign at the end must not leave the 25 of its escape behind.
  return nesting === 0 ? literal : `(?:${escaped(character, nesting)}|${literal})`;
}

/** The alternatives to the character itself; hexadecimal digits in either case. */
function escaped(character: string, nesting: number): string {
  return escapes(character)
    .map((escape) =>
      Array.from(escape, (part) =>
        /[a-f]/.test(part) ? `[${part}${part.toUpperCase()}]` : characterPattern(part, nesting - 1),
      ).join(''),
    )
    .join('|');
}

/** Every way of writing a character that we know of, hexadecimal digits in lower case. */
function escapes(character: string): readonly string[] {
  const code = character.codePointAt(0) ?? 0;
  const utf8 = Buffer.from(character, 'utf8');
  const afterBackslash = AFTER_BACKSLASH.get(character);
  const entity = ENTITIES.get(character);
  return [
    percent(utf8),
    Array.from(
      { length: character.length },
      (_, unit) => String.raw`\u${hex(character.charCodeAt(unit), 4)}`,
    ).join(''),
    `&#${String(code)};`,
    `&#${String(code).padStart(3, '0')};`,
    `&#x${hex(code, 1)};`,
    ...(afterBackslash === undefined ? [] : [`\\${afterBackslash}`]),
    ...(entity === undefined ? [] : [`&${entity};`]),
    ...(character === ' ' ? ['+'] : []),
    // Taken for Latin-1, as in header values and in bodies that are looked at bytewise.
    ...(code > 0x7f ? [utf8.toString('latin1')] : []),
    ...(code > 0x7f && code <= 0xff ? [percent(Buffer.of(code))] : []),
  ];
}

/** What JSON, JavaScript, C and PHP write after a backslash. */
const AFTER_BACKSLASH: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['/', '/'],
  ['$', '$'],
  ['\\', '\\'],
  ['\b', 'b'],
  ['\f', 'f'],
  ['\n', 'n'],
  ['\r', 'r'],
  ['\t', 't'],
]);

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', 'amp'],
  ['<', 'lt'],
  ['>', 'gt'],
  ['"', 'quot'],
  ["'", 'apos'],
]);

const percent = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => `%${hex(byte, 2)}`).join('');

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
