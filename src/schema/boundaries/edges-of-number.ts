/**
 * The ends of a number's range and the values next to them (JSON Schema Validation 2020-12, section
 * 6.2; the ranges of OpenAPI's formats).
 */
import { isWhole, unitAt } from '../violations/attempts-on-number.ts';
import { show } from '../violations/show.ts';
import type { Edge, EdgeContext } from './edge.ts';

const BOUNDS = [
  ['minimum', 1, [0, 1]],
  ['exclusiveMinimum', 1, [1, 2]],
  ['maximum', -1, [0, 1]],
  ['exclusiveMaximum', -1, [1, 2]],
] as const;

/** Beyond 2^53 not every whole number has a form of its own. */
const RANGES: ReadonlyMap<string, readonly number[]> = new Map([
  ['int32', [-(2 ** 31), 2 ** 31 - 1]],
  ['int64', [-(2 ** 53) + 1, 2 ** 53 - 1]],
]);

/** @returns the edges of a number. */
export function* numberEdges({ node, spot }: EdgeContext): Iterable<Edge> {
  if (typeof spot.value !== 'number') return;
  const { keywords } = node;
  for (const [keyword, direction, distances] of BOUNDS) {
    const limit = keywords[keyword];
    if (limit === undefined) continue;
    for (const distance of distances)
      yield {
        keyword,
        place: node.placeOf(keyword),
        tier: 'edge',
        values: () => inside(limit, direction * distance, spot),
        tell: (value) =>
          value === limit
            ? `is ${show(value)}, its ${keyword}`
            : `is ${show(value)}, next to its ${keyword} of ${String(limit)}`,
      };
  }
  const range = keywords.format === undefined ? undefined : RANGES.get(keywords.format);
  for (const end of range ?? [])
    yield {
      keyword: 'format',
      place: node.placeOf('format'),
      tier: 'edge',
      values: () => [end],
      tell: () => `is ${show(end)}, an end of ${keywords.format ?? 'its format'}`,
    };
  if (keywords.type === undefined || keywords.format !== undefined) return;
  yield {
    keyword: 'type',
    place: node.placeOf('type'),
    // Who says where numbers begin has thought of nothing, too.
    tier: keywords.minimum === undefined ? 'edge' : 'plain',
    values: () => [0],
    tell: () => 'is 0',
  };
}

function inside(limit: number, distance: number, spot: EdgeContext['spot']): readonly number[] {
  const steps = spot.applied.flatMap(({ keywords }) => keywords.multipleOf ?? []);
  const sizes = [...steps, isWhole(spot) ? 1 : unitAt(limit)];
  return sizes.map((size) => Number((limit + distance * size).toPrecision(15)));
}
