/** A server that takes blanks away before it looks accepts no invalid text; one whose pattern ends too late does. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/index.ts';
import { folderWith } from '../cli/run-assay.ts';
import { json, serve } from './recording-server.ts';

const NAMES = `openapi: 3.1.0
info: { title: Names, version: '1' }
paths:
  /names:
    post:
      operationId: AddName
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [name]
              properties: { name: { type: string, pattern: '^[a-z]{3,9}$' } }
      responses:
        '201': { description: Added. }
        '400': { description: Refused. }
`;

async function titlesOn(accepts: (name: string) => boolean): Promise<readonly string[]> {
  const server = await serve(({ body }, response) => {
    json(response, accepts(nameIn(body)) ? 201 : 400, { message: 'no' });
  });
  const { found } = await run({
    spec: path.join(folderWith({ 'names.yaml': NAMES }), 'names.yaml'),
    target: { baseUrl: server.url },
    phases: ['boundaries', 'fuzz'],
    checks: { 'content-type-declared': 'off' },
    maxCases: 40,
    seed: 1,
  });
  return found.map(({ title }) => title);
}

function nameIn(body: string): string {
  try {
    const { name } = JSON.parse(body) as { readonly name?: unknown };
    return typeof name === 'string' ? name : '';
  } catch {
    return '';
  }
}

test('blanks that are taken away accuse nobody', async () => {
  expect(await titlesOn((name) => /^[a-z]{3,9}$/.test(name.trim()))).toEqual([]);
});

test('a line end that the pattern lets pass is told', async () => {
  const titles = await titlesOn((name) => /^[a-z]{3,9}\n?$/.test(name));

  expect(titles).toEqual([expect.stringContaining(String.raw`\n", which does not match`)]);
});
