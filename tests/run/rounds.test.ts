/** Which operations the rounds after the first go to: those that teach, and those that wait. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { runOnce, type RunResult } from '../../src/assay.ts';
import type { UserConfig } from '../../src/config/user-config.ts';
import type { OperationLedger } from '../../src/run/events.ts';
import { folderWith } from '../cli/run-assay.ts';
import { json, serve } from '../e2e/recording-server.ts';

interface Told {
  readonly result: RunResult;
  readonly ledgers: ReadonlyMap<string, OperationLedger>;
}

async function run(paths: unknown, options: Partial<UserConfig>): Promise<Told> {
  const description = { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths };
  const folder = folderWith({ 'api.json': JSON.stringify(description) });
  const ledgers = new Map<string, OperationLedger>();
  const result = await runOnce(
    { spec: path.join(folder, 'api.json'), seed: 1, concurrency: 1, ...options },
    {
      onEvent: (event) => {
        if (event.kind === 'operation-finished') ledgers.set(event.operation, event.ledger);
      },
    },
  );
  return { result, ledgers };
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
