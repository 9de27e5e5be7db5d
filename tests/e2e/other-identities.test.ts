/**
 * Readers are asked as each identity of the configuration: who lacks the right is refused as it is
 * described. Where the description speaks of a 403 and of no 404, what is there is not denied.
 */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/index.ts';
import { folderWith } from '../cli/run-assay.ts';
import { json, serve } from './recording-server.ts';

const described = (refusals: string): string => `openapi: 3.1.0
info: { title: Desk, version: '1' }
security: [{ token: [] }]
paths:
  /secrets:
    get:
      operationId: ListSecrets
      responses:
        '200': { description: Served. }
        '401': { description: Who? }
        ${refusals}
    post: { operationId: AddSecret, responses: { '201': { description: Added. }, '401': { description: Who? } } }
components:
  securitySchemes:
    token: { type: http, scheme: bearer }
`;

async function runOn(status: number, refusals = "'403': { description: Not yours. }") {
  const server = await serve(({ method, headers: { authorization } }, response) => {
    if (authorization === 'Bearer chief') json(response, method === 'POST' ? 201 : 200, {});
    else json(response, authorization === 'Bearer clerk' ? status : 401, {});
  });
  const { found } = await run({
    spec: path.join(folderWith({ 'desk.yaml': described(refusals) }), 'desk.yaml'),
    target: {
      baseUrl: server.url,
      identities: { default: { bearer: 'chief' }, clerk: { bearer: 'clerk' } },
    },
    phases: ['probes'],
    checks: {
      'content-type-declared': 'off',
      'www-authenticate': 'off',
      'undeclared-method': 'off',
      'status-declared': 'medium',
    },
    seed: 1,
  });
  const asked = server.received
    .filter(({ headers }) => headers.authorization === 'Bearer clerk')
    .map(({ method }) => method);
  return { found: found.map(({ title, operation }) => ({ title, operation })), asked };
}

describe('accuses', () => {
  test('a 404 where a 403 is described', async () => {
    const { found } = await runOn(404);

    expect(found).toEqual([{ title: 'Status 404 is not declared', operation: 'ListSecrets' }]);
  });

  test('a server error', async () => {
    const { found } = await runOn(500);

    expect(found).toEqual([{ title: 'Status 500 is a server error', operation: 'ListSecrets' }]);
  });
});

describe('accuses nobody', () => {
  test.each([200, 401, 403])('of a %i', async (status) => {
    const { found } = await runOn(status);

    expect(found).toEqual([]);
  });

  test('of a 403 or a 404 where neither is described', async () => {
    expect((await runOn(403, '')).found).toEqual([]);
    expect((await runOn(404, '')).found).toEqual([]);
  });
});

test('only readers are asked', async () => {
  const { asked } = await runOn(403);

  expect(new Set(asked)).toEqual(new Set(['GET']));
});
