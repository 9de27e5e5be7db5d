/**
 * The ways to break the keywords of arrays. Of `unevaluatedItems` only items that no subschema
 * whatever could evaluate are used: fewer ways, but each of them sure.
 */
import type { SchemaNode } from '../model/schema-node.ts';
import { originOf, type Option } from './asserted.ts';
import type { Demand } from './atom.ts';
import { byAtom } from './denied.ts';
import { evaluableItems } from './evaluable.ts';
import { fails, holds } from './literal.ts';

/** Adds the ways to break the array keywords. */
export function deniedArray(node: SchemaNode, options: Option[]): void {
  deniedItems(node, options);
  const { minItems = 0, maxItems, uniqueItems } = node.keywords;
  if (minItems > 0)
    options.push(
      byAtom({ kind: 'at-most', count: minItems - 1, from: originOf(node, 'minItems') }),
    );
  if (maxItems !== undefined)
    options.push(
      byAtom({ kind: 'at-least', count: maxItems + 1, from: originOf(node, 'maxItems') }),
    );
  if (uniqueItems === true)
    options.push(byAtom({ kind: 'unique', holds: false, from: originOf(node, 'uniqueItems') }));
  deniedContains(node, options);
}

function deniedItems(node: SchemaNode, options: Option[]): void {
  const { prefixItems = [], items, unevaluatedItems } = node.keywords;
  for (const [index, schema] of prefixItems.entries()) {
    const from = originOf(node, 'prefixItems');
    const prefix = [...Array.from({ length: index }, () => undefined), fails(schema)];
    options.push({
      literals: [],
      atoms: [
        { kind: 'at-least', count: index + 1, from },
        { kind: 'items', claim: { prefix, rest: undefined }, from },
      ],
    });
  }
  const some = (keyword: string, schema: SchemaNode, from: number): void => {
    const asked: Demand = { literal: fails(schema), min: 1, max: Infinity, from };
    options.push(byAtom({ kind: 'demand', demand: asked, from: originOf(node, keyword) }));
  };
  if (items !== undefined) some('items', items, prefixItems.length);
  if (unevaluatedItems === undefined) return;
  const from = evaluableItems(node);
  if (from < Infinity) some('unevaluatedItems', unevaluatedItems, from);
}

function deniedContains(node: SchemaNode, options: Option[]): void {
  const { contains, minContains = 1, maxContains = Infinity } = node.keywords;
  if (contains === undefined) return;
  const demand = (keyword: string, min: number, max: number): void => {
    const asked: Demand = { literal: holds(contains), min, max, from: 0 };
    options.push(byAtom({ kind: 'demand', demand: asked, from: originOf(node, keyword) }));
  };
  if (minContains > 0) demand('contains', 0, minContains - 1);
  if (maxContains < Infinity) demand('maxContains', maxContains + 1, Infinity);
}
