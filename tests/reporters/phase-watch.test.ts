/** What whoever waits for a phase is told: its own failures, causes seen again, or why nothing was sent. */
import { expect, test } from 'vitest';
import { createPhaseWatch } from '../../src/reporters/phase-watch.ts';
import type { RunEvent } from '../../src/run/events.ts';
import { aFailure, aVerdict, FINDING, FINISHED } from './a-run.ts';

const FAILED = { kind: 'fail', findings: [FINDING] } as const;

const over = (operation: string): RunEvent => ({
  kind: 'phase-finished',
  operation,
  phase: 'template',
  sent: 1,
});

test('a phase is over when the run says so, and not before', async () => {
  const { reporter, phase } = createPhaseWatch();
  let isOver = false;
  const waiting = phase('ListPets', 'template').then(() => (isOver = true));
  await Promise.resolve();
  expect(isOver).toBe(false);

  reporter.on(over('ListPets'));
  await waiting;

  expect(isOver).toBe(true);
});

test('a cause that another operation showed first is no pass here', async () => {
  const { reporter, phase } = createPhaseWatch();
  const first = aFailure({ operation: 'ListPets', phase: 'template', ...FINDING });
  reporter.on(aVerdict('ListPets', 'template', { [first.check]: FAILED }));
  reporter.on(first);
  reporter.on(aVerdict('ShowPet', 'template', { [first.check]: FAILED }));
  for (const operation of ['ListPets', 'ShowPet']) reporter.on(over(operation));

  expect(await phase('ListPets', 'template')).toMatchObject({ failures: [first], seenAgain: [] });
  expect(await phase('ShowPet', 'template')).toMatchObject({
    failures: [],
    seenAgain: [expect.stringContaining('told in full under ListPets (template)')],
  });
});

test('a failure that comes after its phase was told is left for the end', async () => {
  const { reporter, phase, untold } = createPhaseWatch();
  reporter.on(over('ListPets'));
  expect((await phase('ListPets', 'template')).failures).toEqual([]);
  const late = aFailure({ operation: 'ListPets', phase: 'template' });

  reporter.on(late);
  reporter.on(FINISHED);

  expect(untold()).toEqual([late]);
});

test('a run that is stopped ends all waiting with its error', async () => {
  const { phase, fail } = createPhaseWatch();
  const waiting = phase('ListPets', 'template');

  fail(new Error('stopped'));

  await expect(waiting).rejects.toThrow('stopped');
});
