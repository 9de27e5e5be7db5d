import path from 'node:path';
import { expect, test } from 'vitest';
import { boundaryCases } from '../../src/cases/boundaries.ts';
import { withDescribedMember } from '../../src/cases/described-member.ts';
import { mostTellingFirst } from '../../src/cases/most-telling-first.ts';
import { plainTemplate } from '../../src/cases/plain-template.ts';
import type { Case } from '../../src/cases/case.ts';
import { createSchemas } from '../../src/schema/schemas.ts';
import { loadApi } from '../../src/spec/load-api.ts';
import { folderWith } from '../cli/run-assay.ts';

async function boundariesOf(properties: unknown): Promise<readonly Case[]> {
  const schema = { type: 'object', properties };
  const requestBody = { required: true, content: { 'application/json': { schema } } };
  const responses = { default: { description: 'Any.' } };
  const paths = { '/calls': { post: { operationId: 'MakeCall', requestBody, responses } } };
  const description = { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths };
  const folder = folderWith({ 'api.json': JSON.stringify(description) });
  const api = await loadApi(path.join(folder, 'api.json'));
  const schemas = createSchemas(api.documents);
  const [operation] = api.operations;
  const planned = operation && plainTemplate(operation, schemas);
  if (planned?.kind !== 'cases') throw new Error('there is no plain request');
  const { first } = planned;
  const cases = [...boundaryCases({ case: first, values: first.values }, schemas)];
  return cases.map((one) => withDescribedMember(one, api.documents));
}

const keywordsOf = (cases: readonly Case[]): readonly string[] =>
  cases.map(({ intent }) =>
    intent.kind === 'invalid'
      ? `breaks ${intent.violation.place}`
      : `on ${intent.kind === 'valid' ? (intent.edge ?? '') : ''}`,
  );

test('an optional member that is marked x-opaque is opaque when it is there alone', async () => {
  const cases = await boundariesOf({
    display: { type: 'integer', minimum: 1, 'x-opaque': true },
    length: { type: 'integer', minimum: 1 },
  });

  const opaqueAt = (pointer: string): readonly boolean[] =>
    cases.flatMap(({ intent }) =>
      intent.kind === 'valid' && intent.member?.pointer === pointer
        ? [intent.member.opaque === true]
        : [],
    );
  expect(new Set(opaqueAt('/display'))).toEqual(new Set([true]));
  expect(new Set(opaqueAt('/length'))).toEqual(new Set([false]));
});

test('a member of a format that no validator knows is opaque, save in values that are listed', async () => {
  const pattern = '^-?[0-9]{0,8}$';
  const cases = await boundariesOf({
    budget: { type: 'string', format: 'decimal', pattern },
    stage: { type: 'string', format: 'stage', enum: ['a', 'b'] },
    nested: { type: 'object', properties: { price: { type: 'string', format: 'decimal' } } },
    secret: { type: 'string', format: 'password', maxLength: 5 },
  });

  const opaqueAt = (name: string): readonly string[] =>
    cases.flatMap(({ intent, values }) => {
      if (intent.kind !== 'valid' || intent.member?.pointer.startsWith(`/${name}`) !== true) {
        return [];
      }
      const body = (values.body?.value ?? {}) as Readonly<Record<string, unknown>>;
      return [`${JSON.stringify(body[name])} ${String(intent.member.opaque === true)}`];
    });
  expect(opaqueAt('budget')).toContain('"" true');
  expect(opaqueAt('stage')).toContain('"b" false');
  expect(
    opaqueAt('nested').filter((told) => told.includes('price') && told.endsWith('false')),
  ).toEqual([]);
  expect(opaqueAt('nested').some((told) => told.includes('price'))).toBe(true);
  expect(opaqueAt('secret').length).toBeGreaterThan(0);
  expect(opaqueAt('secret').filter((told) => told.endsWith('true'))).toEqual([]);
});

test('a text on a stated bound is plain data, save where a format speaks of it too', async () => {
  const cases = await boundariesOf({
    name: { type: 'string', maxLength: 60 },
    email: { type: 'string', format: 'email', maxLength: 254 },
  });

  const tierOf = (name: string): readonly string[] =>
    cases.flatMap(({ intent }) =>
      intent.kind === 'valid' && intent.edge?.endsWith(`/${name}/maxLength`) === true
        ? [intent.tier]
        : [],
    );
  expect(tierOf('name')).toEqual(['plain', 'plain']);
  expect(tierOf('email')).toEqual(['edge', 'edge']);
});

test('each keyword is put to the test once before any is a second time', async () => {
  const cases = await boundariesOf({
    text: { type: 'string', minLength: 2, maxLength: 5 },
    kind: { enum: ['a', 'b', 'c'] },
    count: { type: 'integer', minimum: 1, maximum: 9 },
  });

  const ordered = keywordsOf(mostTellingFirst(cases, 1_000));
  const different = new Set(ordered).size;

  expect(ordered).toHaveLength(cases.length);
  expect(different).toBeLessThan(cases.length);
  expect(new Set(ordered.slice(0, different)).size).toBe(different);
  expect(mostTellingFirst(cases, 5)).toHaveLength(5);
});
