/**
 * Breaks what is asked of any value: its type, that it is listed, and its branches (JSON Schema
 * Validation 2020-12, section 6.1; Core, section 10.2).
 */
import { fails, holds, type Literal } from '../canon/literal.ts';
import { fitsType } from '../judge/evaluate-scalar.ts';
import { identityOf, isRecord, JSON_TYPES, typeOf, type JsonType } from '../json-value.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import type { Attempt, AttemptContext } from './attempt.ts';
import { appliedBesides } from './besides.ts';
import { inOtherCase } from './near-misses.ts';
import { show } from './show.ts';
import { withMember } from './spot.ts';

/** One value of each type, none of them empty: on some ways an empty one is nothing at all. */
const SAMPLES = {
  null: [null],
  boolean: [true],
  number: [42, 1.5],
  string: ['x'],
  array: [['x']],
  object: [{ x: 1 }],
} as const satisfies Record<JsonType, readonly unknown[]>;

const NOUNS = {
  null: 'null',
  boolean: 'a boolean',
  number: 'a number',
  integer: 'an integer',
  string: 'a string',
  array: 'an array',
  object: 'an object',
} as const;

/**
 * @returns an attempt per type that `type` does not take, a fraction where it takes integers, and
 * the number in quotes, which careless code takes for the number
 */
export function* typeAttempts({ node, spot }: AttemptContext): Iterable<Attempt> {
  const { type } = node.keywords;
  if (type === undefined) return;
  const expected = type.map((name) => NOUNS[name]).join(' or ');
  for (const actual of JSON_TYPES) {
    const samples = SAMPLES[actual].filter((sample) => !fitsType(node.keywords, sample));
    // A whole number tells of the type, a fraction of being no integer: both where both are wrong.
    if (samples.length > 0)
      yield {
        keyword: 'type',
        values: () => samples,
        tell: (value) => `is ${show(value)}, not ${expected}`,
      };
  }
  if (typeof spot.value !== 'number' || fitsType(node.keywords, '')) return;
  const quoted = String(spot.value);
  yield {
    keyword: 'type',
    values: () => [quoted],
    tell: () => `is "${quoted}", not ${expected}`,
  };
}

/** @returns attempts with values that are not listed: of the listed type, of others, and null. */
export function* listedAttempts({ node, spot }: AttemptContext): Iterable<Attempt> {
  const { enum: listed, const: only } = node.keywords;
  for (const [keyword, values] of [
    ['enum', listed],
    ['const', only === undefined ? undefined : [only.value]],
  ] as const) {
    if (values === undefined) continue;
    const known = new Set(values.map(identityOf));
    const tell = (value: unknown): string =>
      keyword === 'enum'
        ? `is ${show(value)}, which is none of its enum's values`
        : `is ${show(value)}, not ${show(values[0])}`;
    const isStranger = (value: unknown): boolean => !known.has(identityOf(value));
    for (const kind of neighbours(spot.value, values)) {
      const near = kind.filter(isStranger);
      if (near.length > 0) yield { keyword, values: () => near, tell };
    }
    // Where no type rules them out, other types are for the list to refuse.
    const isTyped = spot.applied.some(({ keywords }) => keywords.type !== undefined);
    if (isTyped) continue;
    const others = JSON_TYPES.filter((type) => !values.some((value) => typeOf(value) === type));
    for (const type of others)
      yield { keyword, values: () => SAMPLES[type].filter(isStranger), tell };
  }
}

/** @returns values that are not listed, a kind each: any, and those that only a careless look takes for listed */
function neighbours(current: unknown, listed: readonly unknown[]): readonly (readonly unknown[])[] {
  const sample = listed.find((value) => value !== null && value !== '') ?? current;
  switch (typeOf(sample)) {
    case 'string': {
      const text = String(sample);
      return [['x', 'unlisted', `${text}x`, ''], [inOtherCase(text)], [`${text} `]];
    }
    case 'number': {
      const numbers = listed.filter((value) => typeof value === 'number');
      return [[Math.max(...numbers) + 1, Math.min(...numbers) - 1, 0.5]];
    }
    case 'boolean':
      return [[true, false]];
    case 'object':
      return [[{ x: 1 }, {}]];
    case 'array':
      return [[['x'], []]];
    case 'null':
      return [['x']];
  }
}

/** @returns attempts to fit no branch, two branches, or what must not be fitted. */
export function* branchAttempts(context: AttemptContext): Iterable<Attempt> {
  const { anyOf, oneOf, not } = context.node.keywords;
  if (anyOf !== undefined) yield* noBranch(context, 'anyOf', anyOf);
  if (oneOf !== undefined) {
    yield* noBranch(context, 'oneOf', oneOf);
    yield* twoBranches(context, oneOf);
  }
  if (not !== undefined)
    yield {
      keyword: 'not',
      values: () => [],
      literals: besides(context, ['not'], [holds(not)]),
      tell: (value) => `is ${show(value)}, which its not rules out`,
    };
}

function* noBranch(
  context: AttemptContext,
  keyword: 'anyOf' | 'oneOf',
  branches: readonly SchemaNode[],
): Iterable<Attempt> {
  const { node, spot } = context;
  const name = node.keywords.discriminator?.propertyName;
  if (name !== undefined && isRecord(spot.value)) {
    const { value } = spot;
    yield {
      keyword,
      values: () => [withMember(value, name, 'x')],
      inside: name,
      about: name,
      tell: () => `is "x", which names no branch of its ${keyword}`,
    };
  }
  yield {
    keyword,
    values: () => [],
    literals: besides(context, [keyword], branches.map(fails)),
    tell: (value) => `is ${show(value)}, which fits no branch of its ${keyword}`,
  };
}

/** Each branch is matched with one other: all pairs would be no longer linear. */
function* twoBranches(context: AttemptContext, branches: readonly SchemaNode[]): Iterable<Attempt> {
  for (const [index, branch] of branches.entries()) {
    const other = branches[index + 1];
    if (other === undefined) break;
    yield {
      keyword: 'oneOf',
      values: () => [],
      literals: besides(context, ['oneOf'], [holds(branch), holds(other)]),
      tell: (value) => `is ${show(value)}, which fits two branches of its oneOf`,
    };
  }
}

function besides(
  context: AttemptContext,
  without: readonly string[],
  literals: readonly Literal[],
): readonly Literal[] {
  return [...appliedBesides(context, without), ...literals];
}
