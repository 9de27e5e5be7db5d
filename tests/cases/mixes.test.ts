/** Requests that put several boundaries together: valid, the same for the same seed, and every pair in time. */
import { expect, test } from 'vitest';
import { boundaryCases } from '../../src/cases/boundaries.ts';
import { differingMembers } from '../../src/cases/differing-members.ts';
import { isValidRequest } from '../../src/cases/is-valid-request.ts';
import { mixSource } from '../../src/cases/mixes.ts';
import { plainTemplate } from '../../src/cases/plain-template.ts';
import { valueAt } from '../../src/cases/values-at.ts';
import { createSchemas } from '../../src/schema/schemas.ts';
import { aMediaType, documentsOf, withBody } from '../wire/an-operation.ts';

const BOOK = {
  type: 'object',
  required: ['title'],
  properties: {
    title: { type: 'string' },
    kind: { enum: ['novel', 'essay', 'atlas'] },
    lent: { type: 'boolean' },
    shelf: { type: 'string' },
    note: { type: 'string' },
    shop_id: { type: 'string' },
    author_id: { type: 'integer', minimum: 1 },
    pages: { type: 'integer', minimum: 1, maximum: 9000 },
  },
  // A rule between members: an atlas is never lent.
  not: {
    required: ['kind', 'lent'],
    properties: { kind: { const: 'atlas' }, lent: { const: true } },
  },
};

function mixes(seed = 1) {
  const schemas = createSchemas(documentsOf());
  const operation = withBody(aMediaType('application/json', BOOK));
  const planned = plainTemplate(operation, schemas);
  if (planned.kind === 'impossible') throw new Error(planned.why);
  const template = planned.first;
  const accepted = { case: template, values: template.values };
  const boundaries = [...boundaryCases(accepted, schemas)];
  const source = mixSource(accepted, { schemas, seed, boundaries: () => boundaries });
  const draw = (kind: 'plain' | 'hostile') =>
    Array.from({ length: 60 }, (_, index) => source.draw(index, kind, index)).filter(
      (one) => one !== undefined,
    );
  return { template, schemas, draw };
}

test('each is valid, and a plain one differs in two members at least', () => {
  const { template, schemas, draw } = mixes();

  for (const mixed of [...draw('plain'), ...draw('hostile')])
    expect(isValidRequest(mixed.operation, mixed.values, schemas)).toBe(true);
  for (const mixed of draw('plain'))
    expect(differingMembers(template.values, mixed.values).length).toBeGreaterThanOrEqual(2);
});

test('the same seed makes the same, another others', () => {
  const values = (seed: number) =>
    mixes(seed)
      .draw('plain')
      .map((mixed) => mixed.values.body?.value);

  expect(values(7)).toEqual(values(7));
  expect(values(7)).not.toEqual(values(8));
});

test('a pair of values of two members is soon met', () => {
  const { draw } = mixes();
  const bodies = draw('plain').map(({ values }) => values.body?.value);

  expect(bodies).toContainEqual(expect.objectContaining({ kind: 'essay', lent: true }));
  expect(bodies).toContainEqual(expect.objectContaining({ kind: 'atlas', lent: false }));
  expect(bodies).toContainEqual(expect.objectContaining({ kind: 'novel', pages: 9000 }));
});

test('what names something that may not exist is left out, save for what is nasty, alone', () => {
  const { template, draw } = mixes();
  const at = { in: 'body', pointer: '/shop_id' } as const;

  for (const { values } of draw('plain'))
    expect(valueAt(values, { in: 'body', pointer: '/author_id' })).toBeUndefined();
  const nasty = draw('hostile').filter(({ values }) => valueAt(values, at) !== undefined);
  expect(nasty.length).toBeGreaterThan(5);
  for (const { values } of nasty) expect(differingMembers(template.values, values)).toEqual([at]);
});

test('a nasty text of each kind goes into several members of one request', () => {
  const { draw } = mixes();
  const kinds = draw('hostile').map(({ values }) => {
    const { title, shelf, note } = values.body?.value as Readonly<Record<string, unknown>>;
    return [title, shelf, note].filter((text, index, all) => all.indexOf(text) !== index)[0];
  });
  // What is opaque goes alone, and leaves these as they were.

  expect(new Set(kinds.filter((kind) => kind !== undefined))).toEqual(
    new Set([
      '\'"\\<&%',
      '\u0001\t\u001b\n',
      '\u0000',
      '\u00e9\u05e9\u4e2d\u0416',
      '\u{1f4da}',
      'and so on '.repeat(26),
    ]),
  );
});

test('where nearly all choices were made, there are no more', () => {
  const schemas = createSchemas(documentsOf());
  const two = { enum: ['a', 'b'] };
  const body = { type: 'object', properties: { one: two, other: two, third: two } };
  const operation = withBody(aMediaType('application/json', body));
  const planned = plainTemplate(operation, schemas);
  if (planned.kind === 'impossible') throw new Error(planned.why);
  const template = planned.first;
  const accepted = { case: template, values: template.values };
  const boundaries = [...boundaryCases(accepted, schemas)];
  const source = mixSource(accepted, { schemas, seed: 1, boundaries: () => boundaries });
  const drawn = Array.from({ length: 200 }, (_, turn) => source.draw(turn, 'plain', turn));
  const bodies = drawn.flatMap((one) => (one === undefined ? [] : [one.values.body?.value]));

  expect(bodies.length).toBeLessThan(150);
  // The accepted request has "a" everywhere: each is changed, or left out, beside each other.
  const pairs = bodies.map((made) => {
    const { one = 'left out', other = 'left out' } = made as Readonly<Record<string, unknown>>;
    return [one, other];
  });
  for (const one of ['b', 'left out'])
    for (const other of ['b', 'left out']) expect(pairs).toContainEqual([one, other]);
});
