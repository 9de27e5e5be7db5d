/** The terminal report: what is printed, where lines are drawn over, and that hostile text can do nothing. */
import fc from 'fast-check';
import picocolors from 'picocolors';
import { describe, expect, test } from 'vitest';
import type { RunEvent, RunFinished } from '../../src/run/events.ts';
import type { Screen } from '../../src/reporters/screen.ts';
import { createTerminalReporter } from '../../src/reporters/terminal.ts';
import { printable } from '../../src/reporters/terminal/printable.ts';
import { fold, INITIAL_STATE } from '../../src/reporters/terminal/state.ts';
import { render } from '../../src/reporters/terminal/summary.ts';
import { A_RUN, aCount, aFailure, aLedger, anExchange, FINISHED, STARTED } from './a-run.ts';

async function printed(events: readonly RunEvent[], screen: Partial<Screen> = {}): Promise<string> {
  let output = '';
  const reporter = createTerminalReporter({
    screen: {
      write: (text) => {
        output += text;
      },
      columns: 90,
      isLive: false,
      colors: picocolors.createColors(false),
      ...screen,
    },
    written: () => ['reports/run.ndjson', 'reports/junit.xml'],
    showsSkipped: false,
  });
  for (const event of events) reporter.on(event);
  await reporter.close();
  return output;
}

const summaryOf = (events: readonly RunEvent[]): string =>
  render(events.reduce(fold, INITIAL_STATE), {
    width: 90,
    colors: picocolors.createColors(false),
    written: [],
    skipped: new Map(),
  });

describe('where there is no terminal', () => {
  test('a run is this, whole', async () => {
    expect(await printed(A_RUN)).toMatchSnapshot();
  });

  test('nothing is drawn over and nothing is coloured', async () => {
    expect(await printed(A_RUN)).not.toMatch(/[\u001b\r]/);
  });

  test('the first ten failures are told as they come', async () => {
    const failures = Array.from({ length: 12 }, (_, index) => aFailure({ id: String(index) }));

    const output = await printed([STARTED, ...failures]);

    expect(output.match(/^FAIL A103 status-declared ListPets: /gm)).toHaveLength(10);
    expect(await printed([STARTED, ...failures], { isLive: true })).not.toContain('FAIL');
  });

  test('a line of progress comes every ten seconds of the run', async () => {
    const events: RunEvent[] = [
      STARTED,
      ...[1_000, 9_000, 10_500, 19_000, 21_000].map((startedMs) => anExchange({ startedMs })),
    ];

    const lines = (await printed(events)).split('\n').filter((line) => line.includes(' % · '));

    expect(lines).toEqual([
      '0 % · 3 requests · 0 failures · 11 s · template ListPets',
      '0 % · 5 requests · 0 failures · 21 s · template ListPets',
    ]);
  });
});

describe('on a terminal', () => {
  test('one line is drawn over, and is gone at the end', async () => {
    const output = await printed(
      [STARTED, anExchange({ startedMs: 200 }), anExchange({ startedMs: 400 }), FINISHED],
      { isLive: true },
    );

    expect(output.split('\r\u001b[2K')).toHaveLength(4);
    expect(output.slice(output.lastIndexOf('\r\u001b[2K'))).not.toContain(' % · ');
  });

  test('the live line never reaches the last column', async () => {
    const output = await printed(
      [STARTED, anExchange({ operation: 'x'.repeat(200), startedMs: 200 })],
      {
        isLive: true,
        columns: 40,
      },
    );

    const live = output.split('\r\u001b[2K')[1] ?? '';
    expect([...live].length).toBe(39);
  });

  test('is drawn ten times a second at most', async () => {
    const events = Array.from({ length: 1_000 }, (_, startedMs) => anExchange({ startedMs }));

    const output = await printed([STARTED, ...events], { isLive: true });

    expect(output.split('\r\u001b[2K').length).toBeLessThanOrEqual(13);
  });

  test('severities have colours of their own', async () => {
    const output = await printed(A_RUN, { colors: picocolors.createColors(true) });

    expect(output).toContain('\u001b[33mmedium\u001b[39m');
  });
});

