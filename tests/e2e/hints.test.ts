/** What a first run against a server of one's own gets wrong most often is told in a note. */
import { expect, test } from 'vitest';
import { assay, folderWith } from '../cli/run-assay.ts';
import { json, serve } from './recording-server.ts';

const API = `openapi: 3.1.0
info: { title: '', version: '1' }
servers: [{ url: /v1/ }]
security: [{ key: [] }]
paths:
  /things:
    get:
      responses: { '200': { description: D }, '401': { description: D }, '404': { description: D } }
components:
  securitySchemes: { key: { type: apiKey, in: query, name: api_key } }
`;

const server = () =>
  serve(({ target }, response) => {
    if (!target.startsWith('/v1/')) json(response, 404, {});
    else if (!target.includes('api_key=k')) json(response, 401, {}, { 'WWW-Authenticate': 'Key' });
    else json(response, 200, {});
  });

test('a base URL that lacks the path of the described server', async () => {
  const { url } = await server();
  const folder = folderWith({ 'api.yaml': API });

  const { code, stdout } = await assay(['run', 'api.yaml', '--base-url', url], { folder });

  expect(stdout).toContain(`try --base-url ${url}/v1`);
  expect(code).toBe(2);
});

test('a credential that is missing, with what the description asks for', async () => {
  const { url } = await server();
  const folder = folderWith({ 'api.yaml': API });

  const { stdout } = await assay(['run', 'api.yaml', '--base-url', `${url}/v1`], { folder });

  expect(stdout).toContain('note: 1 operation was answered with 401 alone');
  expect(stdout).toContain('key (apiKey api_key in query)');
  expect(stdout).not.toContain('try --base-url');
});

test('nothing is guessed where all is well, and an API without a title is told by its file', async () => {
  const { url } = await server();
  const identities = { default: { apiKey: { in: 'query', name: 'api_key', value: 'k' } } };
  const config = { spec: 'api.yaml', target: { baseUrl: `${url}/v1` }, identities };
  const folder = folderWith({ 'api.yaml': API, 'assay.config.json': JSON.stringify(config) });

  const { code, stdout } = await assay(['run', '--preset', 'quick'], { folder });

  expect(stdout).not.toContain('note:');
  expect(stdout).toContain('· api.yaml (1 operation) ·');
  expect(code).toBe(0);
});
