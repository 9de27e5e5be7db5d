/**
 * Judges what is asserted of arrays (JSON Schema Core 2020-12, section 10.3.1; Validation, 6.4).
 */
import { identityOf } from '../json-value.ts';
import type { Keywords } from '../model/keywords.ts';
import { evaluate } from './evaluate.ts';
import type { Evaluated } from './evaluated.ts';

/** @returns whether the array is valid, `unevaluatedItems` aside. */
export function evaluateArray(
  keywords: Keywords,
  value: readonly unknown[],
  seen: Evaluated | undefined,
  depth: number,
): boolean {
  const { minItems, maxItems, uniqueItems } = keywords;
  if (minItems !== undefined && value.length < minItems) return false;
  if (maxItems !== undefined && value.length > maxItems) return false;
  if (uniqueItems === true && !isUnique(value)) return false;
  return (
    evaluateItems(keywords, value, seen, depth) && evaluateContains(keywords, value, seen, depth)
  );
}

/** @returns whether no two items are equal. */
export function isUnique(items: readonly unknown[]): boolean {
  return new Set(items.map(identityOf)).size === items.length;
}

function evaluateItems(
  { prefixItems = [], items }: Keywords,
  value: readonly unknown[],
  seen: Evaluated | undefined,
  depth: number,
): boolean {
  for (const [index, item] of value.entries()) {
    const schema = prefixItems[index] ?? items;
    if (schema === undefined) break;
    if (!evaluate(schema, item, undefined, depth + 1)) return false;
    seen?.items.add(index);
  }
  return true;
}

function evaluateContains(
  { contains, containsEvaluates = true, minContains = 1, maxContains = Infinity }: Keywords,
  value: readonly unknown[],
  seen: Evaluated | undefined,
  depth: number,
): boolean {
  if (contains === undefined) return true;
  let count = 0;
  for (const [index, item] of value.entries()) {
    if (!evaluate(contains, item, undefined, depth + 1)) continue;
    count += 1;
    if (containsEvaluates) seen?.items.add(index);
  }
  return count >= minContains && count <= maxContains;
}
