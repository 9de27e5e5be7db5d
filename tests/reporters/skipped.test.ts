import picocolors from 'picocolors';
import { expect, test } from 'vitest';
import type { RunEvent, VerdictEvent } from '../../src/run/events.ts';
import {
  foldSkipped,
  skippedSection,
  type SkippedTally,
} from '../../src/reporters/terminal/skipped.ts';
import { createTerminalReporter } from '../../src/reporters/terminal.ts';
import { A_RUN, anExchange, aVerdict, FINDING } from './a-run.ts';

const colors = picocolors.createColors(false);
const skipped = (why: string): VerdictEvent['checks'][string] => ({ kind: 'skipped', why });

const EVENTS: readonly RunEvent[] = [
  anExchange(),
  aVerdict('ListPets', 'fuzz', {
    answered: 'pass',
    'status-declared': { kind: 'fail', findings: [FINDING] },
    'response-schema': skipped('no body'),
    'accepts-invalid': {
      kind: 'not-reached',
      why: { reason: 'twin refused', detail: 'status 404' },
    },
  }),
  aVerdict('ShowPet', 'fuzz', {
    'response-schema': skipped('no body'),
    'accepts-invalid': {
      kind: 'not-reached',
      why: { reason: 'twin refused', detail: 'status 400' },
    },
  }),
  aVerdict('ShowPet', 'fuzz', { 'response-schema': skipped('bytes\u001b are not read') }),
];

function linesOf(events: readonly RunEvent[]): readonly string[] {
  const tally = events.reduce<SkippedTally>(foldSkipped, new Map());
  return skippedSection(tally, { width: 80, colors });
}

test('each reason of each check is counted, the most frequent first', () => {
  expect(linesOf(EVENTS)).toEqual([
    'Not judged',
    '  2  accepts-invalid: the valid request beside it was refused',
    '  2  response-schema: no body',
    '  1  response-schema: bytes\\u{1b} are not read',
  ]);
});

test('a case that was not sent is counted with who would have to give what it lacks', () => {
  const unsent = (index: number): RunEvent => ({
    kind: 'unsent',
    operation: 'DeletePet',
    phase: 'fuzz',
    case: `DeletePet:fuzz:${String(index)}`,
    deviation: '',
    why: { reason: 'nothing of ours to remove', detail: 'CreatePet would have to create it' },
  });

  expect(linesOf([unsent(0), unsent(1)])[1]).toMatch(
    /^ {2}2 {2}DeletePet, not sent: nothing of ours to remove: CreatePet would have/,
  );
});

test('what passed or failed is not told', () => {
  expect(linesOf([aVerdict('ListPets', 'fuzz', { answered: 'pass' })])).toEqual([]);
});

test.each([
  [true, 'response-schema: status-declared failed'],
  [false, undefined],
])('the terminal tells it where it is asked for: %s', async (showsSkipped, line) => {
  let text = '';
  const screen = {
    write: (given: string) => {
      text += given;
    },
    columns: 80,
    isLive: false,
    colors,
  };
  const reporter = createTerminalReporter({ screen, written: () => [], showsSkipped });
  for (const event of A_RUN) reporter.on(event);
  await reporter.close();

  expect(text.includes('Not judged')).toBe(showsSkipped);
  if (line !== undefined) expect(text).toContain(line);
});
