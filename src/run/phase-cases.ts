/** The cases of each phase of one operation, as the run's options ask for them and manners allow. */
import { boundaryCases } from '../cases/boundaries.ts';
import type { Case, Phase } from '../cases/case.ts';
import { withDescribedMember } from '../cases/described-member.ts';
import { exampleCases } from '../cases/examples.ts';
import { fuzzSource, type DrawnCase } from '../cases/fuzz.ts';
import { mostTellingFirst } from '../cases/most-telling-first.ts';
import { pairCases } from '../cases/pairs.ts';
import { probeCases } from '../cases/probes.ts';
import { ownCheckOf } from '../checks/own-check.ts';
import type { NotReached } from '../checks/verdict.ts';
import type { Voice } from '../transport/voice.ts';
import { mayDeviate, mayProbe } from './manners.ts';
import type { RunState, SettledTemplate } from './run-state.ts';
import { keepingGiven } from './with-given.ts';

/** What decides about the cases: nothing that the run finds out. */
export interface PhaseContext extends Pick<
  RunState,
  'api' | 'schemas' | 'checks' | 'options' | 'isLoopback'
> {
  readonly voice: Pick<Voice, 'credentialChanges' | 'otherIdentities'>;
}

export interface OpenPhase {
  readonly cases: Iterable<DrawnCase>;
  /** How many at most; asking plans them all. */
  readonly count: number;
  /**
   * Plans some of the cases ahead, where planning takes time: a few milliseconds' worth.
   * @returns whether all are planned
   */
  plan(pieces?: number): boolean;
  /** Why there are none. */
  readonly why: NotReached | undefined;
}

/** @returns each phase's cases for an operation whose plain request was accepted, as it is asked for. */
export function phasesOf(
  context: PhaseContext,
  settled: SettledTemplate,
): (phase: Phase) => OpenPhase {
  const { case: template } = settled;
  // Nothing is planned until it is asked for.
  const boundaries = openBoundaries(context, settled);
  return (phase) => {
    switch (phase) {
      case 'examples':
        return listed(exampleCases(template, context.schemas));
      case 'fuzz':
        return openFuzz(context, settled, boundaries);
      case 'probes':
        return listed(probesOf(context, template));
      case 'boundaries':
        return boundaries;
      case 'template':
        return listed([]);
      default:
        return phase satisfies never;
    }
  };
}

/** Deviations planned at a time. */
const PIECE = 32;

/** They are not drawn, and end by themselves: so many times as many as of other cases may go out. */
const BOUNDARIES_SHARE = 3;

/** One in so many of the cases may hold listed values two by two. */
const PAIRS_SHARE = 4;

interface OpenBoundaries extends OpenPhase {
  /** @returns all of them, also those that there is no room for */
  readonly all: () => readonly Case[];
}

/** As many as the budget of an operation allows, of all of them: so all must be planned. */
function openBoundaries(
  { api, schemas, options }: PhaseContext,
  settled: SettledTemplate,
): OpenBoundaries {
  const all: Case[] = [];
  const planning = boundaryCases(settled, schemas)[Symbol.iterator]();
  const plan = (deviations: number): boolean => {
    for (let made = 0; made < deviations; made += 1) {
      const next = planning.next();
      if (next.done === true) return true;
      if (mayDeviate(next.value, settled.case, options))
        all.push(withDescribedMember(next.value, api.documents));
    }
    return false;
  };
  const planned = (): readonly Case[] => {
    plan(Infinity);
    return all;
  };
  const chosen = (): readonly Case[] => {
    const boundaries = planned();
    const most = Math.ceil(options.maxCases / PAIRS_SHARE);
    const { operation, slots } = settled.case;
    const accepted = { operation, slots, values: settled.values };
    const pairs = pairCases(accepted, boundaries, { schemas, documents: api.documents, most });
    return [...mostTellingFirst(boundaries, options.maxCases * BOUNDARIES_SHARE), ...pairs];
  };
  return {
    all: planned,
    cases: lazily(() => chosen().map(fixed)),
    get count() {
      return chosen().length;
    },
    plan: (pieces = 1) => plan(pieces * PIECE),
    why: undefined,
  };
}

function* lazily<Item>(make: () => Iterable<Item>): Iterable<Item> {
  yield* make();
}

/** Probes whose own check is off would be sent for nothing. */
function probesOf(context: PhaseContext, template: Case): readonly Case[] {
  const probes = probeCases(template, {
    api: context.api,
    schemas: context.schemas,
    unsafeMethods: context.isLoopback,
    credentialChanges: context.voice.credentialChanges(template.operation),
    otherIdentities: context.voice.otherIdentities(template.operation),
  });
  const names = new Set(context.checks.map(({ name }) => name));
  return probes.filter((probe) => {
    const own = ownCheckOf(probe.intent);
    return (
      (own === undefined || names.has(own)) &&
      mayProbe(probe, context.options, context.api) &&
      (probe.intent.kind !== 'invalid' || maySendWrongType(probe, template, context))
    );
  });
}

/** The boundaries have the wrong types of the whole body among all others: the same bytes go out once. */
function maySendWrongType(probe: Case, template: Case, { options }: PhaseContext): boolean {
  return !options.phases.includes('boundaries') && mayDeviate(probe, template, options);
}

function openFuzz(
  context: PhaseContext,
  settled: SettledTemplate,
  { all: boundaries }: OpenBoundaries,
): OpenPhase {
  try {
    const { schemas, options } = context;
    const source = fuzzSource(settled, { schemas, seed: options.seed, boundaries });
    const count = source.varies ? options.maxCases : 0;
    const draw = (index: number): DrawnCase | undefined => {
      const drawn = source.draw(index);
      if (drawn === undefined) return undefined;
      if (drawn.case.intent.kind === 'valid') return keepingGiven(context, drawn);
      return mayDeviate(drawn.case, settled.case, context.options) ? drawn : undefined;
    };
    return { cases: drawAll(draw, count), count, plan: nothing, why: undefined };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { ...listed([]), why: { reason: 'cannot be generated', detail: error.message } };
  }
}

function* drawAll(
  draw: (index: number) => DrawnCase | undefined,
  count: number,
): Iterable<DrawnCase> {
  for (let index = 0; index < count; index += 1) {
    const drawn = draw(index);
    if (drawn !== undefined) yield drawn;
  }
}

function listed(cases: readonly Case[]): OpenPhase {
  return { cases: cases.map(fixed), count: cases.length, plan: nothing, why: undefined };
}

/** It is all there. */
function nothing(): boolean {
  return true;
}

/** A case that was not drawn has nothing smaller of its kind. */
function fixed(testCase: Case): DrawnCase {
  return { case: testCase, shrink: () => [] };
}
