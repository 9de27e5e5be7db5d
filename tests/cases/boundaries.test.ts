/** Which valid requests stand on the edges of what may be there at all. */
import { expect, test } from 'vitest';
import { boundaryCases } from '../../src/cases/boundaries.ts';
import type { Case } from '../../src/cases/case.ts';
import type { Accepted } from '../../src/cases/request-parts.ts';
import { acceptedRequest, type AcceptedRequest } from './accepted-request.ts';

const THREE = `
parameters:
  - { name: a, in: query, schema: { type: integer, enum: [1] } }
  - { name: b, in: query, schema: { type: integer, enum: [2] } }
  - { name: c_id, in: query, schema: { type: integer } }
  - { name: X-D, in: header, schema: { enum: [four] } }`;

function valid({ accepted, schemas }: AcceptedRequest, from: Accepted = accepted): readonly Case[] {
  return [...boundaryCases(from, schemas)].filter(({ intent }) => intent.kind === 'valid');
}

const sent = ({ values: { query, header } }: Case): string =>
  JSON.stringify({ ...query, ...header });

test('each optional parameter alone, and all together without what names a thing', async () => {
  const cases = valid(await acceptedRequest(THREE, 'get'));

  const all = cases.find(({ deviation }) => deviation === 'with all of the optional parameters');
  expect(all && sent(all)).toBe('{"a":1,"b":2,"X-D":"four"}');
  expect(all?.intent).toEqual({ kind: 'valid', tier: 'plain' });
  expect(cases.map(sent)).toEqual(expect.arrayContaining(['{"a":1}', '{"b":2}', '{"X-D":"four"}']));
});

test('of a request that has some already: without each, with none, and with all', async () => {
  const made = await acceptedRequest(THREE, 'get');
  const { accepted } = made;
  const values = { ...accepted.values, query: { a: 1, b: 2 } };

  const cases = valid(made, { case: { ...accepted.case, values }, values });

  const told = new Map(cases.map((one) => [one.deviation, one]));
  expect(sent(told.get('without the optional query parameter a') as Case)).toBe('{"b":2}');
  expect(told.get('without the optional query parameter a')?.intent).toMatchObject({
    member: { in: 'query', pointer: '/a' },
  });
  expect(sent(told.get('with none of the optional parameters') as Case)).toBe('{}');
  expect(sent(told.get('with all of the optional parameters') as Case)).toBe(
    '{"a":1,"b":2,"X-D":"four"}',
  );
});

test('a required parameter is in all of them', async () => {
  const made = await acceptedRequest(
    `
parameters:
  - { name: a, in: query, required: true, schema: { enum: [1] } }
  - { name: b, in: query, schema: { enum: [2] } }`,
    'get',
  );

  for (const one of valid(made)) expect(one.values.query).toHaveProperty('a');
});

test('of the body: each optional member alone, none, all, each listed value and each branch', async () => {
  const made = await acceptedRequest(`
requestBody:
  required: true
  content:
    application/json:
      schema:
        type: object
        required: [kind]
        properties:
          kind: { enum: [x, y, z] }
          one: { enum: [1] }
          two: { enum: [2] }
          either: { oneOf: [{ type: boolean, enum: [true] }, { type: string, enum: [w] }] }`);

  const bodies = valid(made).map(({ values }) => values.body?.value as Record<string, unknown>);

  const withMembers = (...names: readonly string[]): readonly unknown[] =>
    bodies.filter((one) => JSON.stringify(Object.keys(one).toSorted()) === JSON.stringify(names));
  const valuesOf = (name: string): ReadonlySet<unknown> => new Set(bodies.map((one) => one[name]));
  // The plain request has all of them: a list of values says what to send.
  expect(made.accepted.values.body?.value).toMatchObject({ kind: 'x', one: 1, two: 2 });
  expect(withMembers('kind')).toHaveLength(1);
  for (const name of ['one', 'two']) expect(withMembers('kind', name)).toHaveLength(1);
  expect(withMembers('either', 'kind').length).toBeGreaterThan(0);
  expect(valuesOf('kind')).toEqual(new Set(['x', 'y', 'z']));
  expect(valuesOf('either')).toEqual(new Set([true, 'w', undefined]));
});
