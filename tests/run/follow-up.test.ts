/** What an answer invites to ask next: its Location, and its entity tag. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { runOnce } from '../../src/assay.ts';
import { folderWith } from '../cli/run-assay.ts';
import { json, serve, type Answer, type RecordingServer } from '../e2e/recording-server.ts';

interface Told {
  readonly failed: readonly string[];
  readonly server: RecordingServer;
}

async function run(paths: unknown, answer: Answer): Promise<Told> {
  const description = { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths };
  const folder = folderWith({ 'api.json': JSON.stringify(description) });
  const server = await serve(answer);
  const failed: string[] = [];
  await runOnce(
    {
      spec: path.join(folder, 'api.json'),
      target: { baseUrl: server.url },
      seed: 1,
      concurrency: 1,
      phases: ['probes'],
      checks: { 'undeclared-method': 'off' },
      maxCases: 3,
    },
    { onEvent: (event) => event.kind === 'failure' && failed.push(event.check) },
  );
  return { failed, server };
}

const answers = (...statuses: readonly string[]): unknown =>
  Object.fromEntries(statuses.map((status) => [status, { description: 'D' }]));

const boxId = { name: 'box_id', in: 'path', required: true, schema: { type: 'integer' } };
const made = { description: 'D', content: { 'application/json': {} } };
const MAKING = {
  '/boxes': {
    post: { operationId: 'MakeBox', responses: { 201: made, ...(answers('404') as object) } },
  },
};

/** Answers a POST with the Location, and any other request with the status. */
function leadingTo(location: string, status: (count: number) => number): Answer {
  let looks = 0;
  return ({ method }, response) => {
    if (method === 'POST') return json(response, 201, {}, { Location: location });
    looks += 1;
    json(response, status(looks), {});
  };
}

test('a Location at which nothing is, now or later, is a failure', async () => {
  const { failed, server } = await run(
    MAKING,
    leadingTo('/boxes/7', () => 404),
  );

  expect(failed).toEqual(['location-resolves']);
  const look = server.received.find(({ method }) => method === 'GET');
  expect(look).toMatchObject({ target: '/boxes/7', body: '', headers: { accept: '*/*' } });
  expect(look?.headers['content-type']).toBeUndefined();
});

test('one at which it is seen a while later is none', async () => {
  const { failed, server } = await run(
    MAKING,
    leadingTo('/boxes/7', (look) => (look < 3 ? 404 : 200)),
  );

  expect(failed).toEqual([]);
  expect(server.received.filter(({ method }) => method === 'GET').length).toBeGreaterThanOrEqual(3);
});

test.each([403, 405, 406, 500])(
  'one that is answered with %i says nothing of what is there',
  async (status) => {
    expect(
      (
        await run(
          MAKING,
          leadingTo('/boxes/7', () => status),
        )
      ).failed,
    ).toEqual([]);
  },
);

test.each(['/boxes/7/delete', '/logout'])(
  'a Location that says it does harm is not looked at: %s',
  async (location) => {
    const { failed, server } = await run(
      MAKING,
      leadingTo(location, () => 404),
    );

    expect(failed).toEqual([]);
    expect(server.received.map((request) => request.path)).not.toContain(location);
  },
);

test('what a Location shows is not taken for made by this run, and so is not removed', async () => {
  const paths = {
    ...MAKING,
    '/boxes/{box_id}': {
      delete: { operationId: 'DropBox', parameters: [boxId], responses: answers('204', '404') },
    },
  };
  const { server } = await run(paths, ({ method }, response) => {
    // It shows no id of its own, and its Location is the list of what was there before.
    if (method === 'POST') return json(response, 201, {}, { Location: '/boxes' });
    return json(response, 200, { boxes: [{ id: 1 }, { id: 2 }] });
  });

  expect(server.received.some(({ method }) => method === 'GET')).toBe(true);
  expect(server.received.filter(({ method }) => method === 'DELETE')).toEqual([]);
});

const READING = {
  '/hours': { get: { operationId: 'Hours', responses: answers('200', '304') } },
  '/dull': { get: { operationId: 'Dull', responses: answers('200') } },
};

test('what came with an ETag is asked for again by it, once, where a 304 is declared', async () => {
  const { server } = await run(READING, ({ headers }, response) => {
    const isKnown = headers['if-none-match'] === '"v1"';
    if (isKnown) response.writeHead(304, { ETag: '"v1"' }).end();
    else json(response, 200, {}, { ETag: '"v1"' });
  });

  const conditional = server.received.filter(
    ({ headers }) => headers['if-none-match'] !== undefined && headers.connection !== 'close',
  );
  expect(conditional).toMatchObject([{ path: '/hours', headers: { 'if-none-match': '"v1"' } }]);
});

test('what is wrong on that road is a failure, and found nowhere else', async () => {
  const { failed } = await run(READING, ({ headers }, response) => {
    json(response, headers['if-none-match'] === undefined ? 200 : 500, {}, { ETag: '"v1"' });
  });

  expect(failed).toEqual(['not-a-server-error']);
});

test('what came without a tag is not asked for again', async () => {
  const { server } = await run(READING, (_request, response) => json(response, 200, {}));

  expect(server.received.filter(({ headers }) => headers['if-none-match'] !== undefined)).toEqual(
    [],
  );
});
