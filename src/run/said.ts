/**
 * What all checks said of an answer, as the log has it. They say the same of most answers of a run:
 * it is put together once, so that whoever has seen it (a redactor, a report) knows it again.
 */
import type { Judgement } from '../checks/judge-exchange.ts';
import type { Verdict } from '../checks/verdict.ts';
import type { VerdictEvent } from './events.ts';

export type Said = VerdictEvent['checks'];

/** More ways than this to pass are not worth looking through. */
const MOST_KNOWN = 32;

interface Known {
  readonly judgements: readonly Judgement[];
  readonly said: Said;
}

/** @returns what puts judgements together; where none of them accuses, the same object for the same. */
export function createSayings(): (judgements: readonly Judgement[]) => Said {
  let known: readonly Known[] = [];
  return (judgements) => {
    const isShareable = judgements.every(({ verdict }) => isShared(verdict));
    const before = isShareable
      ? known.find((one) => isSame(one.judgements, judgements))
      : undefined;
    if (before !== undefined) return before.said;
    const said: Record<string, Said[string]> = {};
    for (const { check, verdict } of judgements) {
      said[check.name] = verdict.kind === 'pass' ? 'pass' : verdict;
    }
    if (isShareable) {
      known = [{ judgements, said }, ...known.slice(0, MOST_KNOWN - 1)];
    }
    return said;
  };
}

/** Others quote their answer. */
function isShared({ kind }: Verdict): boolean {
  return kind === 'pass' || kind === 'skipped';
}

/** Verdicts that are not of one answer alone are the same objects each time. */
function isSame(some: readonly Judgement[], others: readonly Judgement[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ check, verdict }, index) => {
      const other = others[index];
      return check === other?.check && verdict === other.verdict;
    })
  );
}
