import { expect, test } from 'vitest';
import { plainTemplate } from '../../src/cases/plain-template.ts';
import { partsOf } from '../../src/cases/request-parts.ts';
import { createSchemas } from '../../src/schema/schemas.ts';
import { loadPaths } from '../spec/load-text.ts';

test('an optional parameter that no value satisfies is no part that can deviate', async () => {
  const api = await loadPaths(`paths:
  /a:
    get:
      parameters:
        - { name: q, in: query, schema: { type: string, pattern: '^[a-z]+$/i', minLength: 2 } }
        - { name: page, in: query, schema: { type: integer } }`);
  const [operation] = api.operations;
  if (operation === undefined) throw new Error('no operation');
  const schemas = createSchemas(api.documents);
  const planned = plainTemplate(operation, schemas);
  if (planned.kind !== 'cases') throw new Error(planned.why);
  const { first } = planned;

  const parts = partsOf({ case: first, values: first.values }, schemas);

  expect(parts.map(({ pointer }) => pointer)).toEqual(['/page']);
});
