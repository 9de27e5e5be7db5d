import { expect, test } from 'vitest';
import { canBeCarried, staysValid } from '../../src/cases/carried.ts';
import { createSchemas } from '../../src/schema/schemas.ts';
import type { MediaType, Operation, Parameter } from '../../src/spec/api.ts';
import { NO_VALUES, type RequestValues } from '../../src/wire/request.ts';
import { writeRequest } from '../../src/wire/write-request.ts';
import {
  aMediaType,
  anOperation,
  aParameter,
  documentsOf,
  withBody,
} from '../wire/an-operation.ts';

const documents = documentsOf();

function stays(operation: Operation, given: Partial<RequestValues>): boolean {
  const values = { ...NO_VALUES, ...given };
  const request = writeRequest(operation, values, documents);
  return staysValid({ operation, values }, request, {
    schemas: createSchemas(documents),
    documents,
  });
}

const withParameter = (parameter: Parameter): Operation => anOperation({ parameters: [parameter] });

test('what a path, a header or the header of a part can’t carry is not sent', () => {
  const carries = (given: Partial<RequestValues>): boolean =>
    canBeCarried(anOperation(), { ...NO_VALUES, ...given });
  const part = (value: string): Partial<RequestValues> => ({
    body: { mediaType: 'multipart/form-data', value: {}, partHeaders: { file: { 'X-A': value } } },
  });

  expect(carries({ path: { id: 'a/b' } })).toBe(false);
  expect(carries({ header: { 'X-A': 'a\nb' } })).toBe(false);
  expect(carries({ cookie: { a: '€' } })).toBe(false);
  expect(carries(part('a\r\nb'))).toBe(false);
  expect(carries(part('a b'))).toBe(true);
});

test.each([
  ['application/xml', false],
  ['multipart/form-data', false],
  ['application/json', true],
  ['application/x-www-form-urlencoded', true],
  ['text/plain', true],
])('a parameter whose content is %s can be sent: %s', (type, expected) => {
  const parts = { schema: undefined, content: aMediaType(type) };
  const operation = withParameter(aParameter('query', 'q', {}, parts));

  expect(canBeCarried(operation, { ...NO_VALUES, query: { q: { a: 1 } } })).toBe(expected);
  expect(canBeCarried(operation, NO_VALUES)).toBe(true);
});

test('an item of a header that holds a comma is two items to its reader', () => {
  const schema = { type: 'array', maxItems: 1, items: { type: 'string' } };
  const operation = withParameter(aParameter('header', 'X-A', schema));

  expect(stays(operation, { header: { 'X-A': ['a,b'] } })).toBe(false);
  expect(stays(operation, { header: { 'X-A': ['a b'] } })).toBe(true);
});

test.each(['spaceDelimited', 'pipeDelimited'] as const)(
  'an item by %s that holds the delimiter is two items to its reader',
  (style) => {
    const schema = { type: 'array', maxItems: 1, items: { type: 'string' } };
    const operation = withParameter(aParameter('query', 'q', schema, { style, explode: false }));

    expect(stays(operation, { query: { q: ['a |b'] } })).toBe(false);
    expect(stays(operation, { query: { q: ['a,b'] } })).toBe(true);
  },
);

test('a required list of nothing, and null, are not there for their reader', () => {
  const list = { type: 'array', items: {} };
  const nullable = { type: ['integer', 'null'] };
  const of = (schema: unknown, required: boolean): Operation =>
    withParameter(aParameter('query', 'q', schema, { required }));

  expect(stays(of(list, true), { query: { q: [] } })).toBe(false);
  expect(stays(of(nullable, true), { query: { q: null } })).toBe(false);
  expect(stays(of(list, false), { query: { q: [] } })).toBe(true);
  expect(stays(of(list, true), { query: { q: [1] } })).toBe(true);
});

test.each(['application/x-www-form-urlencoded', 'multipart/form-data'])(
  'a required member of %s that is null or a list of nothing is not there',
  (mediaType) => {
    const properties = { a: { type: ['string', 'null'] }, b: { type: 'array' } };
    const operation = withBody(aMediaType(mediaType, { required: ['a', 'b'], properties }));
    const staysWith = (value: unknown): boolean => stays(operation, { body: { mediaType, value } });

    expect(staysWith({ a: null, b: [1] })).toBe(false);
    expect(staysWith({ a: 'x', b: [] })).toBe(false);
    expect(staysWith({ a: 'x', b: [1] })).toBe(true);
  },
);

test('two exploded objects that can’t be told apart are not sent where one takes what is not its own', () => {
  const object = (name: string): Parameter =>
    aParameter('query', name, { type: 'object', additionalProperties: { type: 'integer' } });
  const operation = anOperation({
    parameters: [object('a'), aParameter('query', 'b', { type: 'object' })],
  });

  expect(stays(operation, { query: { a: { x: 1 }, b: { y: 'z' } } })).toBe(false);
  expect(stays(operation, { query: { a: { x: 1 } } })).toBe(true);
});

test('what is not valid to begin with is for the target to judge', () => {
  const schema = { type: 'array', minItems: 2, items: { type: 'string' } };
  const operation = withParameter(aParameter('query', 'q', schema, { required: true }));

  expect(stays(operation, { query: { q: [] } })).toBe(true);
});

test('JSON is not read back: it has types of its own', () => {
  const mediaType: MediaType = aMediaType('application/json', { required: ['a'] });
  const body = { mediaType: 'application/json', value: { a: null } };

  expect(stays(withBody(mediaType), { body })).toBe(true);
});
