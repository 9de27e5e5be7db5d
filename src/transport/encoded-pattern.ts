/**
 * A regular expression source that finds a text however it was escaped on its way: percent- and
 * form-encoding, JSON and JavaScript strings, HTML and XML, UTF-8 read as Latin-1, and these inside
 * one another. One alternative a character instead of one a spelling keeps the whole expression a
 * single pass; bounded repetitions keep it linear on hostile answers.
 */

/** The source of an expression for the text; letters and digits stand for themselves. */
export function encodedPattern(text: string): string {
  const parts: string[] = [];
  for (const [run] of text.matchAll(/\\+|[\s\S]/gu))
    parts.push(run.startsWith('\\') ? backslashes(run.length) : characterPattern(run));
  return parts.join('');
}

/** The same for base64, whose two odd letters differ in URLs and whose padding may be missing. */
export function encodedBase64Pattern(base64: string): string {
  const parts: string[] = [];
  for (const letter of base64)
    if (letter === '=') parts.push(`(?:${characterPattern('=')})?`);
    else if (letter === '+') parts.push(`(?:${characterPattern('+')}|-)`);
    else if (letter === '/') parts.push(`(?:${characterPattern('/')}|_)`);
    else parts.push(letter);
  return parts.join('');
}

/** Escaping doubles them, escaping twice quadruples them. One quantifier for a whole run: several in a row would backtrack without end. */
function backslashes(count: number): string {
  const escaped = `\\\\{${String(count)},${String(8 * count)}}`;
  const encoded = `(?:${percent('\\')}|${unicodeEscape('\\')}|${entity('\\')}){${String(count)}}`;
  return `(?:${escaped}|${encoded})`;
}

function characterPattern(character: string): string {
  if (/^[A-Za-z0-9]$/.test(character)) return character;
  const literal = character.replace(/[$()*+.?[\\\]^{|}/-]/, String.raw`\$&`);
  const escape = BACKSLASH_ESCAPES.get(character);
  return `(?:${[
    literal,
    ...(escape === undefined ? [] : [String.raw`\\{1,8}` + escape]),
    ...(character === ' ' ? [String.raw`\+`] : []),
    percent(character),
    unicodeEscape(character),
    entity(character),
    ...misread(character),
  ].join('|')})`;
}

/** What stands after the backslash in JSON, JavaScript, C and PHP. */
const BACKSLASH_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['/', String.raw`\/`],
  ['$', String.raw`\$`],
  ['\b', 'b'],
  ['\f', 'f'],
  ['\n', 'n'],
  ['\r', 'r'],
  ['\t', 't'],
]);

/** Its UTF-8 bytes, or its one byte in Latin-1; `%25` more for each time it was encoded again. */
function percent(character: string): string {
  const encoded = (bytes: Buffer): string =>
    [...bytes].map((byte) => `%(?:25){0,4}${anyCase(hex(byte, 2))}`).join('');
  const code = character.codePointAt(0) ?? 0;
  const utf8 = encoded(Buffer.from(character, 'utf8'));
  return code > 0x7f && code <= 0xff ? `${utf8}|${encoded(Buffer.of(code))}` : utf8;
}

function unicodeEscape(character: string): string {
  return character
    .split('')
    .map((unit) => String.raw`\\{1,8}u${anyCase(hex(unit.charCodeAt(0), 4))}`)
    .join('');
}

function entity(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const named = NAMED_ENTITIES.get(character);
  const numbers = `#(?:0{0,4}${String(code)}|[xX]0{0,4}${anyCase(hex(code, 1))})`;
  return `(?:&(?:amp;){0,4}|\\\\{1,8}u0026)(?:${numbers}${named === undefined ? '' : `|${named}`});`;
}

const NAMED_ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', 'amp'],
  ['<', 'lt'],
  ['>', 'gt'],
  ['"', 'quot'],
  ["'", 'apos'],
]);

/** UTF-8 taken for Latin-1, as in header values and in bodies that are looked at bytewise. */
function misread(character: string): readonly string[] {
  return character > '\x7f' ? [Buffer.from(character, 'utf8').toString('latin1')] : [];
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

const anyCase = (digits: string): string =>
  digits.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
