/** Listed values two by two: every pair in some request, and few requests. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundaryCases } from '../../src/cases/boundaries.ts';
import { withDescribedMember } from '../../src/cases/described-member.ts';
import { isValidRequest } from '../../src/cases/is-valid-request.ts';
import { pairCases } from '../../src/cases/pairs.ts';
import { plainTemplate } from '../../src/cases/plain-template.ts';
import type { Case } from '../../src/cases/case.ts';
import { createSchemas } from '../../src/schema/schemas.ts';
import { loadPaths } from '../spec/load-text.ts';

async function pairsOf(
  schema: unknown,
  { most = 100, example }: { readonly most?: number; readonly example?: unknown } = {},
): Promise<readonly Case[]> {
  const api = await loadPaths(`paths:
  /a:
    post:
      requestBody:
        required: true
        content: { application/json: ${JSON.stringify({ schema, example })} }`);
  const schemas = createSchemas(api.documents);
  const [operation] = api.operations;
  if (operation === undefined) throw new Error('no operation');
  const planned = plainTemplate(operation, schemas);
  if (planned.kind === 'impossible') throw new Error(planned.why);
  const { first } = planned;
  const boundaries = [...boundaryCases({ case: first, values: first.values }, schemas)].map((one) =>
    withDescribedMember(one, api.documents),
  );
  const made = [...pairCases(first, boundaries, { schemas, documents: api.documents, most })];
  for (const { values } of made) expect(isValidRequest(operation, values, schemas)).toBe(true);
  return made;
}

const bodyOf = ({ values }: Case): Readonly<Record<string, unknown>> =>
  values.body?.value as Readonly<Record<string, unknown>>;

test('every two values that are not the plain ones meet in some request', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 2, maxLength: 4 }),
      fc.boolean(),
      async (sizes, isRequired) => {
        const lists = sizes.map((size) =>
          Array.from({ length: size }, (_, at) => `v${String(at)}`),
        );
        const properties = Object.fromEntries(
          lists.map((list, at) => [`m${String(at)}`, { type: 'string', enum: list }]),
        );
        const required = isRequired ? Object.keys(properties) : [];
        const made = (await pairsOf({ type: 'object', required, properties })).map(bodyOf);
        for (const [first, listA] of lists.entries()) {
          for (const [second, listB] of lists.entries()) {
            if (second <= first) continue;
            for (const a of listA.slice(1)) {
              for (const b of listB.slice(1)) {
                expect(
                  made.some(
                    (one) => one[`m${String(first)}`] === a && one[`m${String(second)}`] === b,
                  ),
                ).toBe(true);
              }
            }
          }
        }
      },
    ),
    { numRuns: 20 },
  );
});

test('what a value asks for comes with it', async () => {
  const schema = {
    type: 'object',
    required: ['way', 'speed'],
    properties: {
      way: { enum: ['desk', 'post'] },
      speed: { enum: ['low', 'high'] },
      address: { type: 'string', minLength: 1 },
    },
    if: { properties: { way: { const: 'post' } } },
    then: { required: ['address'] },
  };
  const made = await pairsOf(schema, { example: { way: 'desk', speed: 'low' } });

  expect(made.map(bodyOf)).toContainEqual({
    way: 'post',
    speed: 'high',
    address: expect.any(String) as string,
  });
});

test('texts and numbers that are not listed make no pairs, nor do values that cannot be stated', async () => {
  const free = {
    type: 'object',
    properties: { a: { type: 'integer', minimum: 1 }, b: { enum: ['x', 'y'] } },
  };
  expect(await pairsOf(free)).toEqual([]);
  const opaque = { enum: ['x', 'y'], 'x-opaque': true };
  expect(
    await pairsOf({ type: 'object', properties: { a: opaque, b: { enum: ['x', 'y'] } } }),
  ).toEqual([]);
});

test('no more are made than asked for', async () => {
  const list = { enum: ['a', 'b', 'c', 'd', 'e'] };
  const made = await pairsOf(
    { type: 'object', required: ['a', 'b'], properties: { a: list, b: list } },
    { most: 3 },
  );
  expect(made).toHaveLength(3);
});
