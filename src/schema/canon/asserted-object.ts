/**
 * What an asserted schema asks of an object; `unevaluatedProperties` is left to the expansion,
 * which alone knows what the chosen branches evaluate.
 */
import type { SchemaNode } from '../model/schema-node.ts';
import { originOf, type PartsDraft } from './asserted.ts';
import type { MemberClaim, Origin } from './atom.ts';
import { holds } from './literal.ts';

/** Adds the atoms of the object keywords, and a choice per dependent schema. */
export function assertedObject(node: SchemaNode, { atoms, choices }: PartsDraft): void {
  const { keywords } = node;
  const claim = memberClaimOf(node);
  if (claim !== undefined)
    atoms.push({
      kind: 'members',
      claim,
      from: originOf(node, claim.rest === undefined ? 'properties' : 'additionalProperties'),
    });
  for (const name of keywords.required ?? [])
    atoms.push({ kind: 'present', name, from: originOf(node, 'required') });
  if (keywords.minProperties !== undefined)
    atoms.push({
      kind: 'at-least',
      count: keywords.minProperties,
      from: originOf(node, 'minProperties'),
    });
  if (keywords.maxProperties !== undefined)
    atoms.push({
      kind: 'at-most',
      count: keywords.maxProperties,
      from: originOf(node, 'maxProperties'),
    });
  if (keywords.propertyNames !== undefined)
    atoms.push({
      kind: 'names',
      literal: holds(keywords.propertyNames),
      from: originOf(node, 'propertyNames'),
    });
  for (const [name, others] of keywords.dependentRequired ?? [])
    atoms.push({ kind: 'owed', name, others, from: dependentOf(node, 'dependentRequired', name) });
  for (const [name, schema] of keywords.dependentSchemas ?? []) {
    const from = dependentOf(node, 'dependentSchemas', name);
    choices.push({
      options: [
        { literals: [holds(schema)], atoms: [{ kind: 'present', name, from }] },
        { literals: [], atoms: [{ kind: 'absent', name, from }] },
      ],
      from,
      isForAnnotations: false,
    });
  }
}

/** @returns which literals the schema's own keywords put on which members. */
export function memberClaimOf(node: SchemaNode): MemberClaim | undefined {
  return node.once('member claim', gatherClaim);
}

function gatherClaim(node: SchemaNode): MemberClaim | undefined {
  const { properties, patternProperties = [], additionalProperties } = node.keywords;
  if (!properties && patternProperties.length === 0 && !additionalProperties) return undefined;
  return {
    names: new Map([...(properties ?? [])].map(([name, schema]) => [name, holds(schema)])),
    patterns: patternProperties.map(({ pattern, schema }) => ({ pattern, literal: holds(schema) })),
    rest: additionalProperties === undefined ? undefined : holds(additionalProperties),
  };
}

function dependentOf(node: SchemaNode, keyword: string, name: string): Origin {
  return { keyword, place: node.placeOf(keyword, name) };
}
