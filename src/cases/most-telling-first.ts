/**
 * In which order boundaries are sent, and which of them where there is no room for all: the first
 * that stands on each keyword and the first that breaks it, before a second of any.
 */
import type { Place } from '../spec/place.ts';
import type { Case } from './case.ts';

/** @returns the cases in that order, `most` of them at most, spread over all where something has to give */
export function mostTellingFirst(cases: readonly Case[], most: number): readonly Case[] {
  const valid = firstsAndOthers(cases.filter(({ intent }) => intent.kind === 'valid'));
  const invalid = firstsAndOthers(cases.filter(({ intent }) => intent.kind !== 'valid'));
  const firsts = inTurn(valid.firsts, invalid.firsts);
  const others = inTurn(valid.others, invalid.others);
  if (firsts.length >= most) return spread(firsts, most);
  return [...firsts, ...spread(others, most - firsts.length)];
}

function firstsAndOthers(cases: readonly Case[]): {
  readonly firsts: readonly Case[];
  readonly others: readonly Case[];
} {
  const seen = new Set<Place>();
  const firsts: Case[] = [];
  const others: Case[] = [];
  for (const one of cases) {
    const place = keywordOf(one);
    (seen.has(place) ? others : firsts).push(one);
    seen.add(place);
  }
  return { firsts, others };
}

/** Where the keyword stands that the case is about; the member where it is about none. */
function keywordOf({ intent }: Case): Place {
  if (intent.kind === 'invalid') return intent.violation.place;
  return intent.kind === 'valid' ? (intent.edge ?? intent.member?.place ?? '') : '';
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
