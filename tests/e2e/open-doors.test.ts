/**
 * An operation that serves whoever asks is told at the end of the run, when the others are known to
 * ask for a credential; sent again, it shows it again, and its curl line carries what was served.
 */
import path from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/index.ts';
import { folderWith } from '../cli/run-assay.ts';
import { json, serve } from './recording-server.ts';

const DOORS = `openapi: 3.1.0
info: { title: Doors, version: '1' }
security: [{ token: [] }]
paths:
  /open: { get: { operationId: Open, responses: { '200': { description: Served. }, '401': { description: Who? } } } }
  /shut: { get: { operationId: Shut, responses: { '200': { description: Served. }, '401': { description: Who? } } } }
components:
  securitySchemes:
    token: { type: http, scheme: bearer }
`;

async function runOn(isServed: (authorization: string | undefined) => boolean) {
  const server = await serve(({ path: door, headers: { authorization } }, response) => {
    const isIn = authorization === 'Bearer s3cret' || (door === '/open' && isServed(authorization));
    json(response, isIn ? 200 : 401, {});
  });
  const { found } = await run({
    spec: path.join(folderWith({ 'doors.yaml': DOORS }), 'doors.yaml'),
    target: { baseUrl: server.url, identities: { default: { bearer: 's3cret' } } },
    phases: ['probes'],
    checks: { 'content-type-declared': 'off', 'www-authenticate': 'off' },
    seed: 1,
  });
  return found.map(({ check, title, reproduced, curl }) => ({ check, title, reproduced, curl }));
}

test('without a credential', async () => {
  expect(await runOn((authorization) => authorization === undefined)).toEqual([
    {
      check: 'auth-not-enforced',
      title: 'A request without a credential was served',
      reproduced: '2/2',
      curl: expect.not.stringContaining('Authorization') as unknown,
    },
  ]);
});

test('with one that nobody was given, which is no secret', async () => {
  const [told, ...others] = await runOn((authorization) => authorization !== undefined);

  expect(others).toEqual([]);
  expect(told).toMatchObject({ check: 'auth-not-enforced', reproduced: '2/2' });
  expect(told?.curl).toContain('-H "Authorization: Bearer assay-never-given-');
});

test('with the secret under another scheme, which the shell puts there', async () => {
  const [told] = await runOn((authorization) => authorization === 'AssayUnknown s3cret');

  expect(told?.curl).toContain('-H "Authorization: AssayUnknown ${ASSAY_AUTH#* }"');
});
