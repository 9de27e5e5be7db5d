/**
 * The ways to break the keywords of objects. Of `unevaluatedProperties` only members that no
 * subschema whatever could evaluate are used: fewer ways, but each of them sure.
 */
import type { Pattern } from '../model/pattern.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import { originOf, type Option } from './asserted.ts';
import { memberClaimOf } from './asserted-object.ts';
import type { MemberClaim } from './atom.ts';
import { byAtom } from './denied.ts';
import { evaluableMembers } from './evaluable.ts';
import { fails } from './literal.ts';

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

type SomePart = { readonly matching: Pattern } | { readonly besides: MemberClaim | undefined };

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
