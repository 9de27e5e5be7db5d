/** What a run has seen before it is interrupted, it tells. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/index.ts';
import { folderWith } from '../cli/run-assay.ts';
import { json, serve } from './recording-server.ts';

const BOXES = `openapi: 3.1.0
info: { title: Boxes, version: '1' }
paths:
  /boxes:
    post:
      operationId: MakeBox
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [size]
              properties: { size: { type: integer, minimum: 1, maximum: 9 } }
            example: { size: 5 }
      responses:
        '201': { description: Made. }
        '400': { description: Refused. }
`;

test('a failure over a body that cannot be read is told, though it is judged at the end', async () => {
  const interruption = new AbortController();
  let failures = 0;
  let later = 0;
  const server = await serve(({ body }, response) => {
    const isRead = isJson(body);
    if (!isRead && body !== '') failures += 1;
    if (isRead && failures >= 3) later += 1;
    // The controls are answered; then one request is left hanging, and somebody has seen enough.
    if (later < 20) json(response, isRead ? 201 : body === '' ? 400 : 500, {});
    else interruption.abort();
  });

  const config = {
    spec: path.join(folderWith({ 'boxes.yaml': BOXES }), 'boxes.yaml'),
    target: { baseUrl: server.url },
    checks: { 'content-type-declared': 'off', 'accepts-invalid': 'off' },
    maxCases: 5_000,
    seed: 1,
  } as const;
  const { found, sent } = await run(config, { signal: interruption.signal });

  expect(found).toContainEqual(
    expect.objectContaining({ check: 'not-a-server-error', reproduced: '1/1' }),
  );
  expect(sent).toBeLessThan(4_000);
});

function isJson(body: string): boolean {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}
