import { describe, expect, test } from 'vitest';
import type { Intent } from '../../src/cases/intent.ts';
import type { Api } from '../../src/spec/api.ts';
import { loadPaths } from '../spec/load-text.ts';
import { acceptsInvalid } from '../../src/checks/accepts-invalid.ts';
import { anExchange, invalid, judged, respondingWith, VALID } from './judged.ts';

const api = await respondingWith("'200': { description: D }");
const intent = invalid();
const twin = anExchange({ api });

describe('accepts', () => {
  test.each([400, 401, 403, 404, 409, 422])('a refusal by %i, the twin accepted', (status) => {
    expect(judged(acceptsInvalid, { api, intent, status, context: { twin } })).toEqual({
      kind: 'pass',
    });
  });

  test('acceptance of what the service is known not to refuse', () => {
    const intent = invalid({ enforced: false });
    expect(judged(acceptsInvalid, { api, intent, status: 200 })).toEqual({
      kind: 'skipped',
      why: 'x-enforced: false',
    });
  });

  test('a redirect that is not declared: it says nothing of the data', () => {
    expect(judged(acceptsInvalid, { api, intent, status: 302, context: { twin } })).toEqual({
      kind: 'skipped',
      why: 'status 302 neither accepts nor refuses',
    });
  });

  test('a 200 that config takes as a refusal', () => {
    const refusals = { 'accepts-invalid': { a: ['200'] } };
    expect(judged(acceptsInvalid, { api, intent, context: { twin, refusals } })).toEqual({
      kind: 'pass',
    });
  });

  test('a request that is valid is none of its business', () => {
    expect(acceptsInvalid.appliesTo(VALID)).toBe(false);
  });
});

describe('rejects', () => {
  test('a 2xx, whatever became of the twin', () => {
    expect(judged(acceptsInvalid, { api, intent, status: 201 })).toEqual({
      kind: 'fail',
      findings: [
        {
          title: 'An invalid request was accepted: limit is above its maximum',
          detail: 'Every way to read the request was tried, and none of them is valid.',
          at: '',
          place: 'openapi.yaml#/paths/~1a/get/parameters/0',
          keyword: 'maximum',
          scope: 'place',
          expected: ['4XX'],
          actual: 201,
        },
      ],
    });
  });

  const typed = async (schema: string): Promise<Api> =>
    loadPaths(`paths:
  /a: { get: { responses: { '200': { description: D } } } }
components: { schemas: { S: ${schema} } }`);
  const broken = (keyword: string, after: unknown): Intent =>
    invalid({
      in: 'body',
      pointer: '/m',
      keyword,
      after,
      place: `openapi.yaml#/components/schemas/S/${keyword}`,
    });

  test.each([
    ['{ type: string }', 'type', 42, 'other values for texts'],
    ["{ type: [string, 'null'] }", 'type', true, 'other values for texts'],
    ['{ type: integer }', 'type', '1', 'strings for numbers'],
    ['{ type: number }', 'type', true, 'booleans for numbers'],
    ['{ type: boolean }', 'type', 'true', 'strings for booleans'],
    ['{ type: array }', 'type', 'x', 'one value for a list'],
    [
      '{ additionalProperties: false }',
      'additionalProperties',
      'x',
      'members that are not declared',
    ],
  ])(
    'a way to read bodies, once for all members: %s, %s, %j',
    async (schema, keyword, after, way) => {
      const given = { api: await typed(schema), intent: broken(keyword, after), status: 200 };
      expect(judged(acceptsInvalid, given)).toMatchObject({
        findings: [{ scope: 'target', about: [way], keyword }],
      });
    },
  );

  test.each([
    ['{ type: integer }', 'type', 1.5],
    ['{ type: string }', 'type', null],
    ['{ type: string }', 'type', { x: 1 }],
    ['{ type: array }', 'type', {}],
    ['{ type: [string, array] }', 'type', 42],
    ['{ enum: [a] }', 'enum', 'x'],
  ])('what no framework converts, at each place: %s, %s, %j', async (schema, keyword, after) => {
    const given = { api: await typed(schema), intent: broken(keyword, after), status: 200 };
    expect(judged(acceptsInvalid, given)).toMatchObject({
      findings: [{ scope: 'place', keyword }],
    });
  });

  test('a redirect that the operation declares', async () => {
    const api = await respondingWith("'303': { description: D }");
    expect(judged(acceptsInvalid, { api, intent, status: 303 }).kind).toBe('fail');
  });

  test('a 200 that config takes as a refusal of another operation', () => {
    const refusals = { 'accepts-invalid': { b: ['200'] } };
    expect(judged(acceptsInvalid, { api, intent, context: { refusals } }).kind).toBe('fail');
  });
});

test('a refusal teaches nothing where the twin was refused as well', () => {
  expect(judged(acceptsInvalid, { api, intent, status: 404 })).toEqual({
    kind: 'not-reached',
    why: { reason: 'twin refused', detail: 'status 404' },
  });
});
