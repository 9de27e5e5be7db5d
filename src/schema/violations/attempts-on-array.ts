/**
 * Breaks what is asked of arrays as a whole: how many items, that none is twice, and what must be
 * among them (JSON Schema Validation 2020-12, section 6.4; Core, section 10.3.1).
 */
import { holds } from '../canon/literal.ts';
import { isList } from '../json-value.ts';
import { OutOfReach, type Attempt, type AttemptContext } from './attempt.ts';
import { breaking } from './besides.ts';
import { distinctItems } from './distinct-items.ts';
import { count } from './show.ts';
import { itemClaims, withItem } from './spot.ts';

/** Longer lists than this are not made. */
export const MOST_ITEMS = 10_000;

/** @returns an attempt per keyword on arrays. */
export function* arrayAttempts(context: AttemptContext): Iterable<Attempt | OutOfReach> {
  const { node, spot } = context;
  const { value } = spot;
  if (!isList(value)) return;
  yield* countAttempts(context, value);
  const { uniqueItems, contains, minContains, maxContains } = node.keywords;
  if (uniqueItems === true)
    yield {
      keyword: 'uniqueItems',
      values: () => twice(context, value),
      literals: breaking(context, 'uniqueItems'),
      tell: () => 'has the same item twice',
    };
  if (contains !== undefined && minContains !== 0)
    yield containsAttempt(context, minContains === undefined ? 'contains' : 'minContains');
  if (contains !== undefined && maxContains !== undefined)
    yield containsAttempt(context, 'maxContains');
  yield* closedAttempts(context, value);
}

function* countAttempts(
  context: AttemptContext,
  value: readonly unknown[],
): Iterable<Attempt | OutOfReach> {
  const { minItems, maxItems } = context.node.keywords;
  if (minItems !== undefined && minItems > 0)
    yield {
      keyword: 'minItems',
      values: () => [value.slice(0, minItems - 1)],
      literals: breaking(context, 'minItems'),
      tell: (changed) => `has ${items(changed)} of at least ${String(minItems)}`,
    };
  if (maxItems === undefined) return;
  yield maxItems >= MOST_ITEMS
    ? new OutOfReach('maxItems', `a list of more than ${String(maxItems)} items is not made`)
    : {
        keyword: 'maxItems',
        values: () => grown(context, value, maxItems + 1),
        tell: (changed) => `has ${items(changed)} of at most ${String(maxItems)}`,
      };
}

/** @returns the list with that many items: distinct ones where they must be, repeated otherwise. */
export function* grown(
  { spot, parts }: Pick<AttemptContext, 'spot' | 'parts'>,
  value: readonly unknown[],
  length: number,
): Iterable<readonly unknown[]> {
  const isUnique = spot.applied.some(({ keywords }) => keywords.uniqueItems === true);
  const claims = (index: number) => itemClaims(spot.applied, index);
  if (isUnique) {
    const distinct = distinctItems(value, length, { claims, parts });
    if (distinct !== undefined) yield distinct;
  }
  const list: unknown[] = [...value];
  while (list.length < length) {
    const last = list.at(-1);
    const item = parts.plain(claims(list.length).map(holds));
    if (item === undefined && last === undefined) return;
    list.push(item === undefined ? last : item.value);
  }
  yield list;
}

function* twice(
  { spot, parts }: AttemptContext,
  value: readonly unknown[],
): Iterable<readonly unknown[]> {
  const [first] = value;
  if (value.length > 0) {
    yield [...value, first];
    yield withItem(value, 1, first);
    return;
  }
  const item = parts.plain(itemClaims(spot.applied, 0).map(holds));
  if (item !== undefined) yield [item.value, item.value];
}

function containsAttempt(
  context: AttemptContext,
  keyword: 'contains' | 'minContains' | 'maxContains',
): Attempt {
  const phrase = {
    contains: 'has no item such as it must contain',
    minContains: 'has too few items such as it must contain',
    maxContains: 'has too many items such as it may contain',
  }[keyword];
  const { node, spot, parts } = context;
  const { contains, maxContains = 0 } = node.keywords;
  const { value } = spot;
  return {
    keyword,
    judgedAs: 'contains',
    *values() {
      if (keyword !== 'maxContains') yield [];
      if (keyword !== 'maxContains' || contains === undefined || !isList(value)) return;
      const item = parts.plain([
        ...itemClaims(spot.applied, value.length).map(holds),
        holds(contains),
      ]);
      if (item !== undefined && maxContains < MOST_ITEMS)
        yield [...value, ...Array.from({ length: maxContains + 1 }, () => item.value)];
    },
    literals: breaking(context, keyword),
    tell: () => phrase,
  };
}

/** Lists that end: one item more than is described. */
function* closedAttempts({ node }: AttemptContext, value: readonly unknown[]): Iterable<Attempt> {
  const { prefixItems = [], items: rest, unevaluatedItems } = node.keywords;
  const more = (): readonly unknown[] => [
    [...value, 'x'],
    [...value, null],
  ];
  const tell = (changed: unknown): string => `has ${items(changed)}, one more than is described`;
  if (rest?.keywords.verdict === false && prefixItems.length > 0)
    yield { keyword: 'items', values: more, tell };
  if (unevaluatedItems?.keywords.verdict === false)
    yield { keyword: 'unevaluatedItems', values: more, tell };
}

function items(value: unknown): string {
  return count(isList(value) ? value.length : 0, 'item');
}
