import { expect, test } from 'vitest';
import { createPool, type PoolEntry } from '../../src/run/pool.ts';

const entry = (value: number, more: Partial<PoolEntry> = {}): PoolEntry => ({
  key: 'ticket.id',
  value,
  context: {},
  own: false,
  from: 'ListTickets',
  traits: {},
  ...more,
});
const any = (): boolean => true;
const valuesOf = (entries: readonly PoolEntry[]): readonly unknown[] =>
  entries.map(({ value }) => value);

test('what a round adds is offered only once it is published', () => {
  const pool = createPool();

  pool.add([entry(1)], 0);
  expect(pool.candidates(['ticket.id'], any)).toEqual([]);

  pool.publish();
  expect(valuesOf(pool.candidates(['ticket.id'], any))).toEqual([1]);
});

test('entries stand in the order of operations, whatever order their answers came in', () => {
  const pool = createPool();

  pool.add([entry(2)], 1);
  pool.add([entry(1)], 0);
  pool.publish();

  expect(valuesOf(pool.candidates(['ticket.id'], any))).toEqual([1, 2]);
});

test('the first key that has anything left wins', () => {
  const pool = createPool();
  pool.add([entry(7)], 0);
  pool.publish();

  expect(valuesOf(pool.candidates(['show_many.id', 'ticket.id'], any))).toEqual([7]);
});

test('what is evicted never comes back, and takes with it what stood under it', () => {
  const pool = createPool();
  pool.add([entry(1), entry(50, { key: 'comment.id', context: { 'ticket.id': 1 } })], 0);
  pool.publish();

  pool.evict('ticket.id', 1);
  pool.add([entry(1)], 0);
  pool.publish();

  expect(pool.candidates(['ticket.id'], any)).toEqual([]);
  expect(pool.candidates(['comment.id'], any)).toEqual([]);
});

test('what is claimed is offered to nobody until it is released', () => {
  const pool = createPool();
  pool.add([entry(1)], 0);
  pool.publish();

  pool.claim('ticket.id', 1);
  expect(pool.candidates(['ticket.id'], any)).toEqual([]);

  pool.release('ticket.id', 1);
  expect(valuesOf(pool.candidates(['ticket.id'], any))).toEqual([1]);
});

test('a record this run created stays ours when a list shows it again', () => {
  const pool = createPool();
  pool.add([entry(1, { own: true })], 0);
  pool.publish();

  pool.add([entry(1, { own: false })], 1);
  pool.publish();

  expect(pool.candidates(['ticket.id'], ({ own }) => own)).toHaveLength(1);
  expect(pool.isOwn('ticket.id', 1)).toBe(true);
});

test('it stays bounded, and gives up strangers before records of ours', () => {
  const pool = createPool();
  pool.add(
    Array.from({ length: 500 }, (_, index) => entry(index)),
    0,
  );
  pool.add([entry(1000, { own: true })], 1);
  pool.publish();

  const values = valuesOf(pool.candidates(['ticket.id'], any));

  expect(values).toHaveLength(256);
  expect(values).toContain(1000);
});

test('what is gone, and what stood under it, nobody owns any more', () => {
  const pool = createPool();
  const comment = entry(50, { key: 'comment.id', own: true, context: { 'ticket.id': 1 } });
  pool.add([entry(1, { own: true }), comment], 0);
  pool.publish();

  pool.evict('ticket.id', 1);

  expect(pool.isOwn('ticket.id', 1)).toBe(false);
  expect(pool.isOwn('comment.id', 50)).toBe(false);
});

test('of records made without end, only those that are offered are known as own', () => {
  const pool = createPool();
  for (let id = 0; id < 1_000; id += 1) {
    pool.add([entry(id, { own: true })], 0);
    expect(pool.isOwn('ticket.id', id)).toBe(true);
    pool.publish();
  }

  const offered = valuesOf(pool.candidates(['ticket.id'], any));

  for (let id = 0; id < 1_000; id += 1)
    expect(pool.isOwn('ticket.id', id)).toBe(offered.includes(id));
});

test('one of each kind of record is telling, and stays so when it is only named again', () => {
  const pool = createPool();
  pool.add(
    [1, 2, 3].map((value) => entry(value, { traits: { status: 'word open' } })),
    0,
  );
  pool.add([entry(4, { traits: { status: 'word hold' } })], 0);
  pool.publish();
  pool.add([entry(4)], 1);
  pool.publish();

  const telling = [1, 2, 3, 4].filter((value) => pool.isTelling('ticket.id', value));
  expect(telling).toEqual([1, 4]);
});
