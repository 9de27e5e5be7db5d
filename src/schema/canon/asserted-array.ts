/**
 * What an asserted schema asks of an array; `unevaluatedItems` is left to the expansion, which
 * alone knows what the chosen branches evaluate.
 */
import type { SchemaNode } from '../model/schema-node.ts';
import type { Atom } from './atom.ts';
import { originOf, type PartsDraft } from './asserted.ts';
import { holds } from './literal.ts';

/** Adds the atoms of the array keywords. */
export function assertedArray(node: SchemaNode, { atoms }: PartsDraft): void {
  const { prefixItems = [], items, minItems, maxItems, uniqueItems } = node.keywords;
  if (prefixItems.length > 0 || items !== undefined)
    atoms.push({
      kind: 'items',
      claim: {
        prefix: prefixItems.map(holds),
        rest: items === undefined ? undefined : holds(items),
      },
      from: originOf(node, items === undefined ? 'prefixItems' : 'items'),
    });
  if (minItems !== undefined)
    atoms.push({ kind: 'at-least', count: minItems, from: originOf(node, 'minItems') });
  if (maxItems !== undefined)
    atoms.push({ kind: 'at-most', count: maxItems, from: originOf(node, 'maxItems') });
  if (uniqueItems === true)
    atoms.push({ kind: 'unique', holds: true, from: originOf(node, 'uniqueItems') });
  assertedContains(node, atoms);
}

function assertedContains(node: SchemaNode, atoms: Atom[]): void {
  const { contains, minContains = 1, maxContains = Infinity } = node.keywords;
  if (contains !== undefined && (minContains > 0 || maxContains < Infinity))
    atoms.push({
      kind: 'demand',
      demand: { literal: holds(contains), min: minContains, max: maxContains, from: 0 },
      from: originOf(node, 'contains'),
    });
}
