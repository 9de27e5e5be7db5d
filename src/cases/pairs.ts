/**
 * Listed values two by two: what each of two members may be by itself, they may be together, as far
 * as the description says. Few requests hold every such pair; each of them is otherwise the accepted one.
 */
import type { Schemas } from '../schema/schemas.ts';
import type { Documents } from '../spec/documents.ts';
import { pointerTokens } from '../spec/place.ts';
import type { RequestValues } from '../wire/request.ts';
import type { Case } from './case.ts';
import { isListedMember } from './described-member.ts';
import { differingMembers, withMembers } from './differing-members.ts';
import { isValidRequest } from './is-valid-request.ts';
import { valueAt, type ValuePlace } from './values-at.ts';

/** A member with one of the values that are listed for it. */
interface Choice extends ValuePlace {
  readonly value: unknown;
  /** Where a request with it is not as the accepted one: the member, and what its value asks for. */
  readonly members: readonly ValuePlace[];
  /** That request. */
  readonly values: RequestValues;
}

type Accepted = Pick<Case, 'operation' | 'values' | 'slots'>;

/**
 * @param boundaries those of one operation: those on a listed value say what there is to choose
 * @param most requests made
 */
export function* pairCases(
  accepted: Accepted,
  boundaries: readonly Case[],
  options: { readonly schemas: Schemas; readonly documents: Documents; readonly most: number },
): Iterable<Case> {
  const { schemas, documents, most } = options;
  const choices = boundaries.flatMap((one) => choiceOf(one, accepted, documents));
  const untried = new Set(pairsOf(choices));
  for (let index = 0; index < most; index += 1) {
    const row = rowOf(choices, untried);
    if (row.length < 2) return;
    for (const pair of pairsOf(row)) untried.delete(pair);
    const values = row.reduce(withChoice, accepted.values);
    if (!isValidRequest(accepted.operation, values, schemas)) continue;
    yield {
      ...accepted,
      id: `${accepted.operation.id}:boundaries:${String(boundaries.length + index)}`,
      phase: 'boundaries',
      index: boundaries.length + index,
      intent: { kind: 'valid', tier: 'plain' },
      values,
      deviation: `with ${row.map(spoken).join(', ')}`,
    };
  }
}

/** @returns such as `priority: "low"` */
export function spoken({ pointer, value }: Pick<Choice, 'pointer' | 'value'>): string {
  return `${pointerTokens(pointer).join('.')}: ${JSON.stringify(value)}`;
}

/** The one listed value of a boundary, and what comes with it. */
function choiceOf(boundary: Case, accepted: Accepted, documents: Documents): readonly Choice[] {
  const { intent, values } = boundary;
  if (intent.kind !== 'valid' || intent.tier !== 'plain' || intent.member?.opaque === true) {
    return [];
  }
  const members = differingMembers(accepted.values, values);
  const listed = members.filter((member) => isListedMember(boundary, member, documents));
  const [only, ...others] = listed;
  if (only === undefined || others.length > 0) return [];
  const value = valueAt(values, only);
  return isScalar(value) ? [{ in: only.in, pointer: only.pointer, value, members, values }] : [];
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function withChoice(all: RequestValues, { values, members }: Choice): RequestValues {
  return withMembers(all, values, members);
}

function keyOf({ in: location, pointer, value }: Choice): string {
  return `${location}${pointer} ${JSON.stringify(value)}`;
}

function isOfOneMember(one: Choice, other: Choice): boolean {
  return one.in === other.in && one.pointer === other.pointer;
}

/** The same whichever of the two comes first. */
function pairOf(one: Choice, other: Choice): string {
  return [keyOf(one), keyOf(other)].sort().join(' & ');
}

function pairsOf(choices: readonly Choice[]): readonly string[] {
  return choices.flatMap((one, index) =>
    choices
      .slice(index + 1)
      .filter((other) => !isOfOneMember(one, other))
      .map((other) => pairOf(one, other)),
  );
}

/** Member by member the choice that makes most of the pairs not tried yet; what makes none is left as it was. */
function rowOf(choices: readonly Choice[], untried: ReadonlySet<string>): readonly Choice[] {
  let row: readonly Choice[] = [];
  for (const one of choices) {
    if (row.some((other) => isOfOneMember(one, other))) continue;
    const rivals = choices.filter((rival) => isOfOneMember(rival, one));
    const [best] = rivals
      .map((rival) => ({ rival, gain: gainOf(rival, row, { choices, untried }) }))
      .sort((a, b) => b.gain - a.gain);
    if (best !== undefined && best.gain > 0) row = [...row, best.rival];
  }
  return row;
}

/** How many untried pairs the choice makes with the row; for the first of a row, with anything. */
function gainOf(
  one: Choice,
  row: readonly Choice[],
  {
    choices,
    untried,
  }: { readonly choices: readonly Choice[]; readonly untried: ReadonlySet<string> },
): number {
  const others = row.length === 0 ? choices : row;
  return others.filter((other) => untried.has(pairOf(one, other))).length;
}
