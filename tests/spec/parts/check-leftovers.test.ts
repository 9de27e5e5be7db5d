import { expect, test } from 'vitest';

import { loadPaths, loadText, problemLines } from '../load-text.ts';

test('references in callbacks and webhooks are looked at, and touch the operation around them', async () => {
  const api = await loadPaths(`
    paths:
      /a:
        post:
          operationId: a
          responses: { '200': { description: D } }
          callbacks:
            done:
              '{$request.body#/url}':
                post:
                  requestBody: { $ref: '#/components/requestBodies/Gone' }
    webhooks:
      sold:
        post:
          requestBody: { $ref: '#/components/requestBodies/Lost' }
  `);

  expect(problemLines(api)).toEqual([
    '12 dangling-reference "#/components/requestBodies/Gone" leads nowhere, since there is no such part; nothing that is tested depends on it [a]',
    '16 dangling-reference "#/components/requestBodies/Lost" leads nowhere, since there is no such part; nothing that is tested depends on it []',
  ]);
});

test('a key that stands twice is told, and the later one counts', async () => {
  const api = await loadPaths(`
    paths:
      /a:
        get:
          operationId: a
          operationId: b
          responses:
            '200': { description: D }
            '200': { description: E, description: F }
  `);

  expect(api.operations.map(({ id }) => id)).toEqual(['b']);
  expect(problemLines(api)).toEqual([
    '7 wrong-part "operationId" stands twice in this object; the later one counts [b]',
    '10 wrong-part "200" stands twice in this object; the later one counts [b]',
    '10 wrong-part "description" stands twice in this object; the later one counts [b]',
  ]);
});

test('defects of components that nothing uses touch no operation', async () => {
  const api = await loadPaths(`
    paths: {}
    components:
      schemas: { A: { minimum: '1' } }
      parameters: { P: { name: p, in: nowhere, schema: {} } }
      requestBodies: { B: {} }
      responses: { R: { description: D, content: { text: {} } } }
      headers: { H: { required: 5 } }
  `);

  expect(api.problems.map(({ place, operations }) => [place, operations])).toEqual([
    ['openapi.yaml#/components/schemas/A/minimum', []],
    ['openapi.yaml#/components/parameters/P/in', []],
    ['openapi.yaml#/components/requestBodies/B', []],
    ['openapi.yaml#/components/responses/R/content/text', []],
    ['openapi.yaml#/components/headers/H/required', []],
  ]);
});

test("what other files hold beside what is referred to is nobody's problem", async () => {
  const api = await loadText(
    `openapi: 3.1.0
info: { title: T, version: '1' }
paths: { /a: { get: { operationId: a, responses: { '200': { $ref: 'shared.yaml#/Fine' } } } } }
`,
    { 'shared.yaml': "Fine: { description: D }\nOther: { $ref: '#/Nowhere' }\n" },
  );

  expect(api.problems).toEqual([]);
});
