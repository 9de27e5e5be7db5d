/**
 * A request whose moments run forwards, or backwards: most servers refuse an end before its start,
 * which no schema can state, and a start may stand before its end or after it.
 */
import type { Schemas } from '../schema/schemas.ts';
import type { RequestValues } from '../wire/request.ts';
import type { Case } from './case.ts';
import { isValidBody } from './is-valid-request.ts';
import { momentKind, momentsBeside, type MomentKind } from './moments.ts';

/** @returns the same case in the other orders of its moments; none where it has no two of a kind */
export function inOtherOrders(testCase: Case, schemas: Schemas): readonly Case[] {
  const { values } = testCase;
  return [1, -1]
    .map((direction) => ordered(values, direction) as RequestValues)
    .filter((one) => JSON.stringify(one) !== JSON.stringify(values))
    .map((one) => ({ ...testCase, values: one }))
    .filter((one) => isValidQuery(one, schemas) && isValidBody(one.operation, one.values, schemas));
}

function isValidQuery({ operation, values }: Case, schemas: Schemas): boolean {
  return operation.parameters.every(({ in: location, name, schema }) => {
    const value = values.query[name];
    if (location !== 'query' || value === undefined || schema === undefined) return true;
    return schemas.isValid(schema, 'request', value);
  });
}

/** The members of each object, those that are moments of one kind sorted in its order of members. */
function ordered(value: unknown, direction: number): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map((item) => ordered(item, direction));
  const members = Object.entries(value);
  const waiting = {
    day: apart(momentsOf(members, 'day'), direction),
    instant: apart(momentsOf(members, 'instant'), direction),
  };
  return Object.fromEntries(
    members.map(([name, member]) => {
      const kind = momentKind(member);
      const next = kind === undefined ? undefined : waiting[kind].shift();
      return [name, next ?? ordered(member, direction)];
    }),
  );
}

function momentsOf(members: readonly (readonly [string, unknown])[], kind: MomentKind): string[] {
  return members.flatMap(([, member]) =>
    typeof member === 'string' && momentKind(member) === kind ? [member] : [],
  );
}

/** One after the other, a day between those that were the same. */
function apart(moments: readonly string[], direction: number): string[] {
  const sorted: string[] = [];
  for (const moment of [...moments].sort((one, other) => Date.parse(one) - Date.parse(other))) {
    const before = sorted.at(-1);
    const isLater = before === undefined || Date.parse(moment) > Date.parse(before);
    sorted.push(isLater ? moment : (momentsBeside(before).at(-1) ?? moment));
  }
  return direction < 0 ? sorted.reverse() : sorted;
}
