import { describe, expect, test } from 'vitest';
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

  test.each([
    ['type', 'w', 42, 'other values for texts'],
    ['type', 1, '1', 'texts for numbers'],
    ['type', true, 'true', 'texts for booleans'],
    ['type', 1, true, 'booleans for numbers'],
    ['type', ['w'], 'x', 'one value for a list'],
    ['additionalProperties', undefined, 'x', 'members that are not declared'],
    ['unevaluatedProperties', undefined, 'x', 'members that are not declared'],
  ])('a way to read bodies, once for all members: %s, %j by %j', (keyword, before, after, way) => {
    const broken = invalid({ in: 'body', pointer: '/m', keyword, before, after });
    expect(judged(acceptsInvalid, { api, intent: broken, status: 201 })).toMatchObject({
      findings: [{ scope: 'target', about: [way], keyword }],
    });
  });

  test.each([
    ['type', 1, 1.5],
    ['type', 1, ''],
    ['type', 'w', null],
    ['type', 'w', { x: 1 }],
    ['type', ['w'], [1]],
    ['type', undefined, 42],
    ['enum', 'w', 'x'],
  ])('what no framework converts, at each place: %s, %j by %j', (keyword, before, after) => {
    const broken = invalid({ in: 'body', pointer: '/m', keyword, before, after });
    expect(judged(acceptsInvalid, { api, intent: broken, status: 201 })).toMatchObject({
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
