/** Flags as members of the configuration, and what is said of those that can't be read. */
import { Option } from 'commander';
import { describe, expect, test } from 'vitest';
import { FLAGS, type Flag, type FlagTable } from '../../src/cli/flags.ts';
import { readFlags } from '../../src/cli/read-flags.ts';
import { configSchema } from '../../src/config/user-config.ts';

const members = (given: Readonly<Record<string, unknown>>): object => readFlags(given, {});

function mistake(given: Readonly<Record<string, unknown>>): string {
  try {
    readFlags(given, {});
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'no mistake';
}

test('the table has an entry for each member of the configuration', () => {
  expect(Object.keys(FLAGS).sort()).toEqual(Object.keys(configSchema.entries).sort());
});

test('a member without an entry does not compile', () => {
  const { seed, ...rest } = FLAGS;
  // @ts-expect-error seed has no entry: the type check fails when this line stops being an error.
  const incomplete: FlagTable = rest;

  expect(Object.keys(incomplete)).not.toContain('seed');
  expect(seed.flags).toBe('--seed <n>');
});

test('flags that are not given set nothing', () => {
  expect(members({})).toEqual({ headers: [] });
});

test('each flag sets its member', () => {
  expect(
    members({
      baseUrl: 'http://x',
      include: ['a,b', 'c'],
      exclude: ['d'],
      phases: ['fuzz'],
      maxCases: '3',
      seed: '4',
      concurrency: '5',
      header: ['X-A: 1', 'X-B:2:3', 'X-C:'],
      auth: 'u:p',
      timeout: '1.5',
      report: ['junit'],
      out: 'folder',
      allowWrites: true,
    }),
  ).toEqual({
    baseUrl: 'http://x',
    include: ['a', 'b', 'c'],
    exclude: ['d'],
    phases: ['fuzz'],
    maxCases: 3,
    seed: 4,
    concurrency: 5,
    headers: [
      ['X-A', '1'],
      ['X-B', '2:3'],
      ['X-C', ''],
    ],
    credential: { kind: 'basic', user: 'u', password: 'p' },
    timeoutMs: 1_500,
    report: ['junit'],
    out: 'folder',
    writes: true,
  });
});

test('every flag of the table is read: commander’s name for it changes what is read', () => {
  const samples = {
    text: 'a:b',
    number: '1',
    seconds: '1',
    list: ['fuzz'],
    lines: ['a: b'],
    switch: true,
  };
  const known: Readonly<Record<string, unknown>> = { report: ['junit'], preset: 'quick' };
  const entries: readonly (Flag | null)[] = Object.values(FLAGS);
  for (const flag of entries.filter((entry) => entry !== null)) {
    const name = new Option(flag.flags).attributeName();
    const given = { [name]: samples[flag.kind], ...(name in known ? { [name]: known[name] } : {}) };

    expect(members(given), flag.flags).not.toEqual(members({}));
  }
});

describe('credentials', () => {
  test('the environment’s is kept apart, as a whole value', () => {
    expect(readFlags({}, { ASSAY_AUTH: ' Bearer x ' }).environmentCredential).toEqual({
      kind: 'authorization',
      value: 'Bearer x',
    });
    expect(readFlags({}, { ASSAY_AUTH: ' ' }).environmentCredential).toBeUndefined();
  });

  test('a bearer token', () => {
    expect(readFlags({ auth: 'bearer:t' }, {}).credential).toEqual({ kind: 'bearer', token: 't' });
  });

  test('what can’t be read is not repeated', () => {
    expect(mistake({ auth: 'c4n4ry' })).not.toContain('c4n4ry');
    expect(mistake({ auth: 'c4n4ry' })).toContain('--auth');
    expect(mistake({ header: ['c4n4ry'] })).toBe('--header: expected a name, a colon and a value.');
    expect(mistake({ header: ['X-A: c4n4ry\r\nX-B: 1'] })).toBe(
      '--header: expected a name, a colon and a value.',
    );
  });
});

describe('mistakes', () => {
  test.each([
    [{ seed: 'abc' }, '--seed: expected a whole number from 0 to 4294967295, got "abc".'],
    [{ seed: '-1' }, '--seed: expected a whole number from 0 to 4294967295, got -1.'],
    [{ seed: '1e3' }, '--seed: expected a whole number from 0 to 4294967295, got "1e3".'],
    [{ seed: '' }, '--seed: expected a whole number from 0 to 4294967295, got "".'],
    [{ maxCases: '1.5' }, '--max-cases: expected a whole number from 0 to 1000000, got 1.5.'],
    [{ concurrency: '0' }, '--concurrency: expected a whole number from 1 to 1000, got 0.'],
    [{ timeout: 'soon' }, '--timeout: expected a time in seconds.'],
    [{ timeout: '0' }, '--timeout: expected a time in seconds.'],
    [
      { phases: ['fuz'] },
      '--phases: expected one of examples, boundaries, probes, fuzz, got "fuz". Did you mean fuzz?',
    ],
    [{ report: ['html'] }, '--report: expected one of ndjson, junit, terminal, got "html".'],
    [{ out: '' }, '--out: expected a folder, got "".'],
    [{ include: [''] }, '--include: expected at least one.'],
  ])('%j', (given, message) => {
    expect(mistake(given)).toBe(message);
  });
});
