/**
 * The ways to break the keywords of arrays and objects. Of `unevaluated*` only members and items
 * that no subschema whatever could evaluate are used: fewer ways, but each of them sure.
 */
import type { SchemaNode } from '../model/schema-node.ts';
import { originOf, type Option } from './asserted.ts';
import { memberClaimOf } from './asserted-object.ts';
import type { Demand, MemberClaim } from './atom.ts';
import { byAtom } from './denied.ts';
import { evaluableItems, evaluableMembers } from './evaluable.ts';
import { fails, holds } from './literal.ts';

/** Adds the ways to break the array keywords. */
export function deniedArray(node: SchemaNode, options: Option[]): void {
  const { prefixItems = [], items, minItems, maxItems, uniqueItems } = node.keywords;
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
  const demand = (keyword: string, asked: Demand): void => {
    options.push(byAtom({ kind: 'demand', demand: asked, from: originOf(node, keyword) }));
  };
  if (items !== undefined)
    demand('items', { literal: fails(items), min: 1, max: Infinity, from: prefixItems.length });
  if (minItems !== undefined && minItems > 0)
    options.push(
      byAtom({ kind: 'at-most', count: minItems - 1, from: originOf(node, 'minItems') }),
    );
  if (maxItems !== undefined)
    options.push(
      byAtom({ kind: 'at-least', count: maxItems + 1, from: originOf(node, 'maxItems') }),
    );
  if (uniqueItems === true)
    options.push(byAtom({ kind: 'unique', holds: false, from: originOf(node, 'uniqueItems') }));
  const { contains, minContains = 1, maxContains = Infinity, unevaluatedItems } = node.keywords;
  if (contains !== undefined) {
    const literal = holds(contains);
    if (minContains > 0) demand('contains', { literal, min: 0, max: minContains - 1, from: 0 });
    if (maxContains < Infinity)
      demand('maxContains', { literal, min: maxContains + 1, max: Infinity, from: 0 });
  }
  const from = unevaluatedItems === undefined ? Infinity : evaluableItems(node);
  if (unevaluatedItems !== undefined && from < Infinity)
    demand('unevaluatedItems', { literal: fails(unevaluatedItems), min: 1, max: Infinity, from });
}

/** Adds the ways to break the object keywords. */
export function deniedObject(node: SchemaNode, options: Option[]): void {
  const { keywords } = node;
  for (const name of keywords.required ?? [])
    options.push(byAtom({ kind: 'absent', name, from: originOf(node, 'required') }));
  deniedMembers(node, options);
  const { minProperties, maxProperties, propertyNames } = keywords;
  if (minProperties !== undefined && minProperties > 0)
    options.push(
      byAtom({ kind: 'at-most', count: minProperties - 1, from: originOf(node, 'minProperties') }),
    );
  if (maxProperties !== undefined)
    options.push(
      byAtom({ kind: 'at-least', count: maxProperties + 1, from: originOf(node, 'maxProperties') }),
    );
  if (propertyNames !== undefined)
    options.push(
      byAtom({
        kind: 'some',
        member: {
          matching: undefined,
          besides: undefined,
          name: fails(propertyNames),
          value: undefined,
        },
        from: originOf(node, 'propertyNames'),
      }),
    );
  deniedDependents(node, options);
}

function deniedMembers(node: SchemaNode, options: Option[]): void {
  const { properties, patternProperties = [], additionalProperties } = node.keywords;
  for (const [name, schema] of properties ?? []) {
    const from = originOf(node, 'properties');
    const claim: MemberClaim = {
      names: new Map([[name, fails(schema)]]),
      patterns: [],
      rest: undefined,
    };
    options.push({
      literals: [],
      atoms: [
        { kind: 'present', name, from },
        { kind: 'members', claim, from },
      ],
    });
  }
  const some = (keyword: string, schema: SchemaNode, part: SomePart): void => {
    options.push(
      byAtom({
        kind: 'some',
        member: {
          matching: undefined,
          besides: undefined,
          name: undefined,
          ...part,
          value: fails(schema),
        },
        from: originOf(node, keyword),
      }),
    );
  };
  for (const { pattern, schema } of patternProperties)
    some('patternProperties', schema, { matching: pattern });
  if (additionalProperties !== undefined)
    some('additionalProperties', additionalProperties, { besides: memberClaimOf(node) });
  const { unevaluatedProperties } = node.keywords;
  const besides = unevaluatedProperties === undefined ? undefined : evaluableMembers(node);
  if (unevaluatedProperties !== undefined && besides !== undefined)
    some('unevaluatedProperties', unevaluatedProperties, { besides });
}

type SomePart =
  { readonly matching: SchemaPattern } | { readonly besides: MemberClaim | undefined };
type SchemaPattern = NonNullable<SchemaNode['keywords']['pattern']>;

function deniedDependents(node: SchemaNode, options: Option[]): void {
  for (const [name, others] of node.keywords.dependentRequired ?? []) {
    const from = originOf(node, 'dependentRequired');
    for (const other of others)
      options.push({
        literals: [],
        atoms: [
          { kind: 'present', name, from },
          { kind: 'absent', name: other, from },
        ],
      });
  }
  for (const [name, schema] of node.keywords.dependentSchemas ?? [])
    options.push({
      literals: [fails(schema)],
      atoms: [{ kind: 'present', name, from: originOf(node, 'dependentSchemas') }],
    });
}
