import { describe, expect, test } from 'vitest';

import { loadPaths, loadSchema, operationOf, problemLines } from '../load-text.ts';

describe('a wrong keyword is one problem at its place', () => {
  test.each([
    [
      'type: strng',
      'type must be one or several of string, number, integer, boolean, array, object, null; it is ignored',
    ],
    ['minimum: "1"', 'minimum must be a number; it is ignored'],
    ['required: true', 'required must be a list of member names; it is ignored'],
    ['pattern: "["', 'pattern must be a regular expression of ECMA-262; it is ignored'],
    ['items: string', 'items must be a schema; it is ignored'],
    ['patternProperties: { "[": {} }', '"[" is no regular expression of ECMA-262; it is ignored'],
    [
      'dependentRequired: { a: b }',
      'what "a" requires must be a list of member names; it is ignored',
    ],
    ['$ref: 5', '$ref must be a string; it is ignored'],
  ])('%s', async (schema, message) => {
    const api = await loadSchema(schema);

    expect(problemLines(api)).toEqual([`13 wrong-keyword ${message} [a]`]);
    expect(operationOf(api, 'a').responses[0]?.content[0]?.schema).toBeDefined();
  });
});

test('a schema that is none is told and absent, the operation stays', async () => {
  const api = await loadSchema('just text');

  expect(problemLines(api)).toEqual(
    ['13 invalid-schema a schema must be an object or a boolean; any value is taken there [a]'].map(
      (line) => line.replace('13', '12'),
    ),
  );
  expect(operationOf(api, 'a').responses[0]?.content[0]?.schema).toBeUndefined();
});

test('members that are no schemas are told one by one', async () => {
  const api = await loadSchema(`
    properties:
      a: { type: string }
      b: text
      c:
    allOf: [5, {}]
  `);

  expect(problemLines(api)).toEqual([
    '15 invalid-schema a schema must be an object or a boolean; any value is taken there [a]',
    '16 invalid-schema a schema must be an object or a boolean; any value is taken there [a]',
    '17 invalid-schema a schema must be an object or a boolean; any value is taken there [a]',
  ]);
});

test('members named like keywords, and data, are not taken for schemas', async () => {
  const api = await loadSchema(`
    properties:
      type: { type: string }
      required: { type: boolean }
      properties: { type: object, properties: { minimum: { type: number } } }
      $ref: { type: string }
      enum: {}
    default: { type: strng, $ref: '#/nowhere' }
    example: { items: { type: strng } }
    examples: [{ properties: 5 }, { $ref: no-such-file.yaml }]
    enum: [{ pattern: '[' }]
    const: { allOf: 5 }
    x-anything: { type: strng, $ref: '#/nowhere' }
  `);

  expect(api.problems).toEqual([]);
});

test('schemas are found wherever a keyword holds them', async () => {
  const keywords = [
    'items',
    'additionalProperties',
    'unevaluatedItems',
    'unevaluatedProperties',
    'contains',
    'propertyNames',
    'not',
    'if',
    'then',
    'else',
    'contentSchema',
  ];
  const named = ['properties', 'patternProperties', 'dependentSchemas', '$defs'];
  const lists = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
  const api = await loadSchema(
    [
      ...keywords.map((keyword) => `${keyword}: { type: strng }`),
      ...named.map((keyword) => `${keyword}: { m: { type: strng } }`),
      ...lists.map((keyword) => `${keyword}: [{ type: strng }]`),
    ].join('\n'),
  );

  expect(api.problems.map(({ place }) => place.replace(/.*\/schema\/(.*)\/type/, '$1'))).toEqual([
    ...keywords,
    ...named.map((keyword) => `${keyword}/m`),
    ...lists.map((keyword) => `${keyword}/0`),
  ]);
});

test('legacy words are honoured and told', async () => {
  const api = await loadSchema(
    '{ type: integer, nullable: true, minimum: 0, exclusiveMinimum: true }',
  );

  expect(problemLines(api)).toEqual([
    '13 legacy-keyword in OpenAPI 3.1, nullable should be a type that includes "null"; it is honoured as written [a]',
    '13 legacy-keyword in OpenAPI 3.1, exclusiveMinimum should be the bound itself, a number; it is honoured as written [a]',
  ]);
  expect(operationOf(api, 'a').responses[0]?.content[0]?.schema).toMatchObject({
    dialect: 'openapi-3.1',
    schema: { nullable: true },
  });
});

test('beside a $ref, 3.1 reads keywords and 3.0 does not', async () => {
  const schema = "{ $ref: '#/components/schemas/A', minimum: '1' }";
  const components = 'components: { schemas: { A: {} } }';
  const load = (version: string): ReturnType<typeof loadPaths> =>
    loadPaths(
      `paths: { /a: { get: { operationId: a, responses: { '200': { description: D, content: { text/plain: { schema: ${schema} } } } } } } }\n${components}`,
      version,
    );

  expect((await load('3.1.0')).problems.map(({ code }) => code)).toEqual(['wrong-keyword']);
  expect((await load('3.0.3')).problems).toEqual([]);
});

test('a dangling target that recursion reaches touches all operations behind it, and is told once', async () => {
  const use = (id: string, name: string): string =>
    `{ get: { operationId: ${id}, responses: { '200': { description: D, content: { application/json: { schema: { $ref: '#/components/schemas/${name}' } } } } } } }`;
  const api = await loadPaths(`
    paths:
      /a: ${use('a', 'A')}
      /b: ${use('b', 'B')}
      /c: ${use('c', 'C')}
      /d: ${use('d', 'D')}
    components:
      schemas:
        A: { properties: { b: { $ref: '#/components/schemas/B' } } }
        B: { properties: { c: { $ref: '#/components/schemas/C' } } }
        C: { properties: { a: { $ref: '#/components/schemas/A' }, gone: { $ref: '#/components/schemas/Gone' } } }
        D: { properties: { d: { $ref: '#/components/schemas/D' }, gone: { type: string } } }
  `);

  expect(api.problems.map(({ code, operations }) => [code, operations])).toEqual([
    ['dangling-reference', ['a', 'b', 'c']],
  ]);
});

test('a discriminator that maps to what is missing is told, names and other files are not', async () => {
  const api = await loadSchema(`
    oneOf: [{ type: object }]
    discriminator:
      propertyName: kind
      mapping:
        cat: '#/components/schemas/Cat'
        dog: Dog
        bird: birds.yaml#/Bird
  `);

  expect(problemLines(api)).toEqual([
    '17 dangling-reference "#/components/schemas/Cat" leads nowhere, since there is no such part; "cat" is not mapped [a]',
  ]);
});
