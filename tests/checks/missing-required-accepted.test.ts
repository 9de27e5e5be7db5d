import { describe, expect, test } from 'vitest';
import type { Intent } from '../../src/cases/intent.ts';
import { missingRequiredAccepted } from '../../src/checks/missing-required-accepted.ts';
import type { ParameterLocation } from '../../src/spec/api.ts';
import { anExchange, judged, operation } from './judged.ts';

const api = await operation(`
parameters:
  - { name: limit, in: query, required: true, schema: { type: integer } }
  - { name: page, in: query, required: true, schema: { type: integer, default: 1 } }
  - { name: X-Key, in: header, required: true, schema: { type: string } }
responses: { '200': { description: D } }
`);
const without = (name: string, location: ParameterLocation = 'query', enforced = true): Intent => ({
  kind: 'missing-required',
  member: { in: location, pointer: `/${name}`, place: 'openapi.yaml#/x' },
  enforced,
});
const twin = anExchange({ api });

describe('accepts', () => {
  test('a refusal, the twin accepted', () => {
    const given = { api, intent: without('limit'), status: 400, context: { twin } };
    expect(judged(missingRequiredAccepted, given)).toEqual({ kind: 'pass' });
  });

  test('acceptance where the description says that it is not enforced', () => {
    const given = { api, intent: without('limit', 'query', false) };
    expect(judged(missingRequiredAccepted, given)).toEqual({
      kind: 'skipped',
      why: 'x-enforced: false',
    });
  });

  test('acceptance where the parameter has a default', () => {
    expect(judged(missingRequiredAccepted, { api, intent: without('page') })).toEqual({
      kind: 'skipped',
      why: 'it has a default',
    });
  });

  test('acceptance where the default stands behind a reference', async () => {
    const api = await operation(`
parameters:
  - { name: size, in: query, required: true, schema: { $ref: '#/paths/~1a/get/x-size' } }
x-size: { type: integer, default: 1 }
responses: { '200': { description: D } }
`);
    expect(judged(missingRequiredAccepted, { api, intent: without('size') }).kind).toBe('skipped');
  });

  test.each([
    ['header', { headers: [['x-key', 'secret']] }],
    ['query', { target: '/a?X-Key=secret' }],
    ['cookie', { headers: [['Cookie', 'a=1; X-Key=secret']] }],
  ] as const)('acceptance where a credential in the %s is the parameter', (location, request) => {
    const given = { api, intent: without('X-Key', location), request };
    expect(judged(missingRequiredAccepted, given)).toEqual({
      kind: 'skipped',
      why: 'headers or a credential of the run carry it',
    });
  });

  test('a 200 that config takes as a refusal', () => {
    const refusals = { 'missing-required-accepted': { '*': ['200'] } };
    const given = { api, intent: without('limit'), context: { twin, refusals } };
    expect(judged(missingRequiredAccepted, given)).toEqual({ kind: 'pass' });
  });
});

describe('rejects', () => {
  test.each([
    ['a parameter', without('limit')],
    ['a header that only others resemble', without('X-Key', 'header')],
    [
      'the body',
      {
        kind: 'missing-required',
        member: { in: 'body', pointer: '', place: 'openapi.yaml#/x' },
        enforced: true,
      } satisfies Intent,
    ],
  ])('acceptance without %s', (_what, intent) => {
    const request = { headers: [['X-Key-Id', '1']] as const, target: '/a?X-Key-2=1' };
    const verdict = judged(missingRequiredAccepted, { api, intent, request, deviation: 'less' });
    expect(verdict).toMatchObject({
      kind: 'fail',
      findings: [
        { title: 'A request less was accepted', keyword: 'required', place: 'openapi.yaml#/x' },
      ],
    });
  });
});

test('a refusal teaches nothing where the twin was refused as well', () => {
  const given = { api, intent: without('limit'), status: 400 };
  expect(judged(missingRequiredAccepted, given).kind).toBe('not-reached');
});
