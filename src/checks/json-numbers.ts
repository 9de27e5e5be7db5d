/**
 * The numbers of a JSON text as they are written. A parser turns them into doubles, which is what
 * integer-precision asks about, so the digits themselves have to be looked at.
 */
import { placeBelow } from '../spec/place.ts';

export interface WrittenNumber {
  /** JSON pointer. */
  readonly pointer: string;
  /** Of its member or item. */
  readonly name: string;
  readonly literal: string;
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{},:]|-?\d[\d.eE+-]*|[a-z]+/g;

/** A number of fewer digits is held by any double; most texts have none of more. */
const MANY_DIGITS = /(?:^|[:,[\s])-?(?:\d{16}|\d[\d.]*[eE]\+?\d)/;

interface Level {
  readonly pointer: string;
  readonly isArray: boolean;
  index: number;
  name: string;
  expectsName: boolean;
}

/** @returns them in order; none for a text that is no JSON or has no number of many digits. */
export function writtenNumbers(text: string): readonly WrittenNumber[] {
  if (!MANY_DIGITS.test(text)) return [];
  const numbers: WrittenNumber[] = [];
  const levels: Level[] = [];
  const here = (): { readonly pointer: string; readonly name: string } => {
    const level = levels.at(-1);
    if (level === undefined) return { pointer: '', name: '' };
    const name = level.isArray ? String(level.index) : level.name;
    return { pointer: placeBelow(level.pointer, name), name };
  };
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') levels.push(opened(token === '[', here().pointer));
    else if (token === '}' || token === ']') levels.pop();
    else if (/^-?\d/.test(token)) numbers.push({ ...here(), literal: token });
    else step(levels.at(-1), token);
  }
  return numbers;
}

function opened(isArray: boolean, pointer: string): Level {
  return { pointer, isArray, index: 0, name: '', expectsName: !isArray };
}

function step(level: Level | undefined, token: string): void {
  if (level === undefined) return;
  if (token === ',') {
    level.index += 1;
    level.expectsName = !level.isArray;
  } else if (token === ':') level.expectsName = false;
  else if (level.expectsName && token.startsWith('"')) level.name = JSON.parse(token) as string;
}

/** @returns the integer that the literal writes, exactly; undefined for a fraction. */
export function exactInteger(literal: string): bigint | undefined {
  const match = /^(-?\d+)(?:\.(\d+))?(?:[eE]\+?(\d{1,3}))?$/.exec(literal);
  if (match === null) return undefined;
  const [, whole = '', fraction = '', exponent = '0'] = match;
  const shift = Number(exponent) - fraction.length;
  const digits = BigInt(whole + fraction);
  if (shift >= 0) return digits * 10n ** BigInt(shift);
  const divisor = 10n ** BigInt(-shift);
  return digits % divisor === 0n ? digits / divisor : undefined;
}

/** @returns whether a double holds exactly that integer. */
export function fitsDouble(integer: bigint): boolean {
  const double = Number(integer);
  return Number.isFinite(double) && BigInt(double) === integer;
}
