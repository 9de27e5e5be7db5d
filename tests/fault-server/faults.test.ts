/** The planted defects: each shows, on its own operation only, and on no plain request unless it says so. */
import { describe, expect, test } from 'vitest';
import { BATTERY, type Shot } from './battery.ts';
import { FAULTS } from './faults.ts';
import { FAULT_CLASSES } from './faults/fault.ts';
import { OPERATIONS } from './operations/index.ts';
import { play } from './play.ts';
import type { Seam } from './seam.ts';

const FOUNDATION = [
  'answered',
  'not-a-server-error',
  'status-declared',
  'content-type-declared',
  'response-headers',
  'response-schema',
];

const everything = play([], () => true);

const WHOLE = new Map(
  OPERATIONS.map(({ id }) => [id, play([], (shot) => shot.operation === id)] as const),
);

describe('the table of faults', () => {
  test('names each once, on an operation that there is', () => {
    const names = FAULTS.map(({ name }) => name);

    expect(new Set(names).size).toBe(names.length);
    expect(
      FAULTS.filter(({ operation }) => !OPERATIONS.some(({ id }) => id === operation)),
    ).toEqual([]);
  });

  test('has three or more on the plain template for each check of answers', () => {
    for (const check of FOUNDATION) {
      const plain = FAULTS.filter((fault) => fault.check === check && fault.shows === 'template');
      expect(plain.length, check).toBeGreaterThanOrEqual(3);
    }
  });

  test('has faults of every class', () => {
    const classes = new Set(FAULTS.map((fault) => fault.class));

    expect(FAULT_CLASSES.filter((one) => !classes.has(one))).toEqual([]);
  });

  test('shows half of them on nothing plain', () => {
    const hidden = FAULTS.filter(({ shows }) => shows !== 'template');

    expect(FAULTS.length).toBeGreaterThanOrEqual(80);
    expect(hidden.length).toBeGreaterThanOrEqual(FAULTS.length / 2);
  });

  test('leaves no operation whole', () => {
    const hit = new Set(FAULTS.map(({ operation }) => operation));

    expect(OPERATIONS.filter(({ id }) => !hit.has(id)).map(({ id }) => id)).toEqual([]);
  });
});

describe.each(FAULTS)('$name', (fault) => {
  const onIt = (shot: Shot): boolean => shot.operation === fault.operation;
  const whole = WHOLE.get(fault.operation) ?? [];
  const broken = play([fault], onIt);

  test('changes what is seen of its operation', () => {
    const changed = broken.filter(({ sight }, index) => sight !== whole[index]?.sight);

    expect(changed.length).toBeGreaterThan(0);
    // What comes after the first may differ for its sake: a record more, a count less.
    if (fault.shows === 'invalid') expect(changed[0]?.shot.deserves).not.toBe('accepted');
    if (fault.shows === 'probe') expect(changed[0]?.shot.deserves).toBe('probe');
  });

  test('shows on the first plain request exactly when it says so', () => {
    expect(broken[0]?.shot.deserves).toBe('accepted');
    expect(broken[0]?.sight !== whole[0]?.sight).toBe(fault.shows === 'template');
  });
});

test('a seam on one operation leaves every other as it was', () => {
  const spoilt: Seam = { after: (reply) => ({ ...reply, status: 599 }) };
  const plain = OPERATIONS.flatMap(({ id }) => BATTERY.find((shot) => shot.operation === id) ?? []);

  for (const { id } of OPERATIONS) {
    const seen = play([{ seam: spoilt, operation: id }], (shot) => plain.includes(shot));
    const touched = seen.filter(({ reply }) => reply.status === 599);
    expect(touched.map(({ shot }) => shot.operation)).toEqual([id]);
  }
});

test('the battery asks of every operation in its plain form first', () => {
  const first = OPERATIONS.map(({ id }) => everything.find(({ shot }) => shot.operation === id));

  expect(first.every((seen) => seen !== undefined && seen.reply.status < 400)).toBe(true);
});
