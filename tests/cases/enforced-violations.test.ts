import { expect, test } from 'vitest';
import { boundaryCases } from '../../src/cases/boundaries.ts';
import { plainTemplate } from '../../src/cases/plain-template.ts';
import { createSchemas } from '../../src/schema/schemas.ts';
import { loadPaths } from '../spec/load-text.ts';

/** Whether acceptance counts, by what was sent. */
async function enforcedIn(parameter: string): Promise<readonly boolean[]> {
  const api = await loadPaths(`paths:\n  /things:\n    get:\n      parameters: [${parameter}]`);
  const schemas = createSchemas(api.documents);
  const [operation] = api.operations;
  if (operation === undefined) throw new Error('no operation');
  const plan = plainTemplate(operation, schemas);
  if (plan.kind !== 'cases') throw new Error(plan.why);
  const accepted = { case: plan.first, values: plan.first.values };
  return [...boundaryCases(accepted, schemas)].flatMap(({ intent }) =>
    intent.kind === 'invalid' ? [intent.violation.enforced] : [],
  );
}

test('what is no id by its schema is refused, though no schema says which ids there are', async () => {
  const enforced = await enforcedIn('{ name: owner_id, in: query, schema: { type: integer } }');
  expect(enforced).not.toEqual([]);
  expect(enforced).not.toContain(false);
});

test('what the description marks as opaque or not enforced is not asked to be refused', async () => {
  for (const mark of ['x-opaque: true', 'x-enforced: false']) {
    const schema = `{ type: integer, ${mark} }`;
    const enforced = await enforcedIn(`{ name: stamp, in: query, schema: ${schema} }`);
    expect(enforced).not.toEqual([]);
    expect(enforced).not.toContain(true);
  }
});
