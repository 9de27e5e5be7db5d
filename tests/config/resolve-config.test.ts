/** The configuration: its defaults, what goes over what, and one clear sentence for each mistake. */
import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/config/config-error.ts';
import { resolveConfig, type Overrides } from '../../src/config/resolve-config.ts';

function mistake(user: unknown, overrides: Overrides = {}): string {
  try {
    resolveConfig(user, { file: 'assay.config.ts' }, overrides);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('defaults', () => {
  test('all that a description alone leaves open', () => {
    const { run, ...rest } = resolveConfig({ spec: 'api.yaml' });

    expect(rest).toEqual({
      spec: 'api.yaml',
      target: {
        kind: 'described',
        identities: {},
        fallback: undefined,
        headers: [],
        values: {},
        checks: {},
        isConfigured: true,
        withheld: [],
      },
      include: [],
      exclude: [],
      transport: {
        timeoutMs: 10_000,
        maxAnswerBytes: 10_000_000,
        retries: 3,
        maxWaitMs: 60_000,
      },
      reports: { names: ['ndjson', 'junit', 'terminal'], folder: 'reports' },
    });
    expect({ ...run, seed: 0 }).toMatchObject({
      seed: 0,
      phases: ['examples', 'boundaries', 'probes', 'fuzz'],
      maxCases: 150,
      maxRequests: Infinity,
      maxTimeMs: 60_000,
      concurrency: 4,
      allowWrites: false,
      maxResends: 20,
      values: {},
      removers: [],
      named: [],
      identityOf: {},
      checks: {},
      refusals: {},
      tolerate: [],
      gate: { accepted: 0 },
    });
  });

  test('the seed is drawn anew, and stays what is given', () => {
    const seeds = Array.from({ length: 20 }, () => resolveConfig({ spec: 'a' }).run.seed);

    expect(new Set(seeds).size).toBeGreaterThan(15);
    expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32)).toBe(true);
    expect(resolveConfig({ spec: 'a', seed: 4_294_967_295 }).run.seed).toBe(4_294_967_295);
  });

  test('one resolution leaves nothing behind for the next', () => {
    const first = resolveConfig({ spec: 'a' });
    (first.run.phases as string[]).pop();

    expect(resolveConfig({ spec: 'a' }).run.phases).toHaveLength(4);
  });
});

describe('what goes over what', () => {
  test('flags go over the file, but only those that are given', () => {
    const config = resolveConfig(
      { spec: 'a', maxCases: 3, seed: 1 },
      {},
      { seed: 2, concurrency: undefined as unknown as number },
    );

    expect(config.run).toMatchObject({ maxCases: 3, seed: 2, concurrency: 4 });
  });

  test('paths of a file are meant from its folder, those of flags from the current one', () => {
    const source = { file: 'deep/assay.config.ts', folder: 'deep' };

    expect(resolveConfig({ spec: 'a.yaml', out: 'r' }, source)).toMatchObject({
      spec: 'deep/a.yaml',
      reports: { folder: 'deep/r' },
    });
    expect(resolveConfig({ spec: 'a.yaml' }, source, { spec: 'b.yaml', out: 'r' })).toMatchObject({
      spec: 'b.yaml',
      reports: { folder: 'r' },
    });
    expect(resolveConfig({ spec: 'https://x.test/a.yaml' }, source).spec).toBe(
      'https://x.test/a.yaml',
    );
    expect(resolveConfig({ spec: '/a.yaml' }, source).spec).toBe('/a.yaml');
  });

  test('a single value is a list of one', () => {
    const values = { ShowPet: { petId: 7, tags: [['a', 'b']], name: ['x', 'y'] } };

    expect(resolveConfig({ spec: 'a', values }).run.values).toEqual({
      ShowPet: { petId: [7], tags: [['a', 'b']], name: ['x', 'y'] },
    });
  });
});

