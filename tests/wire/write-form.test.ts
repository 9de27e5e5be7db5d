import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Encoding } from '../../src/spec/api.ts';
import { NO_VALUES } from '../../src/wire/request.ts';
import { writeRequest } from '../../src/wire/write-request.ts';
import { aMediaType, withBody } from './an-operation.ts';

const FORM = 'application/x-www-form-urlencoded';

const NO_ENCODING: Encoding = {
  contentType: undefined,
  headers: [],
  style: undefined,
  explode: undefined,
  allowReserved: false,
};

function formOf(value: unknown, encoding: Record<string, Partial<Encoding>> = {}): string {
  const encodings = Object.fromEntries(
    Object.entries(encoding).map(([name, parts]) => [name, { ...NO_ENCODING, ...parts }]),
  );
  const { headers, body } = writeRequest(withBody(aMediaType(FORM, {}, encodings)), {
    ...NO_VALUES,
    body: { mediaType: FORM, value },
  });
  expect(headers).toContainEqual(['Content-Type', FORM]);
  return Buffer.from(body ?? []).toString();
}

test('a scalar is a field, a list a field for each item, an object one field of JSON', () => {
  expect(formOf({ a: 1, b: ['x', true], c: { d: null } })).toBe(
    'a=1&b=x&b=true&c=%7B%22d%22%3Anull%7D',
  );
});

test('what has no form is not sent: undefined, null, the empty list', () => {
  expect(formOf({ a: null, b: undefined, c: [], d: [null, 1], e: {} })).toBe('d=1&e=%7B%7D');
});

test('a space is a plus sign, and a plus sign is encoded', () => {
  expect(formOf({ 'a b': 'c d+e&f=g~é' })).toBe('a+b=c+d%2Be%26f%3Dg~%C3%A9');
});

test('an encoding with a style is followed as for a query parameter', () => {
  const value = { a: [1, 2], b: { c: 1 }, d: [3, 4], e: 'x:/y' };

  expect(
    formOf(value, {
      a: { explode: false },
      b: { style: 'deepObject', explode: true },
      d: { style: 'pipeDelimited' },
      e: { allowReserved: true },
    }),
  ).toBe('a=1,2&b%5Bc%5D=1&d=3%7C4&e=x:/y');
});

test('an encoding of JSON writes any value as JSON', () => {
  expect(formOf({ a: [1, 'b'] }, { a: { contentType: 'application/json' } })).toBe(
    'a=%5B1%2C%22b%22%5D',
  );
});

test('a value without members goes out as its text', () => {
  expect(formOf('a=1&b=2')).toBe('a=1&b=2');
});

test('a platform parser reads the fields that were written', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(fc.dictionary(text, text), (value) => {
      expect(Object.fromEntries(new URLSearchParams(formOf(value)))).toEqual(value);
    }),
    { numRuns: 500, seed: 6 },
  );
});
