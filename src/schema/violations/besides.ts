/**
 * All that is asked of a value but for some keywords of one schema, so that a value can be had that
 * breaks those keywords alone.
 */
import { fails, holds, type Literal } from '../canon/literal.ts';
import type { Keywords, KeywordsDraft } from '../model/keywords.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import type { Parts } from './parts.ts';
import { subjectOf } from './parts.ts';
import type { Spot } from './spot.ts';

/** What leads on to schemas that are among the applied ones themselves. */
const LEADS = [
  'ref',
  'allOf',
  'anyOf',
  'oneOf',
  'if',
  'then',
  'else',
  'dependentSchemas',
  'examples',
  'discriminator',
] as const satisfies readonly (keyof Keywords)[];

/** Keywords that say nothing, or something else, without these. */
const COMPANIONS: Readonly<Record<string, readonly (keyof Keywords)[]>> = {
  minContains: ['contains', 'maxContains'],
  maxContains: ['contains', 'minContains'],
  contains: ['minContains', 'maxContains'],
};

interface Around {
  readonly node: SchemaNode;
  readonly spot: Spot;
  readonly parts: Parts;
}

/** @returns what all schemas that apply ask, but for those keywords of the one. */
export function appliedBesides(
  { node, spot, parts }: Around,
  without: readonly string[],
): readonly Literal[] {
  // Branches that hold on the old value are no longer asked for where the branching itself is broken.
  const isBranching = without.some((name) => name === 'anyOf' || name === 'oneOf');
  const inside = isBranching ? within(node) : new Set<SchemaNode>();
  return spot.applied
    .filter((each) => !inside.has(each))
    .map((each) => {
      const dropped = each === node ? without : [];
      return holds(
        parts.some(each, `besides ${dropped.join(' ')}`, () =>
          less(each.keywords, [...LEADS, ...dropped]),
        ),
      );
    });
}

/** @returns literals of which every value breaks the keyword and, if it can be, nothing else. */
export function breaking(around: Around, keyword: keyof Keywords): readonly Literal[] {
  const { node, parts } = around;
  const kept = new Set<string>([keyword, ...(COMPANIONS[keyword] ?? [])]);
  const only = parts.some(node, `only ${keyword}`, () =>
    less(
      node.keywords,
      Object.keys(node.keywords).filter((name) => !kept.has(name)),
    ),
  );
  const type = subjectOf(keyword);
  return [
    ...appliedBesides(around, [keyword, ...(COMPANIONS[keyword] ?? [])]),
    fails(only),
    ...(type === undefined ? [] : [parts.ofType(type)]),
  ];
}

function less(keywords: Keywords, names: readonly string[]): Keywords {
  const draft: KeywordsDraft = { ...keywords };
  for (const name of names) Reflect.deleteProperty(draft, name);
  return draft;
}

/** @returns the schemas that the node's branches lead to in place. */
function within(node: SchemaNode): ReadonlySet<SchemaNode> {
  const found = new Set<SchemaNode>();
  const queue = [...(node.keywords.anyOf ?? []), ...(node.keywords.oneOf ?? [])];
  for (let part = queue.pop(); part !== undefined; part = queue.pop()) {
    if (found.has(part) || part === node) continue;
    found.add(part);
    const { ref, allOf = [], anyOf = [], oneOf = [], then, else: otherwise } = part.keywords;
    queue.push(...allOf, ...anyOf, ...oneOf);
    for (const one of [ref, then, otherwise]) if (one !== undefined) queue.push(one);
  }
  return found;
}
