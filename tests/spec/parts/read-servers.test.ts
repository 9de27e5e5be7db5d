import { expect, test } from 'vitest';

import { loadPaths, operationOf, problemLines } from '../load-text.ts';

const answers = "responses: { '200': { description: D } }";

test('defaults fill the variables in, whatever their type; relative URLs stay as written', async () => {
  const api = await loadPaths(`
    servers:
      - url: https://{host}:{port}/v1
        variables: { host: { default: a.example }, port: { default: 8443 } }
      - url: ../v2
    paths: {}
  `);

  expect(api.servers).toEqual(['https://a.example:8443/v1', '../v2']);
  expect(api.problems).toEqual([]);
});

test('a variable without a default is told and stays, a server without a URL is left out', async () => {
  const api = await loadPaths(`
    servers:
      - url: https://{host}/
        variables: { host: { enum: [a] } }
      - description: none
    paths: {}
  `);

  expect(api.servers).toEqual(['https://{host}/']);
  expect(problemLines(api)).toEqual([
    '4 missing-part server variable "host" has no default; it stays in the URL as written []',
    '6 missing-part a server must have a url; it is left out []',
  ]);
});

test('the servers of an operation win over those of its path item', async () => {
  const api = await loadPaths(`
    paths:
      /a:
        servers: [{ url: https://path.example }]
        get: { operationId: a, ${answers} }
        put: { operationId: b, servers: [{ url: https://own.example }], ${answers} }
  `);

  expect(operationOf(api, 'a').servers).toEqual(['https://path.example']);
  expect(operationOf(api, 'b').servers).toEqual(['https://own.example']);
});
