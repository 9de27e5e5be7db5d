/**
 * An example of the description is valid data: where the target refuses one for the sake of a single
 * member, that member is named, though no other request of the run happens to hold it.
 */
import path from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/index.ts';
import { folderWith } from '../cli/run-assay.ts';
import { json, serve } from './recording-server.ts';

const NOTES = `openapi: 3.1.0
info: { title: Notes, version: '1' }
paths:
  /notes:
    post:
      operationId: AddNote
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [text]
              properties:
                text: { type: string, minLength: 1 }
                shelf: { type: string }
                colour: { type: string }
                owner_id: { type: integer }
            examples:
              bare: { value: { text: Buy milk } }
              full: { value: { text: Buy milk, shelf: kitchen, colour: red } }
              owned: { value: { text: Buy milk, owner_id: 7, colour: red } }
      responses:
        '201': { description: Added. }
        '400': { description: Refused. }
`;

async function runOn(
  refuses: (body: string) => boolean,
  phases: readonly ('examples' | 'boundaries' | 'fuzz')[] = ['examples'],
) {
  const server = await serve(({ body }, response) => {
    const isRefused = !body.includes('"text":"') || refuses(body);
    json(response, isRefused ? 400 : 201, {});
  });
  return run({
    spec: path.join(folderWith({ 'notes.yaml': NOTES }), 'notes.yaml'),
    target: { baseUrl: server.url },
    phases: [...phases],
    checks: { 'content-type-declared': 'off' },
    seed: 1,
  });
}

test('the member for which an example is refused is named', async () => {
  const { found } = await runOn((body) => body.includes('"colour":"red"'));

  expect(found.map(({ check, title }) => ({ check, title }))).toEqual([
    {
      check: 'refuses-valid',
      title: 'A valid request was refused: with another body member /colour',
    },
  ]);
});

test('an example that is refused for two members together names both', async () => {
  const { found } = await runOn(
    (body) => body.includes('"colour":"red"') && body.includes('"shelf":"kitchen"'),
  );

  expect(found.map(({ check, title }) => ({ check, title }))).toEqual([
    {
      check: 'refuses-valid',
      title:
        'A valid request was refused: with its body member /shelf and body member /colour together',
    },
  ]);
});

test('what names something that need not be there accuses nobody, in company neither', async () => {
  const { found } = await runOn(
    (body) => body.includes('"colour":"red"') && body.includes('"owner_id":7'),
  );

  expect(found).toEqual([]);
});

test('members that chance put together accuse nobody', async () => {
  const { found } = await runOn(
    (body) => body.includes('"colour"') && body.includes('"shelf"'),
    ['boundaries', 'fuzz'],
  );

  expect(found.filter(({ title }) => title.includes('together'))).toEqual([]);
});
