import { describe, expect, test } from 'vitest';
import type { Intent } from '../../src/cases/intent.ts';
import { loadPaths } from '../spec/load-text.ts';
import { refusesValid } from '../../src/checks/refuses-valid.ts';
import { anExchange, judged, respondingWith, VALID } from './judged.ts';

const api = await respondingWith("'200': { description: D }");
const member = { in: 'body', pointer: '/name', place: 'openapi.yaml#/name' } as const;
const intent: Intent = { kind: 'valid', tier: 'plain', member };
const context = { control: anExchange({ api }) };

describe('accepts', () => {
  test('a 2xx', () => {
    expect(judged(refusesValid, { api, intent, status: 201 })).toEqual({ kind: 'pass' });
  });

  test.each([401, 403, 404, 409, 429])('status %i, which does not speak of the data', (status) => {
    expect(judged(refusesValid, { api, intent, status, context })).toEqual({
      kind: 'skipped',
      why: `status ${String(status)} does not speak of the data`,
    });
  });

  test('a refusal of a member whose valid values cannot be stated', () => {
    const opaque: Intent = { ...intent, member: { ...member, opaque: true } };
    expect(judged(refusesValid, { api, intent: opaque, status: 400, context })).toEqual({
      kind: 'skipped',
      why: 'its valid values cannot be stated',
    });
  });

  test.each([
    'Name has already been taken',
    'Requester: Ada is suspended.',
    'E-mail is in use',
    'duplicate key',
    'must be unique',
    'Shelf 5 was not found',
    'No such reader',
    'The category does not exist',
  ])('a refusal that speaks of other records: %s', (message) => {
    const given = { api, intent, status: 422, body: { errors: [{ message }] }, context };
    expect(judged(refusesValid, given)).toEqual({
      kind: 'skipped',
      why: 'the refusal speaks of other records',
    });
  });

  test('a refusal that was found to be of the order of moments or numbers', () => {
    const given = {
      api,
      intent,
      status: 400,
      context: { ...context, excuse: 'it is refused for its order' },
    };
    expect(judged(refusesValid, given)).toEqual({
      kind: 'skipped',
      why: 'it is refused for its order',
    });
  });

  test.each([
    ['end date must come after start', ['start']],
    ['A loan by post needs an address', ['address']],
    ['Ends before it Starts At all', ['starts_at']],
  ])('a refusal that speaks of another member: %s', (message, names) => {
    const control = anExchange({ api, body: Object.fromEntries(names.map((name) => [name, 1])) });
    const given = {
      api,
      intent,
      status: 422,
      body: { errors: [{ message }] },
      context: { control },
    };
    expect(judged(refusesValid, given)).toEqual({
      kind: 'skipped',
      why: 'the refusal speaks of other members',
    });
  });

  test('a refusal that asks for another member, which was not sent', async () => {
    const loans = await loadPaths(`paths:
  /a:
    post:
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Loan' }
      responses: { '200': { description: D } }
components:
  schemas:
    Loan: { properties: { name: { enum: [desk, post] }, address: { type: string } } }`);
    const body = { errors: ['a loan by post needs an address'] };
    const beside = { control: anExchange({ api: loans }) };
    const given = { api: loans, intent, status: 400, body, context: beside };
    expect(judged(refusesValid, given)).toEqual({
      kind: 'skipped',
      why: 'the refusal speaks of other members',
    });
  });

  test('two members together, where the refusal names both', () => {
    const partner = { ...member, pointer: '/other', place: 'openapi.yaml#/other/enum' };
    const together = { ...intent, partner: { ...partner, schema: 'openapi.yaml#/other' } };
    const body = { message: 'this name and the other do not go together' };
    const given = { api, intent: together, status: 400, body, context };
    expect(judged(refusesValid, given)).toEqual({
      kind: 'skipped',
      why: 'the refusal speaks of other members',
    });
  });

  test('hostile and edge data, and the template itself, are none of its business', () => {
    expect(refusesValid.appliesTo({ ...intent, tier: 'hostile' })).toBe(false);
    expect(refusesValid.appliesTo(VALID)).toBe(false);
  });
});

describe('rejects', () => {
  test.each([400, 415, 422])('a refusal by %i, the control accepted', (status) => {
    const given = { api, intent, status, deviation: 'name "x"', context };
    expect(judged(refusesValid, given)).toEqual({
      kind: 'fail',
      findings: [
        {
          title: 'A valid request was refused: name "x"',
          detail: 'The same request without that difference was accepted right after it.',
          at: '',
          place: 'openapi.yaml#/name',
          keyword: 'valid',
          scope: 'words',
          about: ['openapi.yaml#/name'],
          expected: 'acceptance',
          actual: status,
        },
      ],
    });
  });

  test.each(['name is not a valid value', 'the status of names', 'start'])(
    'words that name no other member: %s',
    (message) => {
      const control = anExchange({ api, body: { name: 'x', value: 1, start: 2, stat: 3 } });
      const given = { api, intent, status: 400, body: { message }, context: { control } };
      expect(judged(refusesValid, given)).toMatchObject({ kind: 'fail' });
    },
  );

  test('two members together, both named as the cause', () => {
    const partner = { ...member, pointer: '/other', place: 'openapi.yaml#/other/enum' };
    const together = { ...intent, partner: { ...partner, schema: 'openapi.yaml#/other' } };
    expect(judged(refusesValid, { api, intent: together, status: 400, context })).toMatchObject({
      findings: [
        { keyword: 'valid together', about: ['openapi.yaml#/name', 'openapi.yaml#/other'] },
      ],
    });
    const opaque = { ...intent, partner: { ...partner, opaque: true } };
    expect(judged(refusesValid, { api, intent: opaque, status: 400, context }).kind).toBe(
      'skipped',
    );
  });

  test.each(['name is too long', 'No such field: name', 'unknown member'])(
    'a refusal that speaks of the data: %s',
    (message) => {
      const given = { api, intent, status: 400, body: { message }, context };
      expect(judged(refusesValid, given).kind).toBe('fail');
    },
  );

  test('a 409 where config takes it as a refusal of the data', () => {
    const refusals = { 'refuses-valid': { a: ['409'] } };
    const given = { api, intent, status: 409, context: { ...context, refusals } };
    expect(judged(refusesValid, given).kind).toBe('fail');
  });
});

test('a refusal teaches nothing where the control was refused as well', () => {
  expect(judged(refusesValid, { api, intent, status: 400 })).toEqual({
    kind: 'not-reached',
    why: { reason: 'control refused', detail: 'status 400' },
  });
});
