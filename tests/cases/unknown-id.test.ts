/** The request for what nobody has: which identifier is replaced, and by what. */
import { expect, test } from 'vitest';
import type { Case, Slot } from '../../src/cases/case.ts';
import { unknownId } from '../../src/cases/unknown-id.ts';
import { createSchemas } from '../../src/schema/schemas.ts';
import type { Operation } from '../../src/spec/api.ts';
import { NO_VALUES } from '../../src/wire/request.ts';
import { anOperation, aParameter, documentsOf } from '../wire/an-operation.ts';

const schemas = createSchemas(documentsOf());
const TEXT = { type: 'string', pattern: '^b[0-9]{1,8}$' };

function slot(name: string, parts: Partial<Slot> = {}): Slot {
  return {
    in: 'path',
    pointer: `/${name}`,
    keys: [],
    required: true,
    shape: 'one',
    ...parts,
  } as Slot;
}

const NESTED = anOperation({
  path: '/shelves/{shelf}/books/{book}',
  parameters: [aParameter('path', 'shelf', { type: 'integer' }), aParameter('path', 'book', TEXT)],
});

function templateOf(operation: Operation, slots: readonly Slot[]): Case {
  const path = { shelf: 1, book: 'b2' };
  return {
    id: 'Test:template:0',
    operation,
    phase: 'template',
    index: 0,
    intent: { kind: 'valid', tier: 'plain' },
    values: { ...NO_VALUES, path },
    slots,
    deviation: '',
  };
}

test('the last thing that the path names is the one nobody has, whatever the order of the slots', () => {
  const [shelf, book] = [slot('shelf'), slot('book')];
  for (const slots of [
    [shelf, book],
    [book, shelf],
  ]) {
    const made = unknownId(templateOf(NESTED, slots), schemas);

    expect(made?.slots).toEqual([shelf]);
    expect(made?.values.path['shelf']).toBe(1);
    expect(made?.values.path['book']).not.toBe('b2');
    expect(made?.intent).toMatchObject({
      kind: 'unknown-id',
      member: { in: 'path', pointer: '/book' },
    });
    expect(made?.deviation).toBe('with a book that nothing has');
  }
});

test('what is made up is valid, and long: a short one may be in use', () => {
  const made = unknownId(templateOf(NESTED, [slot('shelf'), slot('book')]), schemas);

  const value = String(made?.values.path['book']);
  expect(value).toMatch(/^b[0-9]{1,8}$/);
  expect(value.length).toBeGreaterThanOrEqual(5);
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)(
  '%s is never given a made-up name',
  (method) => {
    expect(unknownId(templateOf({ ...NESTED, method }, [slot('book')]), schemas)).toBeUndefined();
  },
);

test.each(['POST', 'PATCH'] as const)('%s is where a change does no harm', (method) => {
  const made = unknownId(templateOf({ ...NESTED, method }, [slot('book')]), schemas, true);

  expect(made?.intent.kind).toBe('unknown-id');
});

test.each(['PUT', 'DELETE'] as const)('%s is not even there', (method) => {
  const template = templateOf({ ...NESTED, method }, [slot('book')]);
  expect(unknownId(template, schemas, true)).toBeUndefined();
});

test('nothing is made up where the path names nothing, many at once, or what cannot be drawn', () => {
  const many = slot('book', { shape: 'list' });
  const impossible = { ...NESTED, parameters: [aParameter('path', 'book', false)] };

  expect(unknownId(templateOf(NESTED, []), schemas)).toBeUndefined();
  expect(unknownId(templateOf(NESTED, [slot('q', { in: 'query' })]), schemas)).toBeUndefined();
  expect(unknownId(templateOf(NESTED, [many]), schemas)).toBeUndefined();
  expect(
    unknownId(templateOf(impossible, [slot('book')]), createSchemas(documentsOf())),
  ).toBeUndefined();
});
