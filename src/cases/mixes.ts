/**
 * Several boundaries at once: what shows on a pair of members only never shows where one deviates at
 * a time, and values drawn at random rarely meet the two. Plain values that any client would send
 * are put together in random choices, and each nasty text goes into many members of one request.
 */
import type fc from 'fast-check';
import type { Schemas } from '../schema/schemas.ts';
import { pointerTokens } from '../spec/place.ts';
import type { RequestValues } from '../wire/request.ts';
import type { Case } from './case.ts';
import { isValidRequest } from './is-valid-request.ts';
import { overlaps, type Accepted } from './request-parts.ts';
import { randomFor } from './seed.ts';
import { valueAt, withValueAt, type ValuePlace } from './values-at.ts';

export interface MixSource {
  /**
   * @param turn how many of its kind were drawn before
   * @returns the case of that index, the same for the same seed; undefined where nothing can be put together
   */
  draw(index: number, kind: 'plain' | 'hostile', turn: number): Case | undefined;
}

interface Deviation extends ValuePlace {
  readonly value: unknown;
  readonly opaque: boolean;
}

/** How many of the members that could deviate do: what goes together is found by many, what does not by few. */
const SHARES = [0.6, 0.3, 0.9];
/** Choices that turn out to break a rule between members are made anew, with fewer. */
const MOST_TRIES = 6;

export interface MixOptions {
  readonly schemas: Schemas;
  readonly seed: number;
  /** The operation's cases of that phase; asked for when first something is drawn. */
  readonly boundaries: () => readonly Case[];
}

/** @returns what mixes the boundaries of the accepted request. */
export function mixSource(
  accepted: Accepted,
  { boundaries, schemas, seed }: MixOptions,
): MixSource {
  let known: { readonly plain: Choice | undefined; readonly nasty: readonly Choice[] } | undefined;
  return {
    draw: (index, kind, turn) => {
      known ??= { plain: plainOf(boundaries()), nasty: kindsOf(boundaries()) };
      const { plain, nasty } = known;
      const choice = kind === 'plain' ? plain : nasty[turn % nasty.length];
      const round = kind === 'plain' ? turn : Math.floor(turn / nasty.length);
      if (choice === undefined || isExhausted(choice, round)) return undefined;
      // What is opaque is alone; all else was sent alone before.
      const least = Math.min(2, choice.members.size);
      const id = `${accepted.case.operation.id}:fuzz:${String(index)}`;
      const random = randomFor(seed, `${id} mix`);
      for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
        const share = (SHARES[turn % SHARES.length] ?? 0.5) / (attempt + 1);
        const chosen = chosenFrom(choice, share, random);
        const values = chosen.reduce(
          (before, deviation) => withValueAt(before, deviation, deviation.value),
          accepted.values,
        );
        if (chosen.length >= least && isValidRequest(accepted.case.operation, values, schemas))
          return mixed(accepted, { id, index, values, chosen, tier: kind });
      }
      return undefined;
    },
  };
}

/** What a mix chooses from: each member that may deviate, with the values that it may take. */
interface Choice {
  readonly members: ReadonlyMap<string, readonly Deviation[]>;
  /** Ways to choose; none is asked for much oftener than it would take to see each of them. */
  readonly ways: number;
}

function choiceOf(deviations: readonly Deviation[]): Choice {
  const members = grouped(deviations, keyOf);
  const ways = [...members.values()].reduce((product, values) => product * (values.length + 1), 1);
  return { members, ways };
}

/** Where random choices have nearly all been made, more of them are the same requests again. */
function isExhausted({ ways }: Choice, round: number): boolean {
  return round >= 4 * ways;
}

/**
 * First each kind in all members that take it; then, the longest first, what is opaque, each alone:
 * it may be refused for what it names, and would hide the rest.
 */
function kindsOf(boundaries: readonly Case[]): readonly Choice[] {
  const nasty = deviationsOf(boundaries, 'hostile');
  const together = grouped(
    nasty.filter(({ opaque }) => !opaque),
    ({ value }) => JSON.stringify(value),
  );
  const alone = nasty
    .filter(({ opaque }) => opaque)
    .sort((one, other) => lengthOf(other) - lengthOf(one));
  const several = [...together.values()].filter((kind) => kind.length > 1);
  return [...several, ...alone.map((deviation) => [deviation])].map(choiceOf);
}

function lengthOf({ value }: Deviation): number {
  return JSON.stringify(value).length;
}

/** Fewer members than three are soon put together by chance. */
const FEWEST_MEMBERS = 3;

/** @returns undefined where there is little to put together */
function plainOf(boundaries: readonly Case[]): Choice | undefined {
  const plain = choiceOf(deviationsOf(boundaries, 'plain').filter(({ opaque }) => !opaque));
  return plain.members.size < FEWEST_MEMBERS ? undefined : plain;
}

/** Each value of each member once. */
function deviationsOf(
  boundaries: readonly Case[],
  tier: 'plain' | 'hostile',
): readonly Deviation[] {
  const known = new Map<string, Deviation>();
  for (const { intent, values } of boundaries) {
    if (intent.kind !== 'valid' || intent.tier !== tier || intent.member === undefined) continue;
    const { in: location, pointer, opaque = false } = intent.member;
    const deviation = { in: location, pointer, opaque, value: valueAt(values, intent.member) };
    known.set(JSON.stringify([keyOf(deviation), deviation.value]), deviation);
  }
  return [...known.values()];
}

function chosenFrom({ members }: Choice, share: number, random: fc.Random): readonly Deviation[] {
  const chosen: Deviation[] = [];
  const keys = shuffled([...members.keys()], random);
  // One pair at least, however small the share.
  const wanted = Math.max(2, Math.round(keys.length * share));
  for (const key of keys) {
    if (chosen.length >= wanted) break;
    const values = members.get(key) ?? [];
    const one = values[random.nextInt(0, values.length - 1)];
    if (one !== undefined && !chosen.some((other) => overlaps(one, other))) chosen.push(one);
  }
  return chosen;
}

function shuffled(keys: readonly string[], random: fc.Random): readonly string[] {
  const left = [...keys];
  const order: string[] = [];
  while (left.length > 0) order.push(...left.splice(random.nextInt(0, left.length - 1), 1));
  return order;
}

function grouped(
  deviations: readonly Deviation[],
  keyFor: (deviation: Deviation) => string,
): ReadonlyMap<string, readonly Deviation[]> {
  const groups = new Map<string, Deviation[]>();
  for (const deviation of deviations) {
    const key = keyFor(deviation);
    groups.set(key, [...(groups.get(key) ?? []), deviation]);
  }
  return groups;
}

function keyOf({ in: location, pointer }: ValuePlace): string {
  return `${location} ${pointer}`;
}

interface Mixed {
  readonly id: string;
  readonly index: number;
  readonly values: RequestValues;
  readonly chosen: readonly Deviation[];
  readonly tier: 'plain' | 'hostile';
}

function mixed({ case: template }: Accepted, { id, index, values, chosen, tier }: Mixed): Case {
  return {
    ...template,
    id,
    index,
    phase: 'fuzz',
    intent: { kind: 'valid', tier },
    values,
    slots: template.slots.filter((slot) => !chosen.some((one) => overlaps(slot, one))),
    deviation: phrase(tier, chosen),
  };
}

function phrase(tier: string, chosen: readonly Deviation[]): string {
  const [only, ...others] = chosen;
  return only !== undefined && others.length === 0
    ? `a ${tier} value of ${pointerTokens(only.pointer).join('.')}`
    : `${tier} values of ${String(chosen.length)} members put together`;
}
