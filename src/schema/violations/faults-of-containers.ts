/**
 * Which keywords on arrays and objects a value breaks, and what its members break (JSON Schema Core
 * 2020-12, section 10.3; Validation, 6.4 and 6.5).
 */
import { hasMember, type JsonRecord } from '../json-value.ts';
import { isUnique } from '../judge/evaluate-array.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import type { Finding, Tally } from './fault.ts';

/** Looks at a member by its own schema. */
export type FindMember = (node: SchemaNode, value: unknown) => Finding;

/** Adds the faults of an array, `unevaluatedItems` aside. */
export function faultsOfArray(
  node: SchemaNode,
  value: readonly unknown[],
  tally: Tally,
  find: FindMember,
): void {
  const { minItems, maxItems, uniqueItems } = node.keywords;
  if (minItems !== undefined && value.length < minItems) tally.fail(node, 'minItems');
  if (maxItems !== undefined && value.length > maxItems) tally.fail(node, 'maxItems');
  if (uniqueItems === true && !isUnique(value)) tally.fail(node, 'uniqueItems');
  faultsOfItems(node, value, tally, find);
  faultsOfContains(node, value, tally, find);
}

function faultsOfItems(
  node: SchemaNode,
  value: readonly unknown[],
  tally: Tally,
  find: FindMember,
): void {
  const { prefixItems = [], items } = node.keywords;
  // A list that ends after its prefix is told of as a whole.
  const isClosed = items?.keywords.verdict === false && prefixItems.length > 0;
  if (isClosed && value.length > prefixItems.length) tally.fail(node, 'items');
  for (const [index, item] of value.entries()) {
    const schema = prefixItems[index] ?? (isClosed ? undefined : items);
    if (schema === undefined) break;
    tally.requireBelow(find(schema, item), String(index));
    tally.seen?.items.add(index);
  }
}

function faultsOfContains(
  node: SchemaNode,
  value: readonly unknown[],
  tally: Tally,
  find: FindMember,
): void {
  const {
    contains,
    containsEvaluates = true,
    minContains = 1,
    maxContains = Infinity,
  } = node.keywords;
  if (contains === undefined) return;
  const found = value.map((item) => find(contains, item));
  found.forEach(({ holds }, index) => {
    if (holds && containsEvaluates) tally.seen?.items.add(index);
  });
  const count = found.filter(({ holds }) => holds).length;
  const isSure = found.every(({ isCertain }) => isCertain);
  if (count < minContains || count > maxContains) tally.fail(node, 'contains', { isSure });
  else if (!isSure) tally.leaveOpen();
}

/** Adds the faults of an object, `unevaluatedProperties` aside. */
export function faultsOfObject(
  node: SchemaNode,
  value: JsonRecord,
  tally: Tally,
  find: FindMember,
): void {
  const names = Object.keys(value);
  const { required = [], dependentRequired } = node.keywords;
  faultsOfCount(node, names.length, tally);
  for (const name of required) if (!hasMember(value, name)) tally.fail(node, 'required');
  for (const [name, owed] of dependentRequired ?? [])
    if (hasMember(value, name) && !owed.every((other) => hasMember(value, other)))
      tally.fail(node, 'dependentRequired');
  faultsOfNames(node, names, tally, find);
  for (const name of names) faultsOfMember(node, name, { value: value[name], tally, find });
}

function faultsOfCount(node: SchemaNode, size: number, tally: Tally): void {
  const { minProperties = 0, maxProperties = Infinity } = node.keywords;
  if (size < minProperties) tally.fail(node, 'minProperties');
  if (size > maxProperties) tally.fail(node, 'maxProperties');
}

function faultsOfNames(
  node: SchemaNode,
  names: readonly string[],
  tally: Tally,
  find: FindMember,
): void {
  const { propertyNames } = node.keywords;
  if (propertyNames === undefined) return;
  for (const name of names) {
    const found = find(propertyNames, name);
    if (found.holds) {
      if (!found.isCertain) tally.leaveOpen();
      continue;
    }
    tally.explain(found);
    tally.fail(node, 'propertyNames', { isSure: found.isCertain });
  }
}

function faultsOfMember(
  node: SchemaNode,
  name: string,
  { value, tally, find }: { value: unknown; tally: Tally; find: FindMember },
): void {
  const { properties, patternProperties, additionalProperties } = node.keywords;
  const declared = properties?.get(name);
  let isClaimed = declared !== undefined;
  if (declared !== undefined) tally.requireBelow(find(declared, value), name);
  for (const { pattern, schema } of patternProperties ?? []) {
    if (!pattern.expression.test(name)) continue;
    isClaimed = true;
    tally.requireBelow(find(schema, value), name);
  }
  if (!isClaimed && additionalProperties !== undefined) {
    isClaimed = true;
    if (additionalProperties.keywords.verdict === false)
      tally.fail(node, 'additionalProperties', { at: name });
    else tally.requireBelow(find(additionalProperties, value), name);
  }
  if (isClaimed) tally.seen?.names.add(name);
}
