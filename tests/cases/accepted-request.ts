/** The one operation of a small description, and its plain request as if it had been accepted. */
import { plainTemplate } from '../../src/cases/plain-template.ts';
import type { Accepted } from '../../src/cases/request-parts.ts';
import { createSchemas, type Schemas } from '../../src/schema/schemas.ts';
import type { Api } from '../../src/spec/api.ts';
import { loadPaths } from '../spec/load-text.ts';

export interface AcceptedRequest {
  readonly api: Api;
  readonly schemas: Schemas;
  readonly accepted: Accepted;
}

/** @param fields of the operation, in YAML */
export async function acceptedRequest(fields: string, method = 'post'): Promise<AcceptedRequest> {
  const api = await loadPaths(`paths:\n  /a:\n    ${method}:\n${fields.replace(/^/gm, '      ')}`);
  const schemas = createSchemas(api.documents);
  const [operation] = api.operations;
  if (operation === undefined) throw new Error('no operation');
  const plan = plainTemplate(operation, schemas);
  if (plan.kind !== 'cases') throw new Error(plan.why);
  return { api, schemas, accepted: { case: plan.first, values: plan.first.values } };
}
