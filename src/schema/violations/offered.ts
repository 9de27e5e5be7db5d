/**
 * Which members there is any point in adding: not those that the direction's sender has no business
 * to send, nor those of which nothing is known.
 */
import type { SchemaNode } from '../model/schema-node.ts';
import type { Direction } from '../model/world.ts';

/** @returns whether a member of these schemas is one to send, and one that is known. */
export function isOffered(
  entries: readonly SchemaNode[],
  direction: Direction | undefined,
): boolean {
  const seen = new Set<SchemaNode>();
  const queue = [...entries];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const { readOnly, writeOnly, dangles, verdict, ref, allOf = [] } = node.keywords;
    if (dangles === true || verdict === false) return false;
    if (direction === 'request' && readOnly === true) return false;
    if (direction === 'response' && writeOnly === true) return false;
    if (ref !== undefined) queue.push(ref);
    queue.push(...allOf);
  }
  return true;
}
