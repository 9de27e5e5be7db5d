/** The event log: a line an event, in order, whatever the text, and nothing left unwritten. */
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RunEvent } from '../../src/run/events.ts';
import { createNdjsonReporter, render } from '../../src/reporters/ndjson.ts';
import { LOG_VERSION } from '../../src/run/events.ts';
import { A_RUN, aFailure, anExchange } from './a-run.ts';

function aFile(): string {
  return path.join(mkdtempSync(path.join(tmpdir(), 'assay-ndjson-')), 'reports', 'run.ndjson');
}

const linesOf = (file: string): unknown[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as unknown);

test('a run is this, whole', () => {
  expect(A_RUN.map(lineOf).join('')).toMatchSnapshot();
});

test('the lines are the events, the first one versioned', async () => {
  const file = aFile();
  const reporter = createNdjsonReporter(file);

  for (const event of A_RUN) reporter.on(event);
  await reporter.close();

  expect(linesOf(file)).toEqual(JSON.parse(JSON.stringify(A_RUN)));
  expect(linesOf(file)[0]).toMatchObject({ kind: 'run-started', version: LOG_VERSION });
});

function lineOf(event: RunEvent): string {
  return render(event)
    .map((piece) => (typeof piece === 'string' ? piece : Buffer.from(piece).toString('utf8')))
    .join('');
}

test('a line is the JSON of its event, also where verdicts share what they say', () => {
  for (const event of [...A_RUN, ...A_RUN]) {
    expect(lineOf(event)).toBe(`${JSON.stringify(event)}\n`);
  }
});

test('a log larger than the chunks comes out whole and in order', async () => {
  const file = aFile();
  const reporter = createNdjsonReporter(file);

  for (let index = 0; index < 3_000; index += 1) reporter.on(anExchange({ startedMs: index }));
  await reporter.close();

  expect(linesOf(file).map((line) => (line as { startedMs: number }).startedMs)).toEqual(
    Array.from({ length: 3_000 }, (_, index) => index),
  );
});

test('a failure can be read before the run has ended', () => {
  const file = aFile();
  const reporter = createNdjsonReporter(file);

  reporter.on(anExchange());
  expect(existsSync(file)).toBe(false);
  reporter.on(aFailure());

  expect(linesOf(file)).toHaveLength(2);
});

test('an older log is replaced', async () => {
  const file = aFile();
  for (const startedMs of [1, 2]) {
    const reporter = createNdjsonReporter(file);
    reporter.on(anExchange({ startedMs }));
    await reporter.close();
  }

  expect(linesOf(file)).toEqual([JSON.parse(JSON.stringify(anExchange({ startedMs: 2 })))]);
});

test('any text stays on one line and reads back', () => {
  const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
  fc.assert(
    fc.property(fc.string({ unit }), (deviation) => {
      const line = lineOf(anExchange({ deviation }));

      expect(line.indexOf('\n')).toBe(line.length - 1);
      expect(Buffer.from(line).toString()).toBe(line);
      expect((JSON.parse(line) as { deviation: string }).deviation).toBe(deviation);
    }),
  );
});
