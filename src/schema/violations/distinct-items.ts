/**
 * Lists whose items all differ, for bounds on the length of such lists.
 */
import { holds } from '../canon/literal.ts';
import { identityOf } from '../json-value.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import { fixedRandomness, type Parts } from './parts.ts';

const MOST_TRIES = 20;

/** @returns the list grown to that length by items not yet in it; undefined where they run out. */
export function distinctItems(
  value: readonly unknown[],
  length: number,
  {
    claims,
    parts,
  }: { readonly claims: (index: number) => readonly SchemaNode[]; readonly parts: Parts },
): readonly unknown[] | undefined {
  const list: unknown[] = [];
  const known = new Set<string>();
  const add = (item: unknown): boolean => {
    const identity = identityOf(item);
    if (known.has(identity)) return false;
    known.add(identity);
    list.push(item);
    return true;
  };
  for (const item of value) add(item);
  const random = fixedRandomness();
  let misses = 0;
  while (list.length < length && misses < MOST_TRIES) {
    const literals = claims(list.length).map(holds);
    const item = literals.length === 0 ? { value: `item ${String(list.length)}` } : undefined;
    const drawn = item ?? parts.drawn(literals, 'plain', random);
    if (drawn === undefined || !add(drawn.value)) misses += 1;
    else misses = 0;
  }
  return list.length === length ? list : undefined;
}
