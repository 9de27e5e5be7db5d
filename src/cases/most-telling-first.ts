/**
 * In which order boundaries are sent, and which of them where there is no room for all: the first
 * that stands on each keyword and the first that breaks it, before a second of any, and so on.
 */
import type { Place } from '../spec/place.ts';
import type { Case } from './case.ts';

/** @returns the cases in that order, `most` of them at most, spread over all where something has to give */
export function mostTellingFirst(cases: readonly Case[], most: number): readonly Case[] {
  const distinct = withoutRepetition(cases);
  const valid = inRounds(distinct.filter(({ intent }) => intent.kind === 'valid'));
  const invalid = inRounds(distinct.filter(({ intent }) => intent.kind !== 'valid'));
  const chosen: Case[] = [];
  for (let round = 0; round < Math.max(valid.length, invalid.length); round += 1) {
    const both = inTurn(valid[round] ?? [], invalid[round] ?? []);
    chosen.push(...spread(both, most - chosen.length));
  }
  return chosen;
}

/** What several schemas forbid alike (null, where each of them wants an object) is one request. */
function withoutRepetition(cases: readonly Case[]): readonly Case[] {
  const seen = new Set<string>();
  return cases.filter(({ values }) => {
    const text = JSON.stringify(values);
    const isNew = !seen.has(text);
    seen.add(text);
    return isNew;
  });
}

/** The first of each keyword, then the second of each, and so on; each round in the order given. */
function inRounds(cases: readonly Case[]): readonly (readonly Case[])[] {
  const groups = new Map<Place, Case[]>();
  for (const one of cases) {
    const place = keywordOf(one);
    const group = groups.get(place) ?? [];
    group.push(one);
    groups.set(place, group);
  }
  const ordered = [...groups.values()].map((group) =>
    group.sort((a, b) => unlikeliness(a) - unlikeliness(b)),
  );
  const longest = Math.max(0, ...ordered.map(({ length }) => length));
  return Array.from({ length: longest }, (_, round) =>
    ordered.map((group) => group[round]).filter((one) => one !== undefined),
  );
}

/** Where the keyword stands that the case is about; the member where it is about none. */
function keywordOf({ intent }: Case): Place {
  if (intent.kind === 'invalid') return intent.violation.place;
  return intent.kind === 'valid' ? (intent.edge ?? intent.member?.place ?? '') : '';
}

/** Of the values of a wrong type, clients send a text for a number, null, or a fraction before anything else. */
function unlikeliness({ intent }: Case): number {
  if (intent.kind !== 'invalid' || intent.violation.keyword !== 'type') return 0;
  const { after } = intent.violation;
  if (typeof after === 'string') return 0;
  if (after === null || typeof after === 'number') return 1;
  return typeof after === 'object' ? 3 : 2;
}

function inTurn(one: readonly Case[], other: readonly Case[]): readonly Case[] {
  const longest = Math.max(one.length, other.length);
  return Array.from({ length: longest }, (_, index) => [one[index], other[index]])
    .flat()
    .filter((each) => each !== undefined);
}

function spread(cases: readonly Case[], most: number): readonly Case[] {
  if (cases.length <= most) return cases;
  const step = cases.length / most;
  return Array.from({ length: most }, (_, index) => cases[Math.floor(index * step)]).filter(
    (one) => one !== undefined,
  );
}
