/**
 * One cause is one failure, by whichever requests it shows and whichever check it fails; and what looks like it elsewhere,
 * or otherwise, is not taken for it.
 */
import path from 'node:path';
import { expect, test } from 'vitest';
import { run, type RunResult } from '../../src/index.ts';
import { folderWith } from '../cli/run-assay.ts';
import { json, serve, type Received } from './recording-server.ts';

const BODY = `
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [size]
              properties: { size: { type: integer, minimum: 1, maximum: 9 } }
            example: { size: 5 }`;
const RESPONSES = `
        '201': { description: Made., content: { application/json: { schema: { type: object } } } }
        '400': { description: Refused., content: { application/json: { schema: { type: object } } } }`;
const SHOP = `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /boxes:
    post:
      operationId: MakeBox
      requestBody: ${BODY}
      responses: ${RESPONSES}
  /bags:
    post:
      operationId: MakeBag
      requestBody: ${BODY}
      responses: ${RESPONSES}
`;

type Reply = readonly [status: number, value: unknown];

const MADE: Reply = [201, { id: 1 }];
const REFUSED: Reply = [400, { error: 'refused' }];
const BROKEN: Reply = [500, { error: 'boom' }];

/** What is wrong with the body, as a sound server sees it. */
function wrongWith({ body }: Received): 'form' | 'value' | undefined {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value !== 'object' || value === null || !('size' in value)) return 'value';
    const { size } = value;
    const isRight = Number.isInteger(size) && Number(size) >= 1 && Number(size) <= 9;
    return isRight && typeof size === 'number' ? undefined : 'value';
  } catch {
    return 'form';
  }
}

async function failuresOf(answer: (request: Received) => Reply): Promise<RunResult> {
  const server = await serve((request, response) => {
    const [status, value] = answer(request);
    json(response, status, value);
  });
  return run({
    spec: path.join(folderWith({ 'shop.yaml': SHOP }), 'shop.yaml'),
    target: { baseUrl: server.url },
    phases: ['boundaries', 'probes'],
    checks: { 'undeclared-media-type': 'off', 'undeclared-method': 'off' },
    seed: 1,
  });
}

const told = ({ found }: RunResult): readonly string[] =>
  found.map(({ check, operation }) => `${check} of ${operation}`);

test('who fails over whatever is wrong with a body fails over one that cannot be read', async () => {
  const result = await failuresOf((request) => {
    const wrong = wrongWith(request);
    if (wrong === undefined) return MADE;
    return request.path === '/boxes' ? BROKEN : REFUSED;
  });

  expect(told(result)).toEqual(['not-a-server-error of MakeBox']);
});

test('a reader that fails everywhere is told beside an operation that fails over values', async () => {
  const result = await failuresOf((request) => {
    const wrong = wrongWith(request);
    if (wrong === undefined) return MADE;
    return wrong === 'form' || request.path === '/boxes' ? BROKEN : REFUSED;
  });

  expect(told(result)).toEqual(['not-a-server-error of MakeBox', 'not-a-server-error of MakeBag']);
});

test('a reader that fails otherwise than the operation does is told by itself', async () => {
  const result = await failuresOf((request) => {
    const wrong = wrongWith(request);
    if (wrong === undefined) return MADE;
    if (request.path === '/bags') return REFUSED;
    return wrong === 'form' && request.body !== '' ? [500, { parser: 'lost' }] : BROKEN;
  });

  expect(told(result)).toEqual(['not-a-server-error of MakeBox', 'not-a-server-error of MakeBox']);
});

test('who takes anything for a body takes none, and that is one failure', async () => {
  const result = await failuresOf((request) => {
    const wrong = wrongWith(request);
    const isTaken = wrong === undefined || (wrong === 'form' && request.path === '/boxes');
    return isTaken ? MADE : REFUSED;
  });

  expect(told(result)).toEqual(['malformed-body of MakeBox']);
  expect(result.failures).toMatchObject([{ operations: ['MakeBox'] }]);
});

test('who takes no body for one, and refuses what is none, is told of that', async () => {
  const result = await failuresOf((request) => {
    const isTaken = wrongWith(request) === undefined || request.body === '';
    return isTaken ? MADE : REFUSED;
  });

  expect(told(result)).toEqual([
    'missing-required-accepted of MakeBox',
    'missing-required-accepted of MakeBag',
  ]);
});
