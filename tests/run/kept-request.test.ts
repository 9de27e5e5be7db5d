import { describe, expect, test } from 'vitest';
import type { FailureEvent, RequestRecord } from '../../src/run/events.ts';
import { keptRequest, stillMissing, type KeptRequest } from '../../src/run/kept-request.ts';
import type { ExchangeEvent } from '../../src/run/events.ts';
import { aFailure, anExchange } from '../reporters/a-run.ts';
import { loadPaths } from '../spec/load-text.ts';

const api = await loadPaths(`
paths:
  /pets:
    get: { operationId: ListPets, responses: { '200': { description: D } } }
`);
const BASE = 'http://127.0.0.1:4010/';

function failureOf(
  request: Partial<RequestRecord>,
  parts: Partial<ExchangeEvent> = {},
): FailureEvent {
  const plain = anExchange();
  return aFailure({ example: { ...plain, request: { ...plain.request, ...request }, ...parts } });
}

const kept = (request: Partial<RequestRecord>): KeptRequest =>
  keptRequest(failureOf(request), api, BASE);

test('method, target and headers are as they were, less what the log took out', () => {
  const { request, takenOut } = kept({});
  expect(request).toEqual({
    method: 'GET',
    target: '/pets?limit=5',
    headers: [['Accept', 'application/json']],
    body: undefined,
  });
  expect(takenOut).toEqual(['authorization']);
});

test.each([
  [{ encoding: 'text', content: '{"a":"é"}', bytes: 10 }, '{"a":"é"}'],
  [{ encoding: 'base64', content: 'AAEC', bytes: 3 }, '\u0000\u0001\u0002'],
] as const)('the body is whole again: %j', (body, text) => {
  expect(Buffer.from(kept({ body }).request.body ?? []).toString('utf8')).toBe(text);
});

test('a secret of the query is left out, to be put back', () => {
  const { request, takenOut } = kept({ url: `${BASE}pets?key=[redacted]&limit=5` });
  expect(request.target).toBe('/pets?limit=5');
  expect(takenOut).toEqual(['key', 'authorization']);
  expect(kept({ url: `${BASE}pets?key=[redacted]` }).request.target).toBe('/pets');
});

test('a case without the right credential is dressed with the same wrong one', () => {
  const failure = failureOf({}, { intent: { kind: 'unauthenticated', how: 'wrong' } });
  expect(keptRequest(failure, api, BASE).case).toMatchObject({
    id: 'ListPets:template:0:replay',
    changes: { credential: 'wrong' },
    slots: [],
  });
});

test.each<readonly [string, Partial<RequestRecord>, string]>([
  ['a secret in the path', { url: `${BASE}pets/[redacted]` }, 'The path of the request held'],
  [
    'a secret in the body',
    { body: { encoding: 'text', content: '{"token":"[redacted]"}', bytes: 30 } },
    'The body of the request held',
  ],
  [
    'a body that was cut',
    { body: { encoding: 'text', content: '{', bytes: 99_999, sha256: 'x' } },
    'The log holds a part of the body only.',
  ],
])('%s cannot be put back, and is told', (_what, request, message) => {
  expect(() => kept(request)).toThrow(message);
});

test('an operation that is not described any more is told', () => {
  const failure = { ...failureOf({}), operation: 'ShowPet' };
  expect(() => keptRequest(failure, api, BASE)).toThrow(
    'The description has no operation "ShowPet" any more.',
  );
});

describe('what is still missing after dressing', () => {
  const dressed = kept({}).request;

  test('is what nobody put back', () => {
    expect(stillMissing(kept({}), dressed)).toEqual(['authorization']);
  });

  test('is nothing, where a credential did', () => {
    const headers = [...dressed.headers, ['AUTHORIZATION', 'Basic x'] as const];
    expect(stillMissing(kept({}), { ...dressed, headers })).toEqual([]);
    const inQuery = kept({ headers: [], url: `${BASE}pets?Key=[redacted]` });
    expect(stillMissing(inQuery, { ...dressed, target: '/pets?Key=1' })).toEqual([]);
  });

  test('is nothing, where no credential is how it is meant', () => {
    const failure = failureOf({}, { intent: { kind: 'unauthenticated', how: 'none' } });
    expect(stillMissing(keptRequest(failure, api, BASE), dressed)).toEqual([]);
  });
});
