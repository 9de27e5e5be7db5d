import { expect, test } from 'vitest';

import { outlineOf } from '../../../src/spec/files/outline.ts';

const url = 'file:///api/openapi.yaml';

const pointersOf = (value: unknown): readonly string[] =>
  outlineOf(value, url).references.map(({ pointer }) => pointer);

test('references are found under names that are keywords elsewhere', () => {
  const reference = { $ref: 'other.yaml' };

  expect(
    pointersOf({
      responses: { default: reference },
      headers: { 'x-count': reference },
      properties: {
        example: reference,
        enum: reference,
        properties: { properties: { value: reference } },
      },
      examples: { one: reference },
      schemas: { const: reference },
    }),
  ).toEqual([
    '/responses/default',
    '/headers/x-count',
    '/properties/example',
    '/properties/enum',
    '/properties/properties/properties/value',
    '/examples/one',
    '/schemas/const',
  ]);
});

test('data and extensions are not looked into', () => {
  const data = { $ref: 'other.yaml', $id: 'https://a.example', $anchor: 'a' };
  const outline = outlineOf(
    {
      example: data,
      default: data,
      const: data,
      enum: [data],
      examples: [data],
      'x-data': data,
      properties: { properties: { example: data } },
      more: { examples: { one: { value: data } } },
    },
    url,
  );

  expect(outline.references).toEqual([]);
  expect([...outline.bases, ...outline.anchors]).toEqual([]);
});

test('what stands in a schema with an id is relative to it, and ids nest', () => {
  const outline = outlineOf(
    {
      a: {
        $id: 'https://a.example/x/a#',
        $ref: 'b',
        items: { $id: '../y', $dynamicAnchor: 'here', not: { $ref: 'c' } },
      },
      d: { $ref: 'd' },
    },
    url,
  );

  expect(outline.references).toEqual([
    { pointer: '/a', reference: 'b', base: 'https://a.example/x/a' },
    { pointer: '/a/items/not', reference: 'c', base: 'https://a.example/y' },
    { pointer: '/d', reference: 'd', base: url },
  ]);
  expect([...outline.anchors]).toEqual([
    ['https://a.example/x/a', '/a'],
    ['https://a.example/y', '/a/items'],
    ['https://a.example/y#here', '/a/items'],
  ]);
});

test('members that only happen to be called $ref or $id are none', () => {
  const outline = outlineOf(
    { properties: { $ref: { type: 'string' }, $id: { $ref: 'a.yaml' } } },
    url,
  );

  expect(outline.references.map(({ pointer }) => pointer)).toEqual(['/properties/$id']);
  expect(outline.bases.size).toBe(0);
});
