import { expect, test } from 'vitest';
import { plainTemplate } from '../../src/cases/plain-template.ts';
import type { Case } from '../../src/cases/case.ts';
import { createSchemas } from '../../src/schema/schemas.ts';
import { loadPaths } from '../spec/load-text.ts';

async function planned(fields: string): Promise<{
  readonly first: Case;
  readonly others: readonly Case[];
  readonly whole: readonly Case[];
}> {
  const api = await loadPaths(`paths:\n  /a:\n    post:\n${fields.replace(/^/gm, '      ')}`);
  const [operation] = api.operations;
  if (operation === undefined) throw new Error('no operation');
  const plan = plainTemplate(operation, createSchemas(api.documents));
  if (plan.kind !== 'cases') throw new Error(plan.why);
  return { first: plan.first, others: plan.others, whole: plan.whole() };
}

test('the first request leaves out what is optional; the whole ones have it, body first', async () => {
  const { first, others, whole } = await planned(`
parameters:
  - { name: start, in: query, schema: { type: integer } }
requestBody:
  content:
    application/json:
      schema:
        type: object
        properties: { name: { type: string, minLength: 3 }, count: { type: integer } }`);

  expect(first.values.query).toEqual({});
  expect(first.values.body?.value).toEqual({});
  expect(others).toEqual([]);
  expect(whole.map(({ values }) => values.query)).toEqual([{}, { start: 1 }]);
  for (const { values } of whole) {
    expect(values.body?.value).toEqual({ name: expect.any(String), count: 1 });
  }
});

test('a single optional member alone makes the body whole', async () => {
  const { whole } = await planned(`
requestBody:
  content:
    application/json:
      schema: { type: object, properties: { count: { type: integer } } }`);
  expect(whole.map(({ values }) => values.body?.value)).toEqual([{ count: 1 }]);
});

test('where nothing is optional, there is nothing more to try', async () => {
  const { whole } = await planned(`
requestBody:
  content: { application/json: { schema: { type: object, required: [a], properties: { a: { type: integer } } } } }`);
  expect(whole).toEqual([]);
});

test('an optional parameter that no value satisfies loses only the request that has it', async () => {
  const { first, whole } = await planned(`
parameters:
  - { name: never, in: query, schema: { type: string, minLength: 5, maxLength: 2 } }
requestBody:
  content:
    application/json:
      schema: { type: object, properties: { count: { type: integer } } }`);
  expect(first.values.query).toEqual({});
  expect(whole.map(({ values }) => values.body?.value)).toEqual([{ count: 1 }]);
});

test('a number where a text would do as well', async () => {
  const { first } = await planned(`
requestBody:
  content:
    application/json:
      schema:
        type: object
        required: [price]
        properties: { price: { anyOf: [{ type: string }, { type: number, minimum: 0 }] } }`);
  expect(first.values.body?.value).toEqual({ price: 1 });
});

test('where moments stand side by side, the same request follows with an end after its start', async () => {
  const { first, whole } = await planned(`
parameters:
  - { name: from, in: query, required: true, schema: { type: string, format: date } }
  - { name: to, in: query, required: true, schema: { type: string, format: date } }
requestBody:
  content:
    application/json:
      schema:
        type: object
        required: [start, end]
        properties:
          start: { type: string, format: date-time }
          end: { type: string, format: date-time }`);
  const runs = ({ values }: Case): readonly boolean[] => {
    const { start, end } = values.body?.value as Record<'start' | 'end', string>;
    const { from, to } = values.query as Record<'from' | 'to', string>;
    return [Date.parse(start) < Date.parse(end), from < to];
  };
  const orders = [first, ...whole].map(runs);
  for (const kind of [0, 1]) {
    expect(orders.map((order) => order[kind])).toContain(true);
    expect(orders.map((order) => order[kind])).toContain(false);
  }
  expect(new Set([first, ...whole].map(({ id }) => id)).size).toBe(whole.length + 1);
});

test('what cannot stand in the place of another keeps its own', async () => {
  const { whole } = await planned(`
parameters:
  - { name: from, in: query, required: true, schema: { const: "2031-01-01" } }
  - { name: to, in: query, required: true, schema: { const: "2030-01-01" } }`);
  expect(whole).toEqual([]);
});
