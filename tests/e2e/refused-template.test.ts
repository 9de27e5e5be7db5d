/** A plain request that a server refuses: what else is tried, what is kept, and who is blamed. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { runOnce, type RunResult } from '../../src/assay.ts';
import type { UserConfig } from '../../src/config/user-config.ts';
import { folderWith } from '../cli/run-assay.ts';
import { json, serve, type Received, type RecordingServer } from './recording-server.ts';

const EXAMPLE = { box: { name: 'a', colour: 'red', size: 3, kind: 'plain' } };
const MEMBERS = {
  name: { type: 'string' },
  colour: { type: 'string' },
  size: { type: 'integer' },
  kind: { type: 'string' },
};

/** A creator whose one body example has three optional members beside the required name. */
const creator = (example: unknown = EXAMPLE): object => ({
  operationId: 'Create',
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required: ['box'],
          properties: { box: { type: 'object', required: ['name'], properties: MEMBERS } },
        },
        example,
      },
    },
  },
  responses: { default: { description: 'Any.' } },
});

async function run(
  server: RecordingServer,
  paths: unknown,
  options: Partial<UserConfig> = {},
): Promise<RunResult> {
  const description = { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths };
  const folder = folderWith({ 'api.json': JSON.stringify(description) });
  return runOnce({
    spec: path.join(folder, 'api.json'),
    target: { baseUrl: server.url },
    seed: 1,
    concurrency: 1,
    phases: ['probes'],
    checks: { 'status-declared': 'off' },
    ...options,
  });
}

/** Empty where the body is none or has no box. */
function boxOf({ body }: Received): Readonly<Record<string, unknown>> {
  const parsed = JSON.parse(body === '' ? 'null' : body) as { readonly box?: unknown } | null;
  const box = parsed?.box;
  return typeof box === 'object' && box !== null ? { ...box } : {};
}

const refusing =
  (refuses: (box: Readonly<Record<string, unknown>>) => boolean) =>
  (request: Received, response: Parameters<typeof json>[0]): void =>
    refuses(boxOf(request)) ? json(response, 422, { error: 'no' }) : json(response, 201, { id: 1 });

const refusals = ({ found }: RunResult): readonly string[] =>
  found.filter(({ check }) => check === 'refuses-valid').map(({ title }) => title);

test('with only its required members first, then with each optional one apart, which names all offenders', async () => {
  const server = await serve(refusing((box) => 'colour' in box || 'kind' in box));

  const result = await run(server, { '/boxes': { post: creator() } }, { phases: [] });

  expect(result).toMatchObject({ accepted: 1 });
  const sent = server.received.map((one) => Object.keys(boxOf(one)).join());
  expect(sent.slice(0, 2)).toEqual(['name,colour,size,kind', 'name']);
  expect(sent).toEqual(expect.arrayContaining(['name,colour', 'name,size', 'name,kind']));
  expect(refusals(result)).toEqual([
    'A valid request was refused: with the optional member box.colour',
    'A valid request was refused: with the optional member box.kind',
  ]);
});

test('an offender is reported once, though its example is refused again later', async () => {
  const server = await serve(refusing((box) => 'colour' in box));

  const result = await run(
    server,
    { '/boxes': { post: creator() } },
    { phases: ['examples', 'boundaries'], checks: { 'accepts-invalid': 'off' } },
  );

  expect(refusals(result)).toHaveLength(1);
});

test('what names something that may not exist is no offender', async () => {
  const example = { box: { name: 'a', owner_id: 7 } };
  const server = await serve(refusing((box) => 'owner_id' in box));

  const result = await run(server, { '/boxes': { post: creator(example) } }, { phases: [] });

  expect(result).toMatchObject({ accepted: 1 });
  expect(refusals(result)).toEqual([]);
});

test('a server that asks for what is optional gets it from the example, alone, and keeps it for the phases', async () => {
  const server = await serve(refusing((box) => !('size' in box) || 'colour' in box));

  const result = await run(
    server,
    { '/boxes': { post: creator() } },
    { phases: ['boundaries'], checks: { 'accepts-invalid': 'off' }, maxCases: 40 },
  );

  expect(result).toMatchObject({ accepted: 1 });
  const sent = server.received.map((one) => Object.keys(boxOf(one)).join());
  expect(sent.slice(0, 4)).toEqual(['name,colour,size,kind', 'name', 'name,colour', 'name,size']);
  expect(refusals(result)).toContainEqual(expect.stringContaining('colour'));
  const later = server.received.slice(8).map(({ body }) => body);
  expect(later.filter((body) => body.includes('"size":3')).length).toBeGreaterThan(5);
});

const BOXES = {
  '/boxes': { get: { operationId: 'List', responses: { default: { description: 'Any.' } } } },
};
const BOX_ID = { name: 'box_id', in: 'path', required: true, schema: { type: 'integer' } };
const listed = { boxes: [{ id: 1 }, { id: 2 }, { id: 3 }] };

test('less data goes to the record that was there, then the other records are asked', async () => {
  const server = await serve((request, response) => {
    if (request.path === '/boxes') return json(response, 200, listed);
    if (request.path === '/boxes/1') return json(response, 404, {});
    return json(response, request.path === '/boxes/3' ? 200 : 422, {});
  });

  const result = await run(
    server,
    {
      ...BOXES,
      '/boxes/{box_id}': { put: { ...creator(), operationId: 'Put', parameters: [BOX_ID] } },
    },
    { phases: [] },
  );

  expect(result).toMatchObject({ accepted: 2 });
  const puts = server.received.filter(({ method }) => method === 'PUT');
  expect(puts.map(({ path: at }) => at).slice(0, 3)).toEqual(['/boxes/1', '/boxes/2', '/boxes/2']);
  expect(puts.map(boxOf).slice(0, 3)).toEqual([EXAMPLE.box, EXAMPLE.box, { name: 'a' }]);
  expect(puts.at(-1)?.path).toBe('/boxes/3');
});

test('what was not there in between is asked for again at the end, whatever it was refused for last', async () => {
  let asked = 0;
  const server = await serve(({ path: at }, response) => {
    if (at === '/boxes') return json(response, 200, listed);
    asked += 1;
    // The second record wants to be asked again; 422 is the largest status, and not the last.
    json(response, asked > 4 ? 200 : asked === 1 ? 422 : 404, {});
  });

  const result = await run(
    server,
    {
      ...BOXES,
      '/boxes/{box_id}': {
        get: {
          operationId: 'Show',
          parameters: [BOX_ID],
          responses: { default: { description: 'Any.' } },
        },
      },
    },
    { phases: [] },
  );

  expect(result).toMatchObject({ accepted: 2 });
});

test('the few requests for it are counted: a server that refuses all gets no more than that', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [`m${String(index)}`, 1]),
  );
  const server = await serve(refusing(() => true));

  const result = await run(
    server,
    { '/boxes': { post: creator({ box: { name: 'a', ...many } }) } },
    { phases: [] },
  );

  expect(result).toMatchObject({ accepted: 0 });
  expect(server.received.length).toBeLessThan(16);
});
