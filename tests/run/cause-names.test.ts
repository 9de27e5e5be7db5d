import { expect, test } from 'vitest';
import { readAnswerBody } from '../../src/checks/answer-body.ts';
import type { Check } from '../../src/checks/check.ts';
import { malformedBody } from '../../src/checks/malformed-body.ts';
import { missingRequiredAccepted } from '../../src/checks/missing-required-accepted.ts';
import { notAServerError } from '../../src/checks/not-a-server-error.ts';
import { refusesValid } from '../../src/checks/refuses-valid.ts';
import { responseSchema } from '../../src/checks/response-schema.ts';
import { statusDeclared } from '../../src/checks/status-declared.ts';
import type { Intent } from '../../src/cases/intent.ts';
import { causeNamesOf, type CauseNames } from '../../src/run/cause-names.ts';
import { anExchange, judged, type Given } from '../checks/judged.ts';
import { loadPaths } from '../spec/load-text.ts';

const JSON_BODY = `content: { application/json: { schema: { type: object } } }`;
const api = await loadPaths(`
paths:
  /a:
    post:
      operationId: a
      requestBody: { required: true, ${JSON_BODY} }
      responses:
        '201': { description: D, ${JSON_BODY} }
        '400': { description: D, ${JSON_BODY} }
  /b:
    post:
      operationId: b
      requestBody: { required: true, ${JSON_BODY} }
      responses: { '201': { description: D } }
`);
const BODY = {
  in: 'body',
  pointer: '',
  place: 'openapi.yaml#/paths/~1a/post/requestBody',
} as const;
const MALFORMED: Intent = { kind: 'malformed-body', how: 'cut short' };
const NO_BODY: Intent = { kind: 'missing-required', member: BODY, enforced: true };
const MIXED: Intent = { kind: 'valid', tier: 'plain' };
const ONE_MEMBER: Intent = { ...MIXED, member: { ...BODY, pointer: '/size' } };
const WRONG: Intent = {
  kind: 'invalid',
  violation: {
    ...BODY,
    keyword: 'type',
    before: {},
    after: [],
    sentence: 'body: it is a list',
    enforced: true,
  },
  proof: { readings: 1 },
};
const control = anExchange({ api });

function namesOf(check: Check, given: Omit<Given, 'api'>): CauseNames {
  const about = { api, context: { control, twin: control }, ...given };
  const verdict = judged(check, about);
  if (verdict.kind !== 'fail') throw new Error(`${check.name} found nothing: ${verdict.kind}`);
  const exchange = anExchange(about);
  const { outcome } = exchange;
  if (outcome.kind !== 'answer') throw new Error('an answer was meant');
  return causeNamesOf(check, verdict.findings[0], exchange, readAnswerBody(outcome));
}

test('to take what is no body and to take none at all is one cause', () => {
  const malformed = namesOf(malformedBody, { intent: MALFORMED, status: 201 });
  const missing = namesOf(missingRequiredAccepted, { intent: NO_BODY, status: 201 });
  const elsewhere = namesOf(malformedBody, { intent: MALFORMED, status: 201, operation: 'b' });

  expect(missing.fingerprint).toBe(malformed.fingerprint);
  expect(elsewhere.fingerprint).not.toBe(malformed.fingerprint);
});

test('to take a request without one of its parameters is another cause', () => {
  const parameter = { in: 'query', pointer: '/limit', place: BODY.place } as const;
  const intent = { kind: 'missing-required', member: parameter, enforced: true } as const;
  const none = namesOf(missingRequiredAccepted, { intent: NO_BODY, status: 201 });

  expect(namesOf(missingRequiredAccepted, { intent, status: 201 }).fingerprint).not.toBe(
    none.fingerprint,
  );
});

test('a failure over a body that cannot be read is that over any other, where it looks alike', () => {
  const body = { error: 'boom' };
  const unread = namesOf(notAServerError, { intent: MALFORMED, status: 500, body });
  const wrong = namesOf(notAServerError, { intent: WRONG, status: 500, body });
  const others = [
    namesOf(notAServerError, { intent: WRONG, status: 500, body: { detail: 'other' } }),
    namesOf(notAServerError, { intent: WRONG, status: 502, body }),
    namesOf(notAServerError, { intent: WRONG, status: 500, body, operation: 'b' }),
  ];

  expect(unread.unless).toBe(wrong.fingerprint);
  expect(unread.fingerprint).not.toBe(wrong.fingerprint);
  for (const other of others) expect(unread.unless).not.toBe(other.fingerprint);
});

test('errors that do not parse are of one cause with good answers that do not', () => {
  const good = namesOf(responseSchema, { status: 201, ...asJson('{"id":1') });
  const error = namesOf(responseSchema, { status: 400, ...asJson('{"error":1') });

  expect(error.unless).toBe(good.also);
  expect(error.also).toBeUndefined();
  expect(good.unless).toBeUndefined();
});

test('a refusal that is declared nowhere is that of valid data, where it says the same', () => {
  const body = { error: 'size is out of range' };
  const refused = namesOf(refusesValid, { intent: ONE_MEMBER, status: 422, body });
  const same = namesOf(statusDeclared, { intent: MIXED, status: 422, body });

  expect(same.unless).toBe(refused.also);
  expect(refused.also).toBeDefined();
});

test.each<readonly [string, Omit<Given, 'api'>]>([
  ['in other words', { intent: MIXED, status: 422, body: { error: 'name is too long' } }],
  ['by another status', { intent: MIXED, status: 409, body: { error: 'size is out of range' } }],
  [
    'of another operation',
    { intent: MIXED, status: 422, body: { error: 'size is out of range' }, operation: 'b' },
  ],
  ['of what is invalid', { intent: WRONG, status: 422, body: { error: 'size is out of range' } }],
])('a refusal %s is another cause', (_, given) => {
  const body = { error: 'size is out of range' };
  const refused = namesOf(refusesValid, { intent: ONE_MEMBER, status: 422, body });

  expect(namesOf(statusDeclared, given).unless).not.toBe(refused.also);
});

test('a refusal without a word says nothing of any other', () => {
  const { also } = namesOf(refusesValid, { intent: ONE_MEMBER, status: 422 });
  const { unless } = namesOf(statusDeclared, { intent: MIXED, status: 422 });

  expect([also, unless]).toEqual([undefined, undefined]);
});

function asJson(text: string): Pick<Given, 'body' | 'headers'> {
  return { body: text, headers: [['Content-Type', 'application/json']] };
}
