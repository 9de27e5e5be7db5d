/**
 * The proof of a violation: the judge refuses the whole value, the keyword is among its faults at
 * that place, and what else is broken is known by name. A value that breaks the keyword alone is
 * preferred to one that does not.
 */
import { isRecord } from '../json-value.ts';
import { valueAt } from '../judge/schema-error.ts';
import type { Engine } from '../engine.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import type { Attempt } from './attempt.ts';
import { findAt, isJudgedValid } from './anchor.ts';
import { isEnforced, type Fault } from './fault.ts';
import type { FaultFinder } from './fault-finder.ts';
import type { Parts } from './parts.ts';
import { nameOf } from './show.ts';
import { pointerOf, type Spot } from './spot.ts';
import type { BrokenKeyword, Violation } from './violation.ts';

/** One valid value and all that is needed to tell what a deviation of it breaks. */
export interface Case {
  readonly engine: Engine;
  readonly root: SchemaNode;
  readonly value: unknown;
  readonly finder: FaultFinder;
  readonly parts: Parts;
}

/** An attempt where it is made. */
export interface Tried {
  readonly attempt: Attempt;
  readonly node: SchemaNode;
  readonly spot: Spot;
}

/** @returns the violation, or undefined where no value of the attempt is proven to be one. */
export function prove(tried: Tried, base: Case): Violation | undefined {
  let best: { readonly value: unknown; readonly others: number } | undefined;
  for (const value of candidates(tried, base.parts)) {
    const others = othersBroken(tried, value, base.finder);
    if (others === undefined) continue;
    if (best === undefined || others < best.others) best = { value, others };
    if (others === 0) break;
  }
  return best === undefined ? undefined : violationBy(tried, best.value, base);
}

/** @returns the violation that the value at the spot is, or undefined where that is not proven. */
export function violationBy(tried: Tried, value: unknown, base: Case): Violation | undefined {
  const { attempt, node, spot } = tried;
  const { anchor } = spot;
  const part = anchor.put(value);
  const finding = findAt(anchor, part, base.finder);
  const own = ownFault(tried);
  const at = pointerOf(spot.steps.slice(anchor.depth)) + own.at;
  const isOwn = (fault: Fault): boolean =>
    fault.keyword === own.keyword && fault.place === own.place && fault.at === at;
  if (finding.holds || !finding.faults.some(isOwn)) return undefined;
  if (isJudgedValid(anchor, part, base.engine)) return undefined;
  const others = finding.faults.filter((fault) => !isOwn(fault));
  return described(tried, value, base, {
    enforced: isEnforced(node, attempt.keyword) && finding.isCertain,
    alsoBroken: alongWith(others, spot, base),
  });
}

function described(
  { attempt, node, spot }: Tried,
  value: unknown,
  base: Case,
  { enforced, alsoBroken }: Pick<Violation, 'enforced' | 'alsoBroken'>,
): Violation {
  const whole = spot.put(value);
  const pointer = pointerOf(spot.steps);
  const { keyword, inside, missing, about } = attempt;
  const place = attempt.place ?? node.placeOf(keyword);
  const at = inside === undefined ? pointer : pointer + pointerOf([inside]);
  const told = about === undefined ? spot.steps : [...spot.steps, about];
  const target = missing === undefined ? at : pointer + pointerOf([missing]);
  return {
    pointer: at,
    ...(missing === undefined ? {} : { member: missing }),
    keyword,
    place,
    before: valueAt(base.value, target),
    after: valueAt(whole, target),
    value: whole,
    sentence: `${nameOf(told)} ${attempt.tell(value)}`,
    enforced,
    opaque: spot.isOpaque,
    alsoBroken,
  };
}

function* candidates({ attempt, spot }: Tried, parts: Parts): Iterable<unknown> {
  yield* attempt.values();
  const found = attempt.literals === undefined ? undefined : parts.plain(attempt.literals);
  if (found !== undefined) yield withOldMembers(found.value, spot.value);
  if (found !== undefined) yield found.value;
}

/** The members of a made object that the old one had keep their values: less differs. */
function withOldMembers(made: unknown, old: unknown): unknown {
  if (!isRecord(made) || !isRecord(old)) return made;
  return { ...made, ...old };
}

/** @returns how many other faults the place has then; undefined where the keyword holds. */
function othersBroken(tried: Tried, value: unknown, finder: FaultFinder): number | undefined {
  const own = ownFault(tried);
  let isBroken = false;
  let others = 0;
  for (const entry of tried.spot.entries) {
    for (const { keyword, place, at } of finder.find(entry, value).faults) {
      if (keyword === own.keyword && place === own.place && at === own.at) isBroken = true;
      else others += 1;
    }
  }
  return isBroken ? others : undefined;
}

/** The fault as the judge has it; its place in the value counts from the spot. */
function ownFault({ attempt, node }: Tried): Fault {
  const keyword = attempt.judgedAs ?? attempt.keyword;
  const isAtMember = AT_MEMBER.has(keyword) && attempt.inside !== undefined;
  return {
    keyword,
    place: attempt.place ?? node.placeOf(keyword),
    at: isAtMember ? pointerOf([attempt.inside]) : '',
  };
}

/** The judge points at the member for these, at its object for all else. */
const AT_MEMBER: ReadonlySet<string> = new Set([
  'additionalProperties',
  'unevaluatedProperties',
  'false',
]);

/** What was wrong before already, with branches that the valid value did not take, is left out. */
function alongWith(
  faults: readonly Fault[],
  spot: Spot,
  { finder }: Case,
): readonly BrokenKeyword[] {
  if (faults.length === 0) return [];
  const before = findAt(spot.anchor, spot.anchor.put(spot.value), finder);
  const latent = new Set(before.latent.map(identityOfFault));
  const others = new Map<string, BrokenKeyword>();
  for (const fault of faults) {
    if (latent.has(identityOfFault(fault))) continue;
    const { keyword, place } = fault;
    others.set(`${keyword} ${place}`, { keyword, place });
  }
  return [...others.values()];
}

function identityOfFault({ keyword, place, at }: Fault): string {
  return `${keyword} ${place} ${at}`;
}
