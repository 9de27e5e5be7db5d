import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { loadApi } from '../../../src/spec/load-api.ts';

const answers = "responses: { '200': { description: D } }";
const description = `openapi: 3.1.0
info: { title: T, version: '1' }
paths:
  /near: { $ref: parts/item.yaml }
  /far: { $ref: 'http://127.0.0.2:1/item.yaml' }
  /file: { $ref: 'file:///etc/hostname' }
  /moved: { $ref: moved-away.yaml }
  /gone: { $ref: gone.yaml }
`;

const withIds = `openapi: 3.1.0
info: { title: T, version: '1' }
components:
  schemas:
    A: { $id: /schemas/a, type: string }
    B: { $ref: /schemas/a }
`;

const requests: IncomingMessage[] = [];
let server: Server;
let origin = '';

beforeAll(async () => {
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const TEXTS: Readonly<Record<string, string>> = {
  '/v1/openapi.yaml': description,
  '/v1/parts/item.yaml': `get: { operationId: near, ${answers} }`,
  '/ids.yaml': withIds,
  '/broken.json': '{"openapi": }',
  '/page': '<html></html>',
};

const REDIRECTS: Readonly<Record<string, () => string>> = {
  '/latest': () => '/v1/openapi.yaml',
  '/v1/moved-away.yaml': () => 'http://localhost:1/x',
  '/circle': () => '/circle',
  '/away': () => `${otherOrigin()}/v1/openapi.yaml`,
  '/elsewhere': () => `${otherOrigin()}/seen`,
};

function otherOrigin(): string {
  return origin.replace('127.0.0.1', 'localhost');
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  requests.push(request);
  const { url = '/' } = request;
  const location = REDIRECTS[url]?.();
  const text = TEXTS[url];
  if (url === '/reset') request.socket.destroy();
  else if (location !== undefined) response.writeHead(302, { location }).end();
  else if (text !== undefined) response.end(text);
  else response.writeHead(404).end('no');
}

describe('a description at a URL', () => {
  test('is read with the files of its origin, and no others', async () => {
    const source = `${origin}/v1/openapi.yaml`;
    const api = await loadApi(source);

    expect(api.source).toBe(source);
    expect(api.operations.map(({ id, place }) => [id, place])).toEqual([
      ['near', `${origin}/v1/parts/item.yaml#/get`],
    ]);
    expect(api.problems.map(({ code, place, message }) => [code, place, message])).toEqual([
      [
        'unreadable-file',
        `${source}#/paths/~1far/$ref`,
        `http://127.0.0.2:1/item.yaml cannot be used: only files of ${origin}, where the description came from, are fetched; what it holds is not tested`,
      ],
      [
        'unreadable-file',
        `${source}#/paths/~1file/$ref`,
        `file:///etc/hostname cannot be used: only files of ${origin}, where the description came from, are fetched; what it holds is not tested`,
      ],
      [
        'unreadable-file',
        `${source}#/paths/~1moved/$ref`,
        `${origin}/v1/moved-away.yaml cannot be used: it redirects to http://localhost:1, which is not followed; what it holds is not tested`,
      ],
      [
        'unreadable-file',
        `${source}#/paths/~1gone/$ref`,
        `${origin}/v1/gone.yaml cannot be used: it answered 404 Not Found; what it holds is not tested`,
      ],
    ]);
    expect(api.documents.locate(api.problems[0]?.place ?? '')).toEqual({
      file: source,
      line: 5,
      column: 11,
    });
  });

  test('is found behind a redirect, and references are relative to where it was found', async () => {
    const api = await loadApi(`${origin}/latest`);

    expect(api.operations.map(({ id }) => id)).toEqual(['near']);
  });

  test('may refer to files of the origin that it was redirected to', async () => {
    const api = await loadApi(`${origin}/away`);

    expect(api.operations.map(({ place }) => place)).toEqual([
      `${otherOrigin()}/v1/parts/item.yaml#/get`,
    ]);
  });

  test('is not asked for URLs that are only ids of its schemas', async () => {
    requests.length = 0;
    const api = await loadApi(`${origin}/ids.yaml`);

    expect(api.problems).toEqual([]);
    expect(requests.map(({ url }) => url)).toEqual(['/ids.yaml']);
  });

  test('is fetched with the credentials of its URL, which nothing shows', async () => {
    requests.length = 0;
    const api = await loadApi(`${origin.replace('//', '//ann:s%40cret@')}/v1/openapi.yaml`);

    expect(requests[0]?.headers.authorization).toBe(
      `Basic ${Buffer.from('ann:s@cret').toString('base64')}`,
    );
    expect(api.source).toBe(`${origin}/v1/openapi.yaml`);
    expect(JSON.stringify([api.source, api.operations, api.problems])).not.toMatch(/ann[:@]|cret/);
  });

  test('does not show its credentials where a redirect leads', async () => {
    requests.length = 0;
    await loadApi(`${origin.replace('//', '//ann:pw@')}/elsewhere`).catch(() => undefined);

    expect(requests.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/elsewhere', expect.any(String)],
      ['/seen', undefined],
    ]);
  });

  test.each([
    ['/none', 'SPEC_UNREACHABLE', 'it answered 404 Not Found'],
    ['/circle', 'SPEC_UNREACHABLE', 'more than 5 redirects'],
    ['/reset', 'SPEC_UNREACHABLE', 'other side closed'],
    ['/page', 'SPEC_NOT_OPENAPI', 'is a web page or XML'],
    ['/broken.json', 'SPEC_SYNTAX', 'not well-formed JSON: value expected'],
  ])('%s is one clear error', async (path, code, message) => {
    await expect(loadApi(`${origin}${path}`)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });

  test('where nobody listens is one clear error', async () => {
    await expect(loadApi('http://127.0.0.1:9/openapi.yaml')).rejects.toMatchObject({
      code: 'SPEC_UNREACHABLE',
      message: expect.stringMatching(/^could not fetch http:\/\/127\.0\.0\.1:9\/openapi\.yaml: .+/),
    });
  });
});