describe('the summary', () => {
  test('of a run without failures says so, and nothing more', () => {
    const finished = {
      ...FINISHED,
      exitCode: 0,
      reasons: [],
      accepted: 4,
      withheld: 0,
      failures: [],
    } as const;

    expect(summaryOf([STARTED, finished])).toBe(
      '\n4/4 accepted · 3 requests in 1.2 s · seed 42\nno failures\nevery case sent\n',
    );
  });

  test('says whether more of what ran out would have taught more', () => {
    const ended = (parts: Partial<RunFinished>): string =>
      summaryOf([STARTED, { ...FINISHED, ...parts }]);
    const late = { sent: 100, lastLesson: 90, drawn: { sent: 50, last: 45 } };
    const early = { sent: 100, lastLesson: 60, drawn: { sent: 50, last: 0 } };

    expect(ended({ ...late, outOfBudget: true })).toContain(
      'out of time or requests; last new status or failure at request 90 of 100: running longer would teach more\n',
    );
    expect(ended({ ...early, outOfBudget: true })).toContain(
      'at request 60 of 100: running longer would teach little\n',
    );
    expect(ended(late)).toContain(
      'every case sent; last new status or failure at 45 of 50 drawn at random: more of them (--max-cases) would teach more\n',
    );
    expect(ended(early)).toContain(
      'every case sent; nothing new of 50 drawn at random: more of them (--max-cases) would teach little\n',
    );
  });

  test('counts what was not sent and what was not judged', () => {
    const text = summaryOf([
      STARTED,
      { ...FINISHED, repeated: 2, unproven: 1, unenforced: 3, opaque: 1, tolerated: 1 },
    ]);

    expect(text).toContain(
      [
        '2 cases not sent: the same bytes had been sent',
        '1 invalid case not sent: some reading of the bytes is valid',
        '3 answers not judged: the description says x-enforced: false',
        '1 refusal not judged: what is valid there cannot be stated',
        '1 finding tolerated by config\n',
      ].join('\n'),
    );
  });

  test('failures come in the order of the run’s ranking', () => {
    const failures = [
      aFailure({ id: 'aaaaaaaa', severity: 'low', title: 'Second' }),
      aFailure({ id: 'bbbbbbbb', severity: 'critical', title: 'First' }),
    ];
    const finished = {
      ...FINISHED,
      failures: ['bbbbbbbb', 'aaaaaaaa'].map((id) => aCount(id)),
    };

    const text = summaryOf([STARTED, ...failures, finished]);

    expect(text.indexOf('First')).toBeLessThan(text.indexOf('Second'));
    expect(text).toContain('2 failures: 1 critical, 1 low');
  });

  test('a failure says what was sent, what was accepted instead, and shows both places', () => {
    const text = summaryOf([
      STARTED,
      aFailure({
        sentence: 'A valid GET /pets (drawn at random) deserves an answer.',
        twin: 'The same request with limit: 10 was accepted.',
        at: '/state',
        answerFrame: ['  {', '>   "state": "Open\u001b[31m"', '  }'],
      }),
    ]);

    expect(text).toContain('A valid GET /pets (drawn at random) deserves an answer.');
    expect(text).toContain('The same request with limit: 10 was accepted.');
    expect(text).toContain('> 12 |     responses:');
    expect(text).toContain('>   "state": "Open\\u{1b}[31m"');
    expect(text).toContain('$ assay replay 0a1b2c3d');
    expect(text).not.toContain('teapot');
  });

  test('many failures are no wall of text: eight in full, twenty in a line, the rest counted', () => {
    const failures = Array.from({ length: 50 }, (_, index) =>
      aFailure({ id: `id${String(index)}` }),
    );
    const finished = {
      ...FINISHED,
      failures: failures.map(({ id }) => aCount(id)),
    };

    const text = summaryOf([STARTED, ...failures, finished]);

    expect(text.match(/\$ curl/g)).toHaveLength(8);
    expect(text.match(/A103/g)).toHaveLength(28);
    expect(text).toContain('and 22 more');
    expect(text.split('\n').length).toBeLessThan(200);
  });

  test('many untested operations are told by reason', () => {
    const untested = Array.from({ length: 41 }, (_, index) => ({
      kind: 'operation-finished' as const,
      operation: `Show${String(index)}`,
      ledger: aLedger({ untested: { reason: 'no id known', detail: `id${String(index)}` } }),
    }));

    const text = summaryOf([STARTED, ...untested, FINISHED]);

    expect(text).toContain('Untested (41)\n  no id known (41): Show0, Show1, Show2 and 38 more\n');
  });

  test('only the first problems are shown, with the command that shows all', () => {
    const problem = A_RUN.find((event) => event.kind === 'spec-problem');
    if (problem === undefined) throw new Error('the run has a problem');

    const text = summaryOf([STARTED, ...Array.from({ length: 61 }, () => problem), FINISHED]);

    expect(text).toContain('Problems of the description (61)');
    expect(text.match(/pets\.yaml:40:9/g)).toHaveLength(5);
    expect(text).toContain('and 56 more: assay list pets.yaml');
  });

  test('a run that was stopped tells what it found, and leaves the rest to the error', () => {
    const events = A_RUN.filter(({ kind }) => kind !== 'run-finished');

    const text = summaryOf(events);

    expect(text).toContain('Failures (1)');
    expect(text).not.toContain('Problems');
    expect(text).not.toContain('Untested');
  });

  test('a run that stopped before it began prints nothing', async () => {
    expect(await printed([])).toBe('');
  });

  test('long values, bodies and lines are cut to the width, but never the command', () => {
    const curl = `curl '${'y'.repeat(300)}'`;
    const failure = aFailure({
      actual: 'x'.repeat(5_000),
      curl,
      example: anExchange({
        outcome: {
          kind: 'answer',
          status: 200,
          headers: [],
          body: { encoding: 'text', content: 'z'.repeat(5_000), bytes: 5_000 },
        },
      }),
    });

    const lines = summaryOf([STARTED, failure, FINISHED]).split('\n');

    expect(lines.filter((line) => line.length > 90)).toEqual([`    $ ${curl}`]);
  });
});

