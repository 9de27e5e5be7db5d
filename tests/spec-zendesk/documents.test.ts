/**
 * The description as a set of files: it validates, every reference leads somewhere, no file lies
 * idle, and a reader finds an operation's file from its path and a schema's from its name.
 */
import SwaggerParser from '@apidevtools/swagger-parser';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import {
  loadDescription,
  nameOf,
  referencesIn,
  ROOT_FILE,
  type JsonObject,
} from './description.ts';

const description = loadDescription();

const references = [...description.files].flatMap(([file, value]) =>
  referencesIn(value, file).map((found) => ({ ...found, file })),
);

test('swagger-parser accepts the description as OpenAPI 3.1', async () => {
  const api = await SwaggerParser.validate(ROOT_FILE);

  expect(api).toMatchObject({ openapi: '3.1.0' });
  expect(Object.keys(api.paths ?? {})).toHaveLength(38);
});

test('every reference names a file that is there', () => {
  expect(references.length).toBeGreaterThan(1000);
  expect(references.filter(({ exists }) => !exists)).toEqual([]);
});

test('every reference is relative and to a whole file', () => {
  const odd = references.filter(({ reference }) => !/^\.{1,2}\/[\w./-]+\.yaml$/.test(reference));

  expect(odd).toEqual([]);
});

test('every file is used', () => {
  const used = new Set([ROOT_FILE, ...references.map(({ target }) => target)]);

  expect([...description.files.keys()].filter((file) => !used.has(file)).map(nameOf)).toEqual([]);
});

test("a path's file is named by its segments", () => {
  const paths = description.root['paths'] as Record<string, { $ref: string }>;
  const named = Object.entries(paths).map(([path, { $ref }]) => [path, $ref]);
  const expected = Object.keys(paths).map((path) => {
    const segments = path.replace('/api/v2/', '').replaceAll(/[{}]/g, '').replaceAll('/', '.');
    return [path, `./paths/${segments}.yaml`];
  });

  expect(named).toEqual(expected);
});

test('literal segments and placeholders do not clash: no path is listed twice', () => {
  const shapes = description.operations.map(
    ({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`,
  );

  expect(new Set(shapes).size).toBe(shapes.length);
});

test("a schema's title begins with its file's name", () => {
  const schemas = [...description.files].filter(([file]) => nameOf(file).startsWith('schemas/'));
  const strangers = schemas.filter(([file, value]) => {
    const title = String((value as JsonObject)['title']).toLowerCase();
    return !title.startsWith(basename(file, '.yaml').replaceAll('-', ''));
  });

  expect(strangers.map(([file]) => nameOf(file))).toEqual([]);
});

test('objects stay open: the service adds members', () => {
  const closed = [...description.files].filter(([, value]) =>
    /"(additionalProperties|unevaluatedProperties)":false/.test(JSON.stringify(value)),
  );

  expect(closed.map(([file]) => nameOf(file))).toEqual([]);
});

test('both ways to authenticate are offered for every operation', () => {
  const components = description.root['components'] as JsonObject;

  expect(components['securitySchemes']).toMatchObject({
    apiToken: { type: 'http', scheme: 'basic' },
    accessToken: { type: 'http', scheme: 'bearer' },
  });
  expect(description.root['security']).toEqual([{ apiToken: [] }, { accessToken: [] }]);
});
