/**
 * Names for members that no schema declares by name, one for each keyword that would claim it: only
 * with such a member the schema of `additionalProperties` and the like has something to judge.
 */
import { holds } from '../canon/literal.ts';
import { hasMember, type JsonRecord } from '../json-value.ts';
import { accepts } from '../judge/evaluate.ts';
import type { Pattern } from '../model/pattern.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import type { Parts } from './parts.ts';
import type { Spot } from './spot.ts';

const COMMON = ['extra', 'other', 'x', 'x-extra', 'extra_1'] as const;

/** @returns names of members that the object could have beside those declared. */
export function* freeNames(
  spot: Spot,
  value: JsonRecord,
  { parts }: { readonly parts: Parts },
): Iterable<string> {
  const { applied } = spot;
  for (const { keywords } of applied) {
    for (const { pattern } of keywords.patternProperties ?? []) {
      const name = nameMatching(pattern, applied, parts);
      const isThere = Object.keys(value).some((each) => pattern.expression.test(each));
      if (name !== undefined && !isThere) yield name;
    }
    const rest = keywords.additionalProperties ?? keywords.unevaluatedProperties;
    if (rest === undefined || rest.keywords.verdict === false) continue;
    if (Object.keys(value).some((name) => !isClaimed(applied, name))) continue;
    const name = undeclaredName(applied, value, parts);
    if (name !== undefined) yield name;
  }
}

/** @returns a name that no schema here claims and `propertyNames` allows. */
export function undeclaredName(
  applied: readonly SchemaNode[],
  value: JsonRecord,
  parts: Parts,
): string | undefined {
  const isFree = (name: unknown): name is string =>
    typeof name === 'string' &&
    !hasMember(value, name) &&
    !isClaimed(applied, name) &&
    isAllowed(applied, name);
  const common = COMMON.find(isFree);
  if (common !== undefined) return common;
  const rules = applied.flatMap(({ keywords }) => keywords.propertyNames ?? []);
  const found = parts.plain([...rules.map(holds), parts.ofType('string')])?.value;
  return isFree(found) ? found : undefined;
}

/** @returns whether the name is declared or matches a pattern. */
export function isClaimed(applied: readonly SchemaNode[], name: string): boolean {
  return applied.some(
    ({ keywords: { properties, patternProperties = [] } }) =>
      properties?.has(name) === true ||
      patternProperties.some(({ pattern }) => pattern.expression.test(name)),
  );
}

/** @returns whether `propertyNames` allows the name. */
export function isAllowed(applied: readonly SchemaNode[], name: string): boolean {
  return applied.every(
    ({ keywords: { propertyNames } }) =>
      propertyNames === undefined || accepts(propertyNames, name),
  );
}

function nameMatching(
  pattern: Pattern,
  applied: readonly SchemaNode[],
  parts: Parts,
): string | undefined {
  const common = COMMON.find((name) => pattern.expression.test(name) && isAllowed(applied, name));
  if (common !== undefined) return common;
  const [owner] = applied;
  if (owner === undefined) return undefined;
  const shaped = parts.some(owner, `name ${pattern.source}`, () => ({
    type: ['string'],
    minLength: 1,
    pattern,
  }));
  const rules = applied.flatMap(({ keywords }) => keywords.propertyNames ?? []);
  const found = parts.plain([holds(shaped), ...rules.map(holds)])?.value;
  return typeof found === 'string' ? found : undefined;
}
