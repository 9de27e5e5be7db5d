import { describe, expect, test } from 'vitest';
import { undeclaredMembers } from '../../src/checks/undeclared-members.ts';
import type { HeaderField } from '../../src/wire/request.ts';
import { answeringJson, judged, respondingWith, titles } from './judged.ts';

async function extra(schema: string, body: unknown, beside = ''): Promise<readonly string[]> {
  return titles(undeclaredMembers, { api: await answeringJson(schema, beside), body });
}

describe('accepts', () => {
  test.each([
    ['declared members', '{ properties: { a: {}, b: {} } }', { a: 1 }],
    [
      'members of any part of allOf',
      '{ allOf: [{ properties: { a: {} } }, { properties: { b: {} } }] }',
      { a: 1, b: 2 },
    ],
    [
      'members of any branch',
      '{ oneOf: [{ properties: { a: {} } }, { properties: { b: {} }, required: [b] }] }',
      { b: 2, a: 1 },
    ],
    [
      'members under a condition',
      '{ properties: { a: {} }, if: { properties: { a: { const: 1 } } }, then: { properties: { b: {} } } }',
      { a: 1, b: 1 },
    ],
    [
      'members that come with another',
      '{ properties: { a: {} }, dependentSchemas: { a: { properties: { b: {} } } } }',
      { a: 1, b: 1 },
    ],
    [
      'members by pattern',
      "{ properties: { a: {} }, patternProperties: { '^x-': {} } }",
      { 'x-b': 1 },
    ],
    [
      'more members, where the author says so',
      '{ properties: { a: {} }, additionalProperties: true }',
      { b: 1 },
    ],
    [
      'more members of a schema',
      '{ properties: { a: {} }, additionalProperties: { type: integer } }',
      { b: 1 },
    ],
    ['any members of an object that declares none', '{ type: object }', { b: 1 }],
    ['any members of what no schema speaks of', '{ properties: { a: {} } }', { a: { b: 1 } }],
    ['members behind a reference', "{ $ref: '#/components/schemas/A' }", { a: 1 }],
    ['members of items', '{ items: { properties: { a: {} } } }', [{ a: 1 }]],
  ])('%s', async (_what, schema, body) => {
    const beside = 'components: { schemas: { A: { properties: { a: {} } } } }';
    expect(await extra(schema, body, beside)).toEqual([]);
  });

  test('headers that HTTP, browsers and proxies define', async () => {
    const api = await respondingWith("'200': { description: D }");
    const headers: readonly HeaderField[] = [
      ['Date', 'x'],
      ['ETag', 'x'],
      ['Access-Control-Allow-Origin', '*'],
      ['X-Powered-By', 'x'],
      ['Content-Language', 'x'],
    ];
    expect(judged(undeclaredMembers, { api, headers })).toEqual({ kind: 'pass' });
  });

  test('declared headers, by any case of their names', async () => {
    const api = await respondingWith("'200': { description: D, headers: { X-Rate: {} } }");
    expect(judged(undeclaredMembers, { api, headers: [['x-rate', '5']] })).toEqual({
      kind: 'pass',
    });
  });

  test('anything of a response that is not declared', async () => {
    const api = await respondingWith("'200': { description: D }");
    expect(judged(undeclaredMembers, { api, status: 404, headers: [['X-A', '1']] }).kind).toBe(
      'skipped',
    );
  });

  test('it is off unless asked for', () => {
    expect(undeclaredMembers.defaultSeverity).toBe('off');
  });
});

describe('rejects', () => {
  test('a member that no schema mentions', async () => {
    const api = await answeringJson('{ properties: { a: {}, b: {} } }');
    expect(judged(undeclaredMembers, { api, body: { a: 1, c: 2, d: 3 } })).toEqual({
      kind: 'fail',
      findings: [
        {
          title: '/c is not declared',
          detail: 'Nor are 1 more members beside it.',
          at: '/c',
          place:
            'openapi.yaml#/paths/~1a/get/responses/200/content/application~1json/schema/properties',
          keyword: 'c',
          expected: ['a', 'b'],
          actual: 2,
        },
      ],
    });
  });

  test.each([
    [
      'within a member',
      '{ properties: { a: { properties: { b: {} } } } }',
      { a: { c: 1 } },
      '/a/c',
    ],
    ['within an item', '{ items: { properties: { b: {} } } }', [{ b: 1 }, { c: 1 }], '/1/c'],
    ['within a first item', '{ prefixItems: [{ properties: { b: {} } }] }', [{ c: 1 }], '/0/c'],
    [
      'beside a pattern',
      "{ properties: { a: {} }, patternProperties: { '^x-': {} } }",
      { y: 1 },
      '/y',
    ],
    ['behind a reference', "{ $ref: '#/components/schemas/A' }", { b: 1 }, '/b'],
    [
      'in a tree',
      "{ $ref: '#/components/schemas/T' }",
      { left: { left: { x: 1 } } },
      '/left/left/x',
    ],
    [
      'where nothing is evaluated twice',
      '{ properties: { a: {} }, unevaluatedProperties: false, allOf: [{ properties: { b: { properties: { c: {} } } } }] }',
      { b: { d: 1 } },
      '/b/d',
    ],
  ])('a member %s', async (_what, schema, body, at) => {
    const beside =
      "components: { schemas: { A: { properties: { a: {} } }, T: { properties: { left: { $ref: '#/components/schemas/T' } } } } }";
    expect(await extra(schema, body, beside)).toEqual([`${at} is not declared`]);
  });

  test('a header that the response does not mention', async () => {
    const api = await respondingWith("'200': { description: D, headers: { X-Rate: {} } }");
    expect(judged(undeclaredMembers, { api, headers: [['X-Total', '5']] })).toMatchObject({
      kind: 'fail',
      findings: [
        { title: 'Header X-Total is not declared', at: 'header:X-Total', keyword: 'x-total' },
      ],
    });
  });
});
