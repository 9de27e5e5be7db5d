import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Encoding } from '../../src/spec/api.ts';
import { NO_VALUES } from '../../src/wire/request.ts';
import type { BodyValue } from '../../src/wire/request.ts';
import { writeRequest } from '../../src/wire/write-request.ts';
import { aHeader, aMediaType, documentsOf, withBody } from './an-operation.ts';
import { BY_DEFAULT } from './arbitrary-form.ts';

const MULTIPART = 'multipart/form-data';

interface Written {
  readonly boundary: string;
  /** Latin1, the boundary as `#`. */
  readonly text: string;
}

function multipartOf(
  value: unknown,
  schema: unknown = {},
  encoding: Record<string, Partial<Encoding>> = {},
  rest: Partial<BodyValue> = {},
): Written {
  const encodings = Object.fromEntries(
    Object.entries(encoding).map(([name, parts]) => [name, { ...BY_DEFAULT, ...parts }]),
  );
  const { headers, body } = writeRequest(
    withBody(aMediaType(MULTIPART, schema, encodings)),
    { ...NO_VALUES, body: { mediaType: MULTIPART, value, ...rest } },
    documentsOf({ Upload: { properties: { file: { type: 'string', format: 'binary' } } } }),
  );
  const type = headers.find(([name]) => name === 'Content-Type')?.[1] ?? '';
  const boundary = /^multipart\/form-data; boundary=([\w-]{1,70})$/.exec(type)?.[1] ?? 'none';
  return {
    boundary,
    text: Buffer.from(body ?? [])
      .toString('latin1')
      .replaceAll(`--${boundary}`, '#'),
  };
}

function framed(...parts: string[]): string {
  return `${parts.map((part) => `#\r\n${part}\r\n`).join('')}#--\r\n`;
}

test('each property is a part: text, JSON for objects, a part for each item', () => {
  expect(multipartOf({ a: 'x', b: { c: 1 }, d: [1, 2], n: null }).text).toBe(
    framed(
      'Content-Disposition: form-data; name="a"\r\n\r\nx',
      'Content-Disposition: form-data; name="b"\r\nContent-Type: application/json\r\n\r\n{"c":1}',
      'Content-Disposition: form-data; name="d"\r\n\r\n1',
      'Content-Disposition: form-data; name="d"\r\n\r\n2',
    ),
  );
});

test('bytes are a file, byte for byte', () => {
  expect(multipartOf({ f: Uint8Array.of(0, 13, 10, 255) }).text).toBe(
    framed(
      'Content-Disposition: form-data; name="f"; filename="f"\r\n' +
        'Content-Type: application/octet-stream\r\n\r\n\0\r\n\xff',
    ),
  );
});

test('a text that its schema calls binary is a file, behind a reference too', () => {
  expect(multipartOf({ file: 'x' }, { $ref: '#/components/schemas/Upload' }).text).toContain(
    'filename="file"\r\nContent-Type: application/octet-stream\r\n\r\nx',
  );
  expect(
    multipartOf({ f: ['x'] }, { properties: { f: { items: { contentMediaType: 'image/png' } } } })
      .text,
  ).toContain('filename="f"');
});

test('an encoding sets the content type, the first of several, a concrete one for a range', () => {
  const file = Uint8Array.of(1);
  const typeOf = (contentType: string): string =>
    /Content-Type: (.*)\r/.exec(multipartOf({ f: file }, {}, { f: { contentType } }).text)?.[1] ??
    '';

  expect(typeOf('image/jpeg, image/png')).toBe('image/jpeg');
  expect(typeOf('image/*')).toBe('image/png');
  expect(typeOf('*/*')).toBe('application/octet-stream');
});

test('an encoding of JSON writes a scalar as JSON', () => {
  expect(multipartOf({ a: 'x' }, {}, { a: { contentType: 'application/json' } }).text).toContain(
    'Content-Type: application/json\r\n\r\n"x"',
  );
});

test('declared headers of parts take the given values, in each part of a list', () => {
  const headers = [
    aHeader({ type: 'array' }, { name: 'X-Given' }),
    aHeader({ type: 'object' }, { name: 'X-Exploded', explode: true }),
    aHeader({}, { name: 'X-Json', schema: undefined, content: aMediaType('application/json') }),
    aHeader({ type: 'integer' }, { name: 'X-Not-Given' }),
    aHeader({ const: 'ignored' }, { name: 'Content-Type' }),
  ];
  const partHeaders = {
    a: {
      'X-Given': [1, 'b\r\nc'],
      'X-Exploded': { d: 1, e: 2 },
      'X-Json': 'f',
      'X-Undeclared': 1,
      'Content-Type': 'a/b',
    },
  };
  const head =
    'Content-Disposition: form-data; name="a"\r\nX-Given: 1,b c\r\nX-Exploded: d=1,e=2\r\nX-Json: "f"';

  expect(multipartOf({ a: ['x', 'y'] }, {}, { a: { headers } }, { partHeaders }).text).toBe(
    framed(`${head}\r\n\r\nx`, `${head}\r\n\r\ny`),
  );
});

