import { describe, expect, test } from 'vitest';

import { loadPaths } from '../load-text.ts';

async function circles(
  schemas: string,
): Promise<readonly (readonly [string, readonly string[]])[]> {
  const api = await loadPaths(`
paths:
  /a:
    get:
      operationId: a
      responses:
        '200':
          description: D
          content: { application/json: { schema: { $ref: '#/components/schemas/A' } } }
components:
  schemas:
${schemas.replace(/^ */gm, '    ')}
`);
  return api.problems.map(({ code, place, operations }) => {
    expect(code).toBe('circular-reference');
    return [place.replace('openapi.yaml#/components/schemas/', ''), operations];
  });
}

describe('a schema that applies itself to the same value is a problem', () => {
  test.each([
    ['directly', "A: { $ref: '#/components/schemas/A' }", 'A/$ref'],
    ['by allOf', "A: { allOf: [{ $ref: '#/components/schemas/A' }] }", 'A/allOf/0/$ref'],
    ['by not', "A: { not: { $ref: '#/components/schemas/A' } }", 'A/not/$ref'],
  ])('%s', async (_way, schemas, place) => {
    expect(await circles(schemas)).toEqual([[place, ['a']]]);
  });

  test('through others, once', async () => {
    const found =
      await circles(`A: { oneOf: [{ $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/C' }] }
      B: { allOf: [{ $ref: '#/components/schemas/A' }] }
      C: { type: string }`);

    expect(found).toEqual([['B/allOf/0/$ref', ['a']]]);
  });

  test('also when a member leads to the circle and back out of it', async () => {
    const found =
      await circles(`A: { properties: { b: { $ref: '#/components/schemas/B' } }, allOf: [{ $ref: '#/components/schemas/B' }] }
      B: { allOf: [{ $ref: '#/components/schemas/A' }] }`);

    expect(found).toHaveLength(1);
  });
});

describe('recursion that goes into the value is none', () => {
  test.each([
    ['members', "A: { properties: { a: { $ref: '#/components/schemas/A' } } }"],
    ['items', "A: { type: array, items: { $ref: '#/components/schemas/A' } }"],
    [
      'additional members of a branch',
      "A: { anyOf: [{ type: string }, { additionalProperties: { $ref: '#/components/schemas/A' } }] }",
    ],
  ])('%s', async (_way, schemas) => {
    expect(await circles(schemas)).toEqual([]);
  });

  test('two ways to the same schema', async () => {
    expect(
      await circles(`A: { allOf: [{ $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/C' }] }
        B: { allOf: [{ $ref: '#/components/schemas/C' }] }
        C: { type: object }`),
    ).toEqual([]);
  });
});
