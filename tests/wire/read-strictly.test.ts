import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Parameter } from '../../src/spec/api.ts';
import { readStrictly } from '../../src/wire/read-strictly.ts';
import { NO_VALUES } from '../../src/wire/request.ts';
import { writeRequest } from '../../src/wire/write-request.ts';
import { aMediaType, anOperation, aParameter, documentsOf, withBody } from './an-operation.ts';
import { anySample } from './arbitrary-request.ts';

test('what is written and read strictly is itself', () => {
  fc.assert(
    fc.property(anySample(), ({ operation, values }) => {
      const read = readStrictly(operation, writeRequest(operation, values));

      expect(read).toEqual(values);
    }),
    { numRuns: 1500, seed: 1 },
  );
});

function readFrom(target: string, ...parameters: Parameter[]): unknown {
  const operation = anOperation({ path: '/x', parameters });
  const request = { method: 'GET', target, headers: [], body: undefined };
  return readStrictly(operation, request, documentsOf({ Count: { type: 'integer' } })).query;
}

describe('a typed server', () => {
  const integer = aParameter('query', 'n', { type: 'integer' });

  test('takes numbers and booleans in the spelling of JSON only', () => {
    const boolean = aParameter('query', 'b', { type: 'boolean' });

    expect(readFrom('/x?n=5', integer)).toEqual({ n: 5 });
    expect(readFrom('/x?n=05', integer)).toEqual({ n: '05' });
    expect(readFrom('/x?n=%205', integer)).toEqual({ n: ' 5' });
    expect(readFrom('/x?n=abc', integer)).toEqual({ n: 'abc' });
    expect(readFrom('/x?n=', integer)).toEqual({ n: '' });
    expect(readFrom('/x?n=1e999', integer)).toEqual({ n: '1e999' });
    expect(readFrom('/x?b=true', boolean)).toEqual({ b: true });
    expect(readFrom('/x?b=yes', boolean)).toEqual({ b: 'yes' });
  });

  test('sees nothing where nothing is', () => {
    expect(readFrom('/x', integer)).toEqual({});
    expect(readFrom('/x?m=5', integer)).toEqual({});
  });

  test('knows the type behind a reference, a nullable and a union', () => {
    const read = (schema: unknown): unknown => readFrom('/x?n=5', aParameter('query', 'n', schema));

    expect(read({ $ref: '#/components/schemas/Count' })).toEqual({ n: 5 });
    expect(read({ allOf: [{ $ref: '#/components/schemas/Count' }, { minimum: 1 }] })).toEqual({
      n: 5,
    });
    expect(read({ type: 'integer', nullable: true })).toEqual({ n: 5 });
    expect(read({ anyOf: [{ type: 'boolean' }, { type: 'number' }] })).toEqual({ n: 5 });
    expect(read({ enum: [5, 6] })).toEqual({ n: 5 });
    expect(read({ type: 'string', enum: ['5'] })).toEqual({ n: '5' });
    expect(read({ $ref: '#/components/schemas/Missing' })).toEqual({ n: '5' });
    expect(read({})).toEqual({ n: '5' });
  });

  test('lets an exploded object take the pairs that no other parameter claims', () => {
    const open = aParameter('query', 'o', {
      type: 'object',
      properties: { a: { type: 'integer' } },
    });

    expect(readFrom('/x?a=1&n=2&b=3', open, integer)).toEqual({ o: { a: 1, b: '3' }, n: 2 });
  });

  test('does not read keys into dots', () => {
    const deep = aParameter('query', 'f', { type: 'object' }, { style: 'deepObject' });

    expect(readFrom('/x?f.a=1', deep)).toEqual({});
    expect(readFrom('/x?f[a]=1&f%5Bb%5D=2', deep)).toEqual({ f: { a: '1', b: '2' } });
  });
});

test('placeholders share a segment, and what follows them is not theirs', () => {
  const operation = anOperation({
    path: '/x/{a}-{b}.json/{c}:run?v=1',
    parameters: ['a', 'b', 'c'].map((name) => aParameter('path', name, { type: 'string' })),
  });
  const values = { ...NO_VALUES, path: { a: '1', b: '2-3', c: '4.5' } };

  const request = writeRequest(operation, values);

  expect(request.target).toBe('/x/1-2-3.json/4.5:run?v=1');
  expect(readStrictly(operation, request)).toEqual(values);
});

test('a path that is not of the template has no values', () => {
  const operation = anOperation({ path: '/x/{a}', parameters: [aParameter('path', 'a')] });
  const request = { method: 'GET', target: '/y/1', headers: [], body: undefined };

  expect(readStrictly(operation, request).path).toEqual({});
});

describe('a body', () => {
  const read = (body: Uint8Array, contentType: string, schema: unknown = {}): unknown =>
    readStrictly(withBody(aMediaType(contentType.replace(/;.*/, ''), schema)), {
      method: 'POST',
      target: '/',
      headers: [['content-type', contentType]],
      body,
    }).body;

  test('that is no JSON is its text', () => {
    expect(read(Buffer.from('{a'), 'application/json')).toEqual({
      mediaType: 'application/json',
      value: '{a',
    });
  });

  test('that is no UTF-8 has a character for each byte', () => {
    expect(read(Uint8Array.of(0xff, 0x41), 'application/octet-stream')).toMatchObject({
      value: '\xffA',
    });
  });

  test('that is not framed by its boundary is its text', () => {
    expect(read(Buffer.from('--a'), 'multipart/form-data; boundary=b')).toMatchObject({
      value: '--a',
    });
    expect(read(Buffer.from('--b\r\nno end'), 'multipart/form-data; boundary=b')).toMatchObject({
      value: '--b\r\nno end',
    });
  });

  test('of a file comes back byte for byte', () => {
    const operation = withBody(aMediaType('multipart/form-data', { type: 'object' }));
    const value = { f: Uint8Array.of(0, 13, 10, 45, 45, 255) };
    const request = writeRequest(operation, {
      ...NO_VALUES,
      body: { mediaType: 'multipart/form-data', value },
    });

    expect(readStrictly(operation, request).body?.value).toEqual({ f: '\0\r\n--\xff' });
  });
});
