/**
 * Breaks what is asked of objects: members that are missing, unknown, too few or too many, or called
 * what they must not be (JSON Schema Validation 2020-12, section 6.5; Core, section 10.3.2).
 */
import { fails, holds } from '../canon/literal.ts';
import { hasMember, isRecord, type JsonRecord } from '../json-value.ts';
import { OutOfReach, type Attempt, type AttemptContext } from './attempt.ts';
import { breaking } from './besides.ts';
import { isAllowed, isClaimed, undeclaredName } from './free-names.ts';
import { isOffered } from './offered.ts';
import { count, show } from './show.ts';
import { allClaimsOn, withMember } from './spot.ts';

/** @returns an attempt per keyword on objects, and per name where it lists names. */
export function* objectAttempts(context: AttemptContext): Iterable<Attempt | OutOfReach> {
  const { spot } = context;
  const { value } = spot;
  if (!isRecord(value)) return;
  yield* missingAttempts(context, value);
  yield* unknownAttempts(context, value);
  yield* dependentAttempts(context, value);
  yield* countAttempts(context, value);
  yield* nameAttempts(context, value);
  yield* forbiddenAttempts(context, value);
}

function* missingAttempts({ node }: AttemptContext, value: JsonRecord): Iterable<Attempt> {
  for (const name of node.keywords.required ?? [])
    yield {
      keyword: 'required',
      values: () => [withMember(value, name, undefined)],
      missing: name,
      about: name,
      tell: () => 'is missing, though it is required',
    };
}

function* unknownAttempts(
  { node, spot, parts }: AttemptContext,
  value: JsonRecord,
): Iterable<Attempt> {
  for (const keyword of ['additionalProperties', 'unevaluatedProperties'] as const) {
    if (node.keywords[keyword]?.keywords.verdict !== false) continue;
    const name = undeclaredName(
      keyword === 'additionalProperties' ? [node] : spot.applied,
      value,
      parts,
    );
    if (name === undefined) continue;
    yield {
      keyword,
      values: () => [withMember(value, name, 'x')],
      inside: name,
      about: name,
      tell: () => 'is there, which is not declared',
    };
  }
}

function* dependentAttempts(
  { node, spot, parts }: AttemptContext,
  value: JsonRecord,
): Iterable<Attempt> {
  for (const [name, owed] of node.keywords.dependentRequired ?? [])
    for (const other of owed)
      yield {
        keyword: 'dependentRequired',
        *values() {
          const lacking = withMember(value, other, undefined);
          if (hasMember(value, name)) yield lacking;
          const member = parts.plain(allClaimsOn(spot.applied, name).map(holds));
          if (member !== undefined) yield withMember(lacking, name, member.value);
          const whole = parts.plain([...spot.entries.map(holds), parts.having(name)])?.value;
          if (isRecord(whole)) yield withMember(whole, other, undefined);
        },
        missing: other,
        about: other,
        tell: () => `is missing, though ${show(name)} asks for it`,
      };
}

/** Larger objects than this are not made. */
const MOST_MEMBERS = 10_000;

function* countAttempts(
  context: AttemptContext,
  value: JsonRecord,
): Iterable<Attempt | OutOfReach> {
  const { minProperties, maxProperties } = context.node.keywords;
  if (minProperties !== undefined && minProperties > 0)
    yield {
      keyword: 'minProperties',
      values: () => [reduced(context, value, minProperties - 1)],
      literals: breaking(context, 'minProperties'),
      tell: (changed) => `has ${members(changed)} of at least ${String(minProperties)}`,
    };
  if (maxProperties === undefined) return;
  yield maxProperties >= MOST_MEMBERS
    ? new OutOfReach(
        'maxProperties',
        `an object of more than ${String(maxProperties)} members is not made`,
      )
    : {
        keyword: 'maxProperties',
        values: () => grownObjects(context, value, maxProperties + 1),
        literals: breaking(context, 'maxProperties'),
        tell: (changed) => `has ${members(changed)} of at most ${String(maxProperties)}`,
      };
}

/** @returns the object less as many members as it takes, those that need not be there first. */
function reduced({ spot }: AttemptContext, value: JsonRecord, size: number): JsonRecord {
  const required = new Set(spot.applied.flatMap(({ keywords }) => keywords.required ?? []));
  const names = Object.keys(value);
  const order = [
    ...names.filter((name) => required.has(name)),
    ...names.filter((name) => !required.has(name)),
  ];
  const kept = new Set(order.slice(0, size));
  return Object.fromEntries(Object.entries(value).filter(([name]) => kept.has(name)));
}

/** @returns the object with that many members: declared ones first, then names of its own. */
export function* grownObjects(
  { spot, parts, direction }: Pick<AttemptContext, 'spot' | 'parts' | 'direction'>,
  value: JsonRecord,
  size: number,
): Iterable<JsonRecord> {
  const names = spot.applied.flatMap(({ keywords }) => [...(keywords.properties?.keys() ?? [])]);
  let changed = value;
  let left = size - Object.keys(value).length;
  const add = (name: string): void => {
    if (left <= 0 || hasMember(changed, name)) return;
    const entries = allClaimsOn(spot.applied, name);
    const member = isOffered(entries, direction) ? parts.plain(entries.map(holds)) : undefined;
    if (member === undefined) return;
    changed = withMember(changed, name, member.value);
    left -= 1;
  };
  for (const name of new Set(names)) add(name);
  for (let index = 1; left > 0 && index <= size * 2; index += 1) {
    const name = `extra${String(index)}`;
    if (isAllowed(spot.applied, name)) add(name);
  }
  if (left <= 0) yield changed;
}

function* nameAttempts(context: AttemptContext, value: JsonRecord): Iterable<Attempt> {
  const { node, spot, parts } = context;
  const { propertyNames } = node.keywords;
  if (propertyNames === undefined) return;
  const isFree = (name: unknown): name is string =>
    typeof name === 'string' && !hasMember(value, name) && !isAllowed([node], name);
  const drawn = parts.plain([fails(propertyNames), parts.ofType('string')])?.value;
  const name = ['x', 'not allowed', '', '!', '0', drawn].find(isFree);
  if (name === undefined) return;
  const claims = allClaimsOn(spot.applied, name);
  const member = parts.plain(claims.map(holds)) ?? { value: 'x' };
  yield {
    keyword: 'propertyNames',
    values: () => [withMember(value, name, member.value)],
    inside: name,
    tell: () => `has a member called ${show(name)}, which is not allowed`,
  };
}

function members(value: unknown): string {
  return count(isRecord(value) ? Object.keys(value).length : 0, 'member');
}

/** Members whose schema is `false`: they must not be there. */
function* forbiddenAttempts({ spot, node }: AttemptContext, value: JsonRecord): Iterable<Attempt> {
  for (const [name, schema] of node.keywords.properties ?? []) {
    if (schema.keywords.verdict !== false || !isClaimed(spot.applied, name)) continue;
    yield {
      keyword: 'false',
      place: schema.place,
      values: () => [withMember(value, name, 'x')],
      inside: name,
      about: name,
      tell: () => 'is there, which must not be',
    };
  }
}
