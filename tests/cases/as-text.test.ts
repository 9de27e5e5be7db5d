import { expect, test } from 'vitest';
import { asText } from '../../src/cases/as-text.ts';
import { boundaryCases } from '../../src/cases/boundaries.ts';
import { plainTemplate } from '../../src/cases/plain-template.ts';
import { isRecord } from '../../src/schema/json-value.ts';
import type { Violation } from '../../src/schema/schemas.ts';
import { createSchemas } from '../../src/schema/schemas.ts';
import { loadPaths } from '../spec/load-text.ts';

async function told(schema: string, before: unknown): Promise<readonly Violation[]> {
  const api = await loadPaths(`paths:
  /a:
    get:
      parameters: [{ name: p, in: query, schema: ${schema} }]`);
  const at = api.operations[0]?.parameters[0]?.schema;
  if (at === undefined) throw new Error('no schema');
  const schemas = createSchemas(api.documents);
  const violations = [...schemas.violations(at, before, { direction: 'request' })];
  const ofType = violations.filter(
    ({ keyword, after }) => keyword === 'type' && ['number', 'boolean'].includes(typeof after),
  );
  expect(ofType).not.toEqual([]);
  return ofType.map((violation) => asText(violation, at, schemas));
}

const SCHEMA = 'openapi.yaml#/paths/~1a/get/parameters/0/schema';

test('what is no text of the format is told by the format', async () => {
  const schema = '{ anyOf: [{ type: string, format: date-time }, { type: "null" }] }';
  const restated = await told(schema, '2026-01-01T00:00:00Z');
  expect(restated).toContainEqual(
    expect.objectContaining({
      keyword: 'format',
      place: `${SCHEMA}/anyOf/0/format`,
      sentence: 'the value is "42": it must match format "date-time"',
    }),
  );
});

test('what is none of the texts listed is told by the list', async () => {
  for (const { keyword, place } of await told('{ type: string, enum: [a, b] }', 'a')) {
    expect({ keyword, place }).toEqual({ keyword: 'enum', place: `${SCHEMA}/enum` });
  }
});

test('where no text will do, the type is what is wrong', async () => {
  for (const { keyword } of await told('{ type: integer }', 5)) expect(keyword).toBe('type');
});

async function restated(
  schema: string,
  before: unknown,
): Promise<readonly (readonly [unknown, string])[]> {
  const api = await loadPaths(`paths:
  /a:
    get:
      parameters: [{ name: p, in: query, schema: ${schema} }]`);
  const at = api.operations[0]?.parameters[0]?.schema;
  if (at === undefined) throw new Error('no schema');
  const schemas = createSchemas(api.documents);
  return [...schemas.violations(at, before, { direction: 'request' })]
    .filter(({ keyword }) => keyword === 'type')
    .map((violation) => [violation.after, asText(violation, at, schemas).keyword] as const);
}

test('a list of one text is that text', async () => {
  expect(await restated('{ type: string, enum: [a, b] }', 'a')).toContainEqual([['x'], 'enum']);
});

test('a text where a list is meant is a list of it, and told by what is wrong with its item', async () => {
  const told = await restated('{ type: array, items: { type: string, enum: [a, b] } }', ['a']);

  expect(told).toContainEqual(['x', 'enum']);
  expect(told).toContainEqual([true, 'enum']);
});

test('null in a form is a field that is not sent', async () => {
  const form =
    '{ type: object, required: [p], properties: { p: { type: string }, q: { type: string } } }';
  const told = await restated(form, { p: 'a', q: 'b' });

  expect(told.filter(([after]) => after === null).map(([, keyword]) => keyword)).toContain(
    'required',
  );
});

test('a list or an object that the style makes one text of is told by what that text is', async () => {
  const api = await loadPaths(`paths:
  /a:
    get:
      parameters:
        - { name: trace, in: header, schema: { type: string, format: uuid } }
        - { name: kinds, in: query, explode: false, schema: { type: array, items: { enum: [a, b] } } }
        - { name: exploded, in: query, schema: { type: string, format: uuid } }`);
  const [operation] = api.operations;
  if (operation === undefined) throw new Error('no operation');
  const schemas = createSchemas(api.documents);
  const planned = plainTemplate(operation, schemas);
  if (planned.kind === 'impossible') throw new Error(planned.why);
  const { first } = planned;
  const invalid = [...boundaryCases({ case: first, values: first.values }, schemas)].flatMap(
    ({ intent, values }) => (intent.kind === 'invalid' ? [{ values, ...intent.violation }] : []),
  );
  const keywordOf = (at: 'header' | 'query', name: string): readonly string[] =>
    invalid
      .filter(({ in: where, values }) => where === at && isRecord(values[at][name]))
      .map(({ keyword }) => keyword);

  expect(keywordOf('header', 'trace')).toEqual(['format']);
  expect(keywordOf('query', 'kinds')).toEqual(['enum']);
  expect(new Set(keywordOf('query', 'exploded'))).not.toContain('format');
});
