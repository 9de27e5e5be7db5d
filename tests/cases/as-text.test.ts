import { expect, test } from 'vitest';
import { asText } from '../../src/cases/as-text.ts';
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