describe('mistakes', () => {
  test.each([
    [{ spce: 'a' }, 'spce: no such member. Did you mean spec?'],
    [{ spec: 5 }, 'spec: expected a path or a URL, got 5'],
    [{ spec: '' }, 'spec: expected a path or a URL, got ""'],
    [{ seed: -1 }, 'seed: expected a whole number from 0 to 4294967295, got -1'],
    [{ seed: 2 ** 32 }, 'seed: expected a whole number from 0 to 4294967295, got 4294967296'],
    [{ seed: 'abc' }, 'seed: expected a whole number from 0 to 4294967295, got "abc"'],
    [{ maxCases: 1.5 }, 'maxCases: expected a whole number from 0 to 1000000, got 1.5'],
    [{ timeoutMs: 0 }, 'timeoutMs: expected a whole number from 1 to 86400000, got 0'],
    [{ concurrency: null }, 'concurrency: expected a whole number from 1 to 1000, got null'],
    [
      { phases: ['fuz'] },
      'phases.0: expected one of examples, boundaries, probes, fuzz, got "fuz". Did you mean fuzz?',
    ],
    [{ phases: 'fuzz' }, 'phases: expected a list of phases, got "fuzz"'],
    [
      { report: ['junti'] },
      'report.0: expected one of ndjson, junit, terminal, got "junti". Did you mean junit?',
    ],
    [{ writes: 'yes' }, 'writes: expected true or false, got "yes"'],
    [{ gate: { accepted: 2 } }, "gate.accepted: expected 'all' or a share from 0 to 1, got 2"],
    [{ gate: { acepted: 1 } }, 'gate.acepted: no such member. Did you mean accepted?'],
    [
      { checks: { 'status-declared': 'hihg' } },
      'checks.status-declared: expected one of critical, high, medium, low, off, got "hihg". Did you mean high?',
    ],
    [
      { values: { ShowPet: 7 } },
      'values.ShowPet: expected an object of parameter names (or body pointers), got 7',
    ],
    [{ as: { ShowPet: 7 } }, 'as.ShowPet: expected the name of an identity, got 7'],
    [{ target: {} }, 'target: expected an object with start or baseUrl, got an object'],
    [
      { target: { baseUrl: 'x', identites: {} } },
      'target.identites: no such member. Did you mean identities?',
    ],
    [{ target: { start: 'x' } }, 'target.start: expected a function, got a string'],
    [{ headers: { 'X-A': 1 } }, 'headers.X-A: expected text, got a number'],
    [
      { identities: { me: {} } },
      'identities.me: expected an object with basic, bearer, authorization or apiKey, got an object',
    ],
    [
      { identities: { me: { basic: { user: 'u' } } } },
      'identities.me.basic.password: expected it to be there',
    ],
  ])('%j', (user, message) => {
    expect(mistake({ spec: 'a', ...user })).toBe(`assay.config.ts: ${message}`);
  });

  test('an unknown check is told with the nearest one', () => {
    expect(mistake({ spec: 'a', checks: { 'status-declard': 'high' } })).toMatch(
      /^assay.config.ts: checks.status-declard: expected one of .*Did you mean status-declared\?$/,
    );
  });

  test('several are told together', () => {
    expect(mistake({ spec: 'a', sed: 1, maxCases: 'x' })).toBe(
      [
        'assay.config.ts: 2 members are wrong',
        '  maxCases: expected a whole number from 0 to 1000000, got "x"',
        '  sed: no such member. Did you mean seed or spec?',
      ].join('\n'),
    );
  });

  test.each([[[]], [null], [undefined], [() => ({})], ['spec']])(
    'what is no object is told as that: %s',
    (user) => {
      expect(mistake(user)).toBe('assay.config.ts holds no object.');
    },
  );

  test('a description that nobody names', () => {
    expect(mistake({})).toBe('No description is named.');
  });

  test('secrets are not repeated', () => {
    const canary = 'c4n4ry';
    const wrong = [
      { identities: { me: canary } },
      { identities: { me: { bearer: { token: canary } } } },
      { identities: { me: { bearer: [canary] } } },
      { identities: { me: { apiKey: { in: canary, name: 'k', value: 'v' } } } },
      { target: { baseUrl: 'http://x', identities: { me: canary } } },
      { target: canary },
      { headers: canary },
      { headers: { Cookie: [canary] } },
    ];
    for (const user of wrong) expect(mistake({ spec: 'a', ...user })).not.toContain(canary);
  });
});
