/**
 * Defects planted into a real server: three for each of the first six checks, which any accepted
 * request shows. Each is found, as one failure of that check in that operation, and nothing else is;
 * the server without one is found to conform.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { run, type RunResult } from '../../src/index.ts';
import { FAULTS } from '../fault-server/faults.ts';
import { startFaultServer } from '../fault-server/start-fault-server.ts';

const LIBRARY = fileURLToPath(
  new URL('../fault-server/fault-server.openapi.yaml', import.meta.url),
);

const PLANTED = {
  answered: ['reset-by-hours', 'bad-length-of-loan', 'gzip-garbage-by-shelf'],
  'not-a-server-error': ['crashes-on-shelves', 'crashes-on-deleting-a-book', 'bad-gateway-by-loan'],
  'status-declared': ['creates-with-200', 'accepts-deletion-with-202', 'created-by-search'],
  'content-type-declared': ['json-as-html', 'untyped-loan', 'excerpt-as-markdown'],
  'response-headers': ['no-location-of-shelf', 'rate-in-words', 'unquoted-tag'],
  'response-schema': ['shelf-without-label', 'book-id-as-number', 'broken-json-of-renewal'],
} as const;

const CODES: Readonly<Record<keyof typeof PLANTED, string>> = {
  answered: 'A101',
  'not-a-server-error': 'A102',
  'status-declared': 'A103',
  'content-type-declared': 'A104',
  'response-headers': 'A105',
  'response-schema': 'A106',
};

async function runOn(faults: readonly string[]): Promise<RunResult> {
  const server = await startFaultServer({ faults });
  onTestFinished(() => server.close());
  const { url, credentials } = server;
  return run({
    spec: LIBRARY,
    target: {
      baseUrl: url,
      identities: {
        reader: { bearer: credentials.readerToken },
        desk: { apiKey: { in: 'header', name: 'X-Desk-Key', value: credentials.deskKey } },
      },
    },
    phases: ['examples'],
    seed: 1,
    concurrency: 8,
    timeoutMs: 5_000,
  });
}

test('the server without a defect is found to conform, every operation accepted', async () => {
  const { exitCode, found, accepted, operations } = await runOn([]);

  expect(found).toEqual([]);
  expect({ exitCode, accepted }).toEqual({ exitCode: 0, accepted: operations });
});

describe.each(Object.entries(PLANTED))('%s', (check, names) => {
  test.each(names)('%s is found, and is all that is found', async (name) => {
    const fault = FAULTS.find((candidate) => candidate.name === name);

    const { exitCode, found } = await runOn([name]);

    expect(fault?.check).toBe(check);
    expect(found.map(({ code, operation }) => ({ code, operation }))).toEqual([
      // The keys of the table are all there are.
      { code: CODES[check as keyof typeof PLANTED], operation: fault?.operation },
    ]);
    expect(exitCode).toBe(1);
  });
});
