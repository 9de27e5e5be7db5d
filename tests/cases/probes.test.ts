/** The bytes of bodies that are wrong as a whole, and what each of them deserves. */
import { expect, test } from 'vitest';
import type { Case } from '../../src/cases/case.ts';
import { probeCases } from '../../src/cases/probes.ts';
import { prove } from '../../src/cases/prove.ts';
import { writeRequest } from '../../src/wire/write-request.ts';
import { applyChanges } from '../../src/cases/apply-changes.ts';
import { acceptedRequest, type AcceptedRequest } from './accepted-request.ts';

const body = (required: boolean, type = 'application/json'): string => `
requestBody:
  required: ${String(required)}
  content:
    ${type}:
      schema: { type: object, required: [name], properties: { name: { type: string } } }`;

function probesOf({ api, schemas, accepted }: AcceptedRequest): readonly Case[] {
  return probeCases(accepted.case, {
    api,
    schemas,
    unsafeMethods: true,
    credentialChanges: [],
    otherIdentities: [],
  });
}

const bytesOf = ({ api }: AcceptedRequest, { operation, values, changes = {} }: Case): string => {
  const written = applyChanges(writeRequest(operation, values, api.documents), changes);
  return written.body === undefined ? 'none' : Buffer.from(written.body).toString();
};

test('no body, and one of no bytes, where a body is required', async () => {
  const made = await acceptedRequest(body(true));

  const missing = probesOf(made).filter(({ intent }) => intent.kind === 'missing-required');

  expect(missing.map((one) => [one.deviation, bytesOf(made, one)])).toEqual([
    ['without the required body', 'none'],
    ['with a body of no bytes', ''],
  ]);
  expect(missing[1]?.changes).not.toHaveProperty('contentType');
});

test('neither where it may be left out', async () => {
  const made = await acceptedRequest(body(false));

  const kinds = probesOf(made).map(({ intent }) => intent.kind);

  expect(kinds).not.toContain('missing-required');
  expect(kinds).toContain('malformed-body');
});

test('a body of every other type at the top, each proven invalid on its bytes', async () => {
  const made = await acceptedRequest(body(true));

  const wrong = probesOf(made).filter(({ intent }) => intent.kind === 'invalid');

  expect(new Set(wrong.map((one) => bytesOf(made, one)))).toEqual(
    new Set(['null', 'true', '42', '"x"', '["x"]']),
  );
  for (const { operation, values, intent } of wrong) {
    if (intent.kind !== 'invalid') throw new Error('not invalid');
    const request = writeRequest(operation, values, made.api.documents);
    const { documents } = made.api;
    const { violation } = intent;
    expect(violation).toMatchObject({ in: 'body', pointer: '', keyword: 'type' });
    expect(
      prove({ operation, request, violation, schemas: made.schemas, documents })?.readings,
    ).toBeGreaterThan(0);
  }
});

test('none of a form, which has no other type at its top', async () => {
  const made = await acceptedRequest(body(true, 'application/x-www-form-urlencoded'));

  expect(probesOf(made).map(({ intent }) => intent.kind)).not.toContain('invalid');
});

test('each required parameter is left out, but for those of the path', async () => {
  const made = await acceptedRequest(
    `
parameters:
  - { name: a, in: query, required: true, schema: { type: integer } }
  - { name: X-B, in: header, required: true, schema: { type: integer } }
  - { name: c, in: query, schema: { type: integer } }`,
    'get',
  );

  const missing = probesOf(made).filter(({ intent }) => intent.kind === 'missing-required');

  expect(missing.map(({ deviation }) => deviation)).toEqual([
    'without the required query parameter a',
    'without the required header parameter X-B',
  ]);
});