describe('hostile text', () => {
  const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
  // Everything that moves, colours, hides or reorders, written apart from the code under test.
  const dangerous = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

  test('nothing that a terminal acts upon is left of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(printable(text)).not.toMatch(dangerous);
      }),
      { numRuns: 2_000 },
    );
  });

  test('plain text stays as it is', () => {
    expect(printable('Grüße, 東京 👋 {"a": 1}')).toBe('Grüße, 東京 👋 {"a": 1}');
  });

  test('an answer, a description and a run made of it print only line ends of our own', async () => {
    const evil = '\u001b[2J\u001b]0;gone\u0007\r\u202e\u009b31m';
    const exchange = anExchange({
      operation: evil,
      request: { method: evil, url: evil, headers: [['Content-Type', evil]], body: null },
      outcome: {
        kind: 'answer',
        status: 200,
        headers: [['Content-Type', evil]],
        body: { encoding: 'text', content: evil, bytes: 20 },
      },
      deviation: evil,
      startedMs: 20_000,
    });
    const events: RunEvent[] = [
      { ...STARTED, title: evil, source: evil, baseUrl: evil },
      {
        kind: 'spec-problem',
        code: 'wrong-part',
        message: evil,
        place: evil,
        operations: [],
        location: { file: evil, line: 1, column: 1 },
      },
      exchange,
      aFailure({
        operation: evil,
        title: evil,
        detail: evil,
        at: evil,
        expected: evil,
        actual: evil,
        curl: evil,
        location: { file: evil, line: 1, column: 1 },
        example: exchange,
      }),
      {
        kind: 'operation-finished',
        operation: evil,
        ledger: aLedger({ untested: { reason: 'no id known', detail: evil } }),
      },
      {
        ...FINISHED,
        reasons: [evil],
        failures: [aCount('0a1b2c3d', [evil])],
      },
    ];

    expect((await printed(events)).replaceAll('\n', '')).not.toMatch(dangerous);
  });
});
