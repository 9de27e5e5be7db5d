/**
 * Breaks what is asked of numbers, by as little as it takes (JSON Schema Validation 2020-12,
 * section 6.2).
 */
import { decimalOf } from '../canon/decimal.ts';
import type { Attempt, AttemptContext } from './attempt.ts';
import { breaking } from './besides.ts';
import { show } from './show.ts';
import type { Spot } from './spot.ts';

const BOUNDS = [
  ['minimum', -1, 'below its minimum of'],
  ['exclusiveMinimum', 0, 'not above'],
  ['maximum', 1, 'above its maximum of'],
  ['exclusiveMaximum', 0, 'not below'],
] as const;

/** @returns an attempt per bound, and one for the divisor. */
export function* numberAttempts(context: AttemptContext): Iterable<Attempt> {
  const { node, spot } = context;
  if (typeof spot.value !== 'number') return;
  for (const [keyword, direction, phrase] of BOUNDS) {
    const limit = node.keywords[keyword];
    if (limit === undefined) continue;
    yield {
      keyword,
      values: () => past(limit, direction, spot),
      literals: breaking(context, keyword),
      tell: (value) => `is ${show(value)}, ${phrase} ${String(limit)}`,
    };
  }
  const { multipleOf } = node.keywords;
  if (multipleOf === undefined) return;
  const { value } = spot;
  yield {
    keyword: 'multipleOf',
    values: () => [value + 1, value - 1, value + multipleOf / 2, value - multipleOf / 2],
    literals: breaking(context, 'multipleOf'),
    tell: (changed) => `is ${show(changed)}, no multiple of ${String(multipleOf)}`,
  };
}

/** @returns the bound itself where it is outside, else the next values on the far side. */
function past(limit: number, direction: -1 | 0 | 1, spot: Spot): readonly number[] {
  const steps = spot.applied.flatMap(({ keywords }) => keywords.multipleOf ?? []);
  if (direction === 0) return [limit];
  const next = limit + direction * Math.abs(limit) * 2 ** -52;
  const sizes = [...steps, ...(isWhole(spot) ? [1] : [unitAt(limit), 1])];
  const values = sizes.map((size) => Number((limit + direction * size).toPrecision(15)));
  return [...values, next].filter((value) => Number.isFinite(value) && value !== limit);
}

/** @returns whether only whole numbers are taken. */
export function isWhole({ applied }: Spot): boolean {
  return applied.some(({ keywords: { type, format } }) => {
    const isInteger = type?.includes('integer') === true && !type.includes('number');
    return isInteger || format === 'int32' || format === 'int64';
  });
}

/** @returns one unit of the bound's last decimal, a tenth at most. */
export function unitAt(limit: number): number {
  return 10 ** -Math.max(1, decimalOf(limit).scale);
}
