/** Which members of a failing request matter: by halves, then one by one. */
import { expect, test } from 'vitest';
import type { Case, Slot } from '../../src/cases/case.ts';
import { narrow, type Narrowed } from '../../src/run/narrow.ts';
import { NO_VALUES } from '../../src/wire/request.ts';
import { anOperation } from '../wire/an-operation.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];
const CHANGED = Object.fromEntries(NAMES.map((name) => [name, 1]));

const testCase: Case = {
  id: 'Test:fuzz:0',
  operation: anOperation(),
  phase: 'fuzz',
  index: 0,
  intent: { kind: 'valid', tier: 'plain' },
  values: { ...NO_VALUES, query: CHANGED },
  slots: [],
  deviation: '',
};

interface Told extends Narrowed<string> {
  readonly left: readonly string[];
  readonly ids: readonly string[];
}

/** The defect shows where all of `needed` are as the failing request had them. */
async function narrowed(needed: readonly string[], tries = 50): Promise<Told> {
  const ids: string[] = [];
  const told = await narrow({
    case: testCase,
    base: NO_VALUES,
    tries,
    show: (smaller) => {
      ids.push(smaller.id);
      const sent = Object.keys(smaller.values.query);
      const shows = needed.every((name) => sent.includes(name));
      return Promise.resolve(shows ? sent.join('') : undefined);
    },
  });
  return { ...told, ids, left: told.members.map(({ pointer }) => pointer.slice(1)) };
}

test('one that matters is left alone', async () => {
  for (const name of NAMES) {
    expect(await narrowed([name])).toMatchObject({ left: [name], shown: name });
  }
});

test.each([
  ['a', 'f'],
  ['c', 'd'],
  ['a', 'c', 'e'],
])('those that matter together are left, when neither half shows it: %s %s', async (...needed) => {
  const { left, shown } = await narrowed(needed);

  expect(left).toEqual(needed);
  expect(shown).toBe(needed.join(''));
});

test('where all matter, none is left out and nothing smaller was shown', async () => {
  expect(await narrowed(NAMES)).toMatchObject({ left: NAMES, shown: undefined });
});

test('no more are sent than allowed, each under a name of its own', async () => {
  const { ids, left } = await narrowed(['a', 'f'], 4);

  expect(ids).toHaveLength(4);
  expect(new Set(ids).size).toBe(4);
  expect(left).toEqual(expect.arrayContaining(['a', 'f']));
});

test('one is left alone where some of the others are valid only beside each other', async () => {
  const isValid = (sent: readonly string[]): boolean => sent.includes('a') === sent.includes('f');
  const { members } = await narrow({
    case: testCase,
    base: NO_VALUES,
    tries: 50,
    show: (smaller) => {
      const sent = Object.keys(smaller.values.query);
      return Promise.resolve(isValid(sent) && sent.includes('c') ? sent : undefined);
    },
  });

  expect(members.map(({ pointer }) => pointer)).toEqual(['/c']);
});

test('a member that a slot fills is not one of them', async () => {
  const slot: Slot = {
    in: 'query',
    pointer: '/a',
    keys: [],
    required: true,
    shape: 'one',
    fallback: undefined,
    place: 'test.yaml#',
  };
  const { members } = await narrow({
    case: { ...testCase, slots: [slot] },
    base: NO_VALUES,
    tries: 0,
    show: () => Promise.resolve(undefined),
  });

  expect(members.map(({ pointer }) => pointer)).not.toContain('/a');
});

test('what is left is the least only where each of it was left out once', async () => {
  expect(await narrowed(['c', 'd'])).toMatchObject({ isLeast: true });
  expect(await narrowed(['c', 'd'], 4)).toMatchObject({ isLeast: false });
});

test('two of a hundred that matter together are found with fifteen requests, one with eight', async () => {
  const many = Array.from({ length: 100 }, (_, index) => `m${String(index)}`);
  const values = { ...NO_VALUES, query: Object.fromEntries(many.map((name) => [name, 1])) };
  for (const [needed, most] of [
    [['m17', 'm83'], 15],
    [['m0', 'm99'], 15],
    [['m50'], 8],
  ] as const) {
    let sent = 0;
    const { members, isLeast } = await narrow({
      case: { ...testCase, values },
      base: NO_VALUES,
      tries: most,
      show: ({ values: { query } }) => {
        sent += 1;
        return Promise.resolve(needed.every((name) => name in query) ? 'shown' : undefined);
      },
    });

    expect(members.map(({ pointer }) => pointer.slice(1))).toEqual(needed);
    expect(sent).toBeLessThanOrEqual(most);
    expect(isLeast).toBe(sent < most);
  }
});
