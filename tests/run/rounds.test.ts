/** Which operations the rounds after the first go to: those that teach, and those that wait. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { runOnce, type RunResult } from '../../src/assay.ts';
import type { UserConfig } from '../../src/config/user-config.ts';
import type { OperationLedger, UnsentEvent } from '../../src/run/events.ts';
import { folderWith } from '../cli/run-assay.ts';
import { json, serve } from '../e2e/recording-server.ts';

interface Told {
  readonly unsent: readonly UnsentEvent[];
  readonly result: RunResult;
  readonly ledgers: ReadonlyMap<string, OperationLedger>;
}

async function run(paths: unknown, options: Partial<UserConfig>): Promise<Told> {
  const description = { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths };
  const folder = folderWith({ 'api.json': JSON.stringify(description) });
  const ledgers = new Map<string, OperationLedger>();
  const unsent: UnsentEvent[] = [];
  const result = await runOnce(
    { spec: path.join(folder, 'api.json'), seed: 1, concurrency: 1, ...options },
    {
      onEvent: (event) => {
        if (event.kind === 'unsent') unsent.push(event);
        if (event.kind === 'operation-finished') ledgers.set(event.operation, event.ledger);
      },
    },
  );
  return { result, ledgers, unsent };
}

const anyAnswer = { responses: { default: { description: 'Any.' } } };
const query = (name: string, schema: unknown): unknown => ({ name, in: 'query', schema });

test('an operation that lacked an id in round 0 is tested once a later answer shows one', async () => {
  const server = await serve(({ target, path: asked }, response) => {
    if (asked === '/boxes')
      return json(response, 200, { boxes: target.includes('kind=hidden') ? [{ id: 77 }] : [] });
    return asked === '/boxes/77' ? json(response, 200, { id: 77 }) : json(response, 404, {});
  });
  const paths = {
    '/boxes': {
      get: {
        operationId: 'ListBoxes',
        parameters: [query('kind', { enum: ['plain', 'hidden'] })],
        ...anyAnswer,
      },
    },
    '/boxes/{box_id}': {
      get: {
        operationId: 'ShowBox',
        parameters: [{ name: 'box_id', in: 'path', required: true, schema: { type: 'integer' } }],
        ...anyAnswer,
      },
    },
  };

  const { result, ledgers } = await run(paths, { target: { baseUrl: server.url }, maxCases: 10 });

  expect(result).toMatchObject({ accepted: 2, operations: 2 });
  expect(ledgers.get('ShowBox')).toMatchObject({ untested: null });
  expect(ledgers.get('ShowBox')?.accepted).toBeGreaterThan(1);
});

test('an operation that keeps answering something new gets more of the requests', async () => {
  const statuses = [200, 201, 202, 203, 400, 404, 409, 410, 422, 451];
  let asked = 0;
  const server = await serve(({ path: where }, response) => {
    if (where === '/dull') return json(response, 200, {});
    asked += 1;
    json(
      response,
      asked === 1 ? 200 : (statuses[Math.floor(asked / 8) % statuses.length] ?? 200),
      {},
    );
  });
  const operation = (operationId: string): unknown => ({
    get: { operationId, parameters: [query('text', { type: 'string' })], ...anyAnswer },
  });

  const { ledgers } = await run(
    { '/dull': operation('Dull'), '/lively': operation('Lively') },
    {
      target: { baseUrl: server.url },
      phases: ['fuzz'],
      maxCases: 1_000,
      maxRequests: 150,
    },
  );

  const [dull, lively] = ['Dull', 'Lively'].map((id) => ledgers.get(id)?.sent ?? 0);
  expect(lively).toBeGreaterThan((dull ?? 0) * 1.3);
});

test('a case for which nothing is left is told, with the operation that would have to make more', async () => {
  let made = 0;
  const server = await serve(({ method, path: asked }, response) => {
    if (method === 'DELETE') return json(response, 204, {});
    if (method !== 'POST' || made > 0) return json(response, asked === '/boxes' ? 403 : 404, {});
    made += 1;
    json(response, 201, { id: made });
  });
  const boxId = { name: 'box_id', in: 'path', required: true, schema: { type: 'integer' } };
  const paths = {
    '/boxes': { post: { operationId: 'CreateBox', ...anyAnswer } },
    '/boxes/{box_id}': {
      delete: {
        operationId: 'DeleteBox',
        parameters: [boxId, query('quick', { type: 'boolean' })],
        ...anyAnswer,
      },
    },
    '/crates/{crate_id}': {
      get: {
        operationId: 'ShowCrate',
        parameters: [{ ...boxId, name: 'crate_id' }],
        ...anyAnswer,
      },
    },
  };

  const { unsent, ledgers } = await run(paths, {
    target: { baseUrl: server.url },
    phases: ['boundaries'],
  });

  expect(unsent.length).toBeGreaterThan(0);
  expect(unsent[0]).toMatchObject({
    operation: 'DeleteBox',
    phase: 'boundaries',
    why: {
      reason: 'nothing of ours to remove',
      detail: 'CreateBox would have to create a box.id for {box_id}',
    },
  });
  expect(ledgers.get('ShowCrate')?.untested).toEqual({
    reason: 'no id known',
    detail:
      'nothing in the description creates or lists a crate.id for {crate_id}; one made up was answered with 404',
  });
});
