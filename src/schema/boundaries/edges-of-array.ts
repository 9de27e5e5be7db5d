/**
 * Lists as short and as long as they may be (JSON Schema Validation 2020-12, section 6.4).
 */
import { isList } from '../json-value.ts';
import { grown, MOST_ITEMS } from '../violations/attempts-on-array.ts';
import { holds } from '../canon/literal.ts';
import { count } from '../violations/show.ts';
import type { Edge, EdgeContext } from './edge.ts';

/** @returns the edges of an array. */
export function* arrayEdges(context: EdgeContext): Iterable<Edge> {
  const { node, spot } = context;
  const { value } = spot;
  if (!isList(value)) return;
  const { minItems = 0, maxItems, type, items, prefixItems, contains } = node.keywords;
  const speaks = [type, items, prefixItems, contains, node.keywords.minItems].some(
    (keyword) => keyword !== undefined,
  );
  if (speaks) {
    const keyword = node.keywords.minItems === undefined ? 'type' : 'minItems';
    for (const length of [minItems, minItems + 1])
      yield ofLength(context, length, { keyword, value });
  }
  if (maxItems !== undefined && maxItems <= MOST_ITEMS)
    for (const length of [maxItems, maxItems - 1].filter((each) => each >= 0))
      yield ofLength(context, length, { keyword: 'maxItems', value });
}

function ofLength(
  context: EdgeContext,
  length: number,
  { keyword, value }: { keyword: string; value: readonly unknown[] },
): Edge {
  const { node, parts } = context;
  // Who says how many there may be has thought of none, too.
  const isMeant = keyword === 'type' && length === 0 && node.keywords.maxItems !== undefined;
  return {
    keyword,
    place: keyword in node.keywords ? node.placeOf(keyword) : node.place,
    tier: isMeant ? 'plain' : 'edge',
    values: () =>
      length <= value.length ? [value.slice(0, length)] : grown(context, value, length),
    literals: [
      holds(
        parts.some(node, `items ${String(length)}`, () => ({
          type: ['array'],
          minItems: length,
          maxItems: length,
        })),
      ),
    ],
    tell: (changed) => `has ${count(isList(changed) ? changed.length : length, 'item')}`,
  };
}
