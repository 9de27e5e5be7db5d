// The faults: each changes what the sandbox does, where it says it does, and none is on unless it is asked for.
import { afterEach, describe, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../../../sandbox/index.ts';
import { FAULTS } from '../../../sandbox/faults/table.ts';
import { OPERATIONS, ROUTES } from '../../../sandbox/routes/table.ts';
import { tell, type Told } from './story.ts';

const plain = tell([]);
const limited = tell([], 'real');
const NEEDS_LIMITS = new Set(['retry-after-missing', 'limit-per-ticket-not-kept']);

describe('the table', () => {
  test('has eighty and more, thirty of state, each once, in words', () => {
    const names = FAULTS.map(({ name }) => name);

    expect(FAULTS.length).toBeGreaterThanOrEqual(80);
    expect(new Set(names).size).toBe(names.length);
    expect(FAULTS.filter((fault) => fault.class === 'state').length).toBeGreaterThanOrEqual(30);
    for (const kind of ['answer', 'input', 'wire'])
      expect(FAULTS.some((fault) => fault.class === kind)).toBe(true);
    for (const { name, sentence } of FAULTS) {
      expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
      expect(sentence).toMatch(/^[A-Z].+\.$/);
    }
  });

  test('shows a third and more only on an edge value, a pair, or a second page or request; those of second are of state', () => {
    const hidden = FAULTS.filter(({ shows }) => shows !== 'always');
    const second = FAULTS.filter(({ shows, class: kind }) => shows === 'second' && kind !== 'wire');

    expect(hidden.length * 3).toBeGreaterThanOrEqual(FAULTS.length);
    expect(new Set(second.map((fault) => fault.class))).toEqual(new Set(['state']));
  });

  test('names operations that exist, and nearly all of the 45', () => {
    const known = new Set(ROUTES.map(({ operation }) => operation));
    const named = new Set(
      FAULTS.flatMap(({ operations }) => operations).filter((name) => name !== '*'),
    );

    expect([...named].filter((name) => !known.has(name))).toEqual([]);
    expect(OPERATIONS).toHaveLength(45);
    expect(
      OPERATIONS.filter(({ operation }) => named.has(operation)).length,
    ).toBeGreaterThanOrEqual(38);
  });
});

describe('without a fault', () => {
  test('nothing differs, however often the story is told', () => {
    expect(tell([])).toEqual(plain);
    expect(tell([], 'real')).toEqual(limited);
  });

  test('nothing breaks down', () => {
    expect(plain.filter(({ status }) => status >= 500 || status === 0)).toEqual([]);
    expect(plain.length).toBeGreaterThan(200);
  });
});

describe.each(FAULTS.filter((fault) => fault.class !== 'wire'))('$name', ({ name, operations }) => {
  test('changes what is answered, not before one of its operations is used', () => {
    const needsLimits = NEEDS_LIMITS.has(name);
    const before = needsLimits ? limited : plain;

    const after = tell([name], needsLimits ? 'real' : 'count');

    const first = firstDifference(before, after);
    expect(first, 'nothing differs').not.toBeNull();
    const firstUse = before.findIndex(
      ({ operation }) => operations.includes('*') || operations.includes(operation ?? ''),
    );
    expect(first).toBeGreaterThanOrEqual(firstUse);
    expect(firstUse).toBeGreaterThanOrEqual(0);
  });
});

function firstDifference(left: readonly Told[], right: readonly Told[]): number | null {
  for (const [index, told] of left.entries()) {
    if (JSON.stringify(told) !== JSON.stringify(right[index])) return index;
  }
  return null;
}

describe('faults of the wire', () => {
  let sandbox: Sandbox | null = null;
  afterEach(async () => {
    await sandbox?.close();
  });

  const PATHS: Readonly<Record<string, string>> = {
    'slow-answer': 'tickets/5/related',
    'no-answer': 'tickets/5/audits/count',
    'connection-reset': 'tickets/5/followers',
    'second-request-reset': 'tickets/5/tags',
    'answer-cut-off': 'tickets/5/collaborators',
    'long-answer-cut-off': 'tickets/16/audits',
    'json-ends-early': 'routing/tickets/5/instance_values',
    'empty-answer': 'tickets/5/audits/AUDIT',
    'bytes-are-not-utf8': 'tickets/10/incidents',
    'answer-is-not-http': 'tickets/5/email_ccs',
  };

  test.each(FAULTS.filter((fault) => fault.class === 'wire'))(
    '$name spoils an answer that is sound without it',
    async ({ name }) => {
      const sound = await outcome([], PATHS[name] ?? '');
      const spoilt = await outcome([name], PATHS[name] ?? '');

      expect(sound).toEqual(['json', 'json']);
      expect(spoilt).not.toEqual(sound);
    },
  );

  async function outcome(faults: readonly string[], path: string): Promise<readonly string[]> {
    sandbox = await startSandbox({ faults });
    const { url, credentials } = sandbox;
    const get = async (place: string): Promise<unknown> => {
      const response = await fetch(`${url}/api/v2/${place}`, {
        headers: { authorization: credentials.admin.authorization },
        signal: AbortSignal.timeout(500),
      });
      const bytes = await response.arrayBuffer();
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
    };
    const { audits } = path.includes('AUDIT')
      ? ((await get('tickets/5/audits')) as { audits: { id: number }[] })
      : { audits: [] };
    const place = path.replace('AUDIT', String(audits[0]?.id));
    const outcomes: string[] = [];
    for (let time = 0; time < 2; time += 1)
      outcomes.push(
        await get(place).then(
          () => 'json',
          () => 'broken',
        ),
      );
    await sandbox.close();
    return outcomes;
  }
});

describe('choosing', () => {
  test('an unknown name is an error that names the closest', async () => {
    const misspelt = startSandbox({ faults: ['delted-ticket-shown'] });

    await expect(misspelt).rejects.toThrow(
      'There is no fault named "delted-ticket-shown". Did you mean deleted-ticket-shown',
    );
    await expect(misspelt).rejects.toHaveProperty('code', 'UNKNOWN_FAULT');
    await expect(startSandbox({ faults: ['zzz'] })).rejects.toThrow(
      'There is no fault named "zzz".',
    );
  });

  test('several can be on at once', () => {
    const both = tell(['created-is-200', 'ticket-id-as-text']);

    expect(
      both.some(({ operation, status }) => operation === 'CreateTicket' && status === 200),
    ).toBe(true);
    expect(
      both.some(({ operation, body }) => operation === 'ShowTicket' && /"id":"\d+"/.test(body)),
    ).toBe(true);
  });

  test('two sandboxes with the same fault remember nothing of each other', () => {
    expect(tell(['second-update-lost'])).toEqual(tell(['second-update-lost']));
  });
});
