/** What was caught and what was missed, by class of defect, and what it took. */
import type { Fault } from '../../sandbox/faults/fault.ts';
import type { Proof } from './messages.ts';

export interface Tried {
  readonly fault: Fault;
  readonly proof: Proof;
  readonly elapsedMs: number;
}

/** One line a class, and one for all of them. */
export function tally(tried: readonly Tried[]): readonly string[] {
  const classes = [...new Set(tried.map(({ fault }) => fault.class))];
  const lines = classes.map((kind) =>
    line(
      kind,
      tried.filter(({ fault }) => fault.class === kind),
    ),
  );
  return [...lines, line('all', tried)];
}

function line(name: string, tried: readonly Tried[]): string {
  const missed = tried
    .filter(({ proof }) => proof.found.length === 0)
    .map(({ fault }) => fault.name);
  const requests = tried.reduce((sum, { proof }) => sum + proof.requests, 0);
  const caught = `caught ${String(tried.length - missed.length)} of ${String(tried.length)}`;
  const several = tried
    .filter(({ proof }) => proof.found.length > 1)
    .map(({ fault }) => fault.name);
  const rest = missed.length === 0 ? 'missed none' : `missed ${missed.join(', ')}`;
  const split = several.length === 0 ? '' : `, as several failures ${several.join(', ')}`;
  return `${name.padEnd(7)} ${caught}: ${rest}${split} (${requests.toLocaleString('en')} requests)`;
}
