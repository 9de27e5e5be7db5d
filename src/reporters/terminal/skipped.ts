/**
 * What the checks did not judge, and why, counted: `--show-skipped`. Silence is explained where
 * somebody asks for it, and costs nothing where nobody does.
 */
import { NOT_REACHED } from '../../checks/verdict.ts';
import type { RunEvent, UnsentEvent, VerdictEvent } from '../../run/events.ts';
import type { BlockOptions } from './failure-block.ts';
import { cut, number } from './layout.ts';
import { printable } from './printable.ts';

/** Check and reason to how often. */
export type SkippedTally = ReadonlyMap<string, Skipped>;

interface Skipped {
  readonly check: string;
  readonly why: string;
  readonly count: number;
}

/** @returns the tally after the event. */
export function foldSkipped(tally: SkippedTally, event: RunEvent): SkippedTally {
  if (event.kind !== 'verdict' && event.kind !== 'unsent') return tally;
  const next = new Map(tally);
  for (const { check, why } of event.kind === 'unsent' ? [unsent(event)] : unjudged(event)) {
    const key = `${check} ${why}`;
    next.set(key, { check, why, count: (tally.get(key)?.count ?? 0) + 1 });
  }
  return next;
}

type Said = Pick<Skipped, 'check' | 'why'>;

function unjudged({ checks }: VerdictEvent): readonly Said[] {
  return Object.entries(checks).flatMap(([check, verdict]) => {
    if (verdict === 'pass' || verdict.kind === 'fail') return [];
    const why = verdict.kind === 'skipped' ? verdict.why : NOT_REACHED[verdict.why.reason];
    return [{ check, why }];
  });
}

/** Which id is missing, and who would have to show it, differs from operation to operation. */
function unsent({ operation, why: { reason, detail } }: UnsentEvent): Said {
  return { check: `${operation}, not sent`, why: detail === '' ? reason : `${reason}: ${detail}` };
}

/** @returns a line for each check and reason, the most frequent first. */
export function skippedSection(
  tally: SkippedTally,
  { width, colors }: BlockOptions,
): readonly string[] {
  const skipped = [...tally.values()].sort(
    (a, b) => b.count - a.count || a.check.localeCompare(b.check),
  );
  if (skipped.length === 0) return [];
  const digits = Math.max(...skipped.map(({ count }) => number(count).length));
  return [
    colors.bold('Not judged'),
    ...skipped.map(({ check, why, count }) =>
      cut(`  ${number(count).padStart(digits)}  ${check}: ${printable(why)}`, width),
    ),
  ];
}
