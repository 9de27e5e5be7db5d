import { describe, expect, test } from 'vitest';
import type { HeaderObject } from '../../src/spec/api.ts';
import { headerReadings } from '../../src/wire/header-readings.ts';
import { aHeader, aMediaType, documentsOf } from './an-operation.ts';

function read(header: HeaderObject, ...lines: string[]): unknown[] {
  return headerReadings(header, lines, documentsOf({ Count: { type: 'integer' } })).flatMap(
    (reading) => (reading.kind === 'value' ? [reading.value] : []),
  );
}

test('a header that is not there has no readings', () => {
  expect(read(aHeader({ type: 'string' }))).toEqual([]);
});

test('a text is read as the declared type', () => {
  expect(read(aHeader({ type: 'integer' }), '5')).toEqual([5]);
  expect(read(aHeader({ type: 'number' }), ' 5.5e1 ')).toEqual([55]);
  expect(read(aHeader({ type: 'string' }), '5')).toEqual(['5']);
  expect(read(aHeader({ type: 'boolean' }), 'true')).toEqual([true]);
  expect(read(aHeader({ type: 'boolean' }), 'False')).toContain(false);
});

test('a text that is not of the declared type stays a text, for the schema to refuse', () => {
  expect(read(aHeader({ type: 'integer' }), 'abc')).toEqual(['abc']);
  expect(read(aHeader({ type: 'integer' }), '')).toEqual(['']);
  expect(read(aHeader({ type: 'integer' }), '0x10')).toEqual(['0x10']);
  expect(read(aHeader({ type: 'boolean' }), 'yes')).toEqual(['yes']);
});

test('several allowed types give several readings', () => {
  expect(read(aHeader({ type: ['integer', 'string', 'null'] }), '5')).toEqual([5, '5']);
  expect(read(aHeader({ type: ['integer', 'null'] }), '')).toEqual(['', null]);
  expect(read(aHeader({}), '5')).toEqual(['5', 5, ['5']]);
});

test('what stands behind a reference has its type', () => {
  expect(read(aHeader({ $ref: '#/components/schemas/Count' }), '5')).toEqual([5]);
});

describe('a list', () => {
  const header = aHeader({ type: 'array', items: { type: 'integer' } });

  test('is split at commas, white space trimmed', () => {
    expect(read(header, '1, 2 ,3')[0]).toEqual([1, 2, 3]);
  });

  test('goes over several lines', () => {
    expect(read(header, '1, 2', '3')[0]).toEqual([1, 2, 3]);
  });

  test('may be empty, or hold empty items that do not count', () => {
    expect(read(header, '')).toContainEqual([]);
    expect(read(header, '1,,2')).toContainEqual([1, 2]);
  });

  test('has one item a line where items hold commas', () => {
    const dates = aHeader({ type: 'array', items: { type: 'string' } });

    expect(read(dates, 'Tue, 1', 'Wed, 2')).toContainEqual(['Tue, 1', 'Wed, 2']);
  });

  test('is a list even of one', () => {
    expect(read(header, '1')).toContainEqual([1]);
  });
});

test('an object is read by its explode', () => {
  const schema = {
    type: 'object',
    properties: { R: { type: 'integer' }, name: { type: 'string' } },
  };

  expect(read(aHeader(schema), 'R,100,name,5')[0]).toEqual({ R: 100, name: '5' });
  expect(read(aHeader(schema, { explode: true }), 'R=100, name=5')[0]).toEqual({
    R: 100,
    name: '5',
  });
});

test('content is read as JSON, and as nothing else', () => {
  const header = aHeader({}, { schema: undefined, content: aMediaType('application/json', {}) });

  expect(read(header, '{"a":[1]}')).toEqual([{ a: [1] }]);
  expect(read(header, '{a')).toEqual(['{a']);
});

test('an object or a list that is written as JSON is read so, beside what its style makes of it', () => {
  expect(read(aHeader({ type: 'object' }), '{"total": 0}')).toContainEqual({ total: 0 });
  expect(read(aHeader({ type: 'array' }), '[1, 2]')).toContainEqual([1, 2]);
  expect(read(aHeader({ type: 'string' }), '{"total": 0}')).toEqual(['{"total": 0}']);
  expect(read(aHeader({ type: 'object' }), '{"total": ')).not.toContainEqual(
    expect.objectContaining({ total: 0 }),
  );
});