test('a style writes a part for each pair', () => {
  expect(multipartOf({ a: { b: 'c d' } }, {}, { a: { style: 'form', explode: true } }).text).toBe(
    framed('Content-Disposition: form-data; name="b"\r\n\r\nc d'),
  );
});

test('a style writes keys in brackets and items between delimiters, without percent-encoding', () => {
  const value = { a: { 'b c': 1 }, d: ['e+f', 'g'], h: [1, 2] };

  expect(
    multipartOf(value, {}, { a: { style: 'deepObject' }, d: { style: 'pipeDelimited' } }).text,
  ).toBe(
    framed(
      'Content-Disposition: form-data; name="a[b c]"\r\n\r\n1',
      'Content-Disposition: form-data; name="d"\r\n\r\ne+f|g',
      'Content-Disposition: form-data; name="h"\r\n\r\n1',
      'Content-Disposition: form-data; name="h"\r\n\r\n2',
    ),
  );
});

test('a style stands in place of the content type', () => {
  const encoding = { a: { style: 'form', explode: false, contentType: 'text/csv' } } as const;

  expect(multipartOf({ a: [1, 2] }, {}, encoding).text).toBe(
    framed('Content-Disposition: form-data; name="a"\r\n\r\n1,2'),
  );
});

test('a file of JSON is the bytes of its text', () => {
  const schema = { properties: { f: { type: 'string', format: 'binary' } } };

  expect(
    multipartOf({ f: '{"a":1}' }, schema, { f: { contentType: 'application/json' } }).text,
  ).toContain('filename="f"\r\nContent-Type: application/json\r\n\r\n{"a":1}\r\n');
});

test('OAS 3.0 knows no styles for parts', () => {
  const declared = aMediaType(MULTIPART, {}, { a: { ...BY_DEFAULT, style: 'pipeDelimited' } });
  const operation = withBody({
    ...declared,
    schema: { schema: {}, dialect: 'openapi-3.0', place: 'test.yaml#' },
  });

  const { body } = writeRequest(operation, {
    ...NO_VALUES,
    body: { mediaType: MULTIPART, value: { a: [1, 2] } },
  });

  expect(
    Buffer.from(body ?? [])
      .toString()
      .match(/name="a"/g),
  ).toHaveLength(2);
});

test('names with quotes and line breaks stay within their quotes', () => {
  expect(multipartOf({ 'a"\r\nX: é': '' }).text).toContain('name="a%22%0D%0AX: Ã©"');
});

test('the boundary follows from the parts and is in none of them', () => {
  const first = multipartOf({ a: 'x' });
  const again = multipartOf({ a: 'x' });
  const other = multipartOf({ a: 'y' });
  const nested = multipartOf({ a: `--${first.boundary}` });

  expect(again).toEqual(first);
  expect(other.boundary).not.toBe(first.boundary);
  expect(nested.boundary).not.toBe(first.boundary);
  expect(nested.text).toBe(
    framed(`Content-Disposition: form-data; name="a"\r\n\r\n--${first.boundary}`),
  );
});

test('a form without parts is only the last boundary', () => {
  expect(multipartOf({}).text).toBe('#--\r\n');
});

test('a platform parser reads the fields that were written', async () => {
  const fields = fc.dictionary(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.string({ unit: 'grapheme' }),
  );
  await fc.assert(
    fc.asyncProperty(fields, async (value) => {
      // The parser trims and folds names that hold line breaks or percent signs; quotes it takes.
      fc.pre(Object.keys(value).length > 0);
      fc.pre(Object.keys(value).every((name) => !/[\r\n%\\]/.test(name) && name.trim() === name));
      const { headers, body } = writeRequest(withBody(aMediaType(MULTIPART, {})), {
        ...NO_VALUES,
        body: { mediaType: MULTIPART, value },
      });
      const type = headers.find(([name]) => name === 'Content-Type')?.[1] ?? '';

      const parsed = await new Response(body, { headers: { 'Content-Type': type } }).formData();

      expect(Object.fromEntries(parsed)).toEqual(value);
    }),
    { numRuns: 300, seed: 5 },
  );
});
