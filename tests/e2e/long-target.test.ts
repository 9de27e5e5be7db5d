/** A target that is longer than servers must take reaches no operation, so its refusal tells nothing of one. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/index.ts';
import { folderWith } from '../cli/run-assay.ts';
import { json, serve } from './recording-server.ts';

const NOTES = `openapi: 3.1.0
info: { title: Notes, version: '1' }
paths:
  /notes:
    get:
      operationId: ListNotes
      parameters:
        - { name: tags, in: query, schema: { type: array, items: { type: string } } }
      responses:
        '200': { description: Some., content: { application/json: { schema: { type: object } } } }
        '422': { description: Refused. }
`;

test('no request is sent whose target is longer than 8,000 octets', async () => {
  const server = await serve((_request, response) => {
    json(response, 200, {});
  });
  const { sent } = await run({
    spec: path.join(folderWith({ 'notes.yaml': NOTES }), 'notes.yaml'),
    target: { baseUrl: server.url },
    phases: ['fuzz'],
    maxCases: 200,
    seed: 1,
  });
  const lengths = server.received.map(({ target }) => target.length);

  expect(sent).toBeGreaterThan(50);
  expect(Math.max(...lengths)).toBeGreaterThan(1_000);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(8_000);
});
