import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { AssayError } from '../../src/spec/assay-error.ts';
import { SpecLoadError } from '../../src/spec/errors/spec-load-error.ts';
import { loadApi } from '../../src/spec/load-api.ts';
import { loadText, problemLines } from './load-text.ts';

const cwd = path.resolve(import.meta.dirname, '../fixtures/broken');

describe('what cannot be loaded is one clear error', () => {
  test.each([
    [
      'missing.yaml',
      'SPEC_NOT_FOUND',
      'could not read missing.yaml: there is no such file',
      undefined,
    ],
    ['.', 'SPEC_NOT_FOUND', 'could not read .: it is a folder', undefined],
    [
      'yaml-syntax.openapi.yaml',
      'SPEC_SYNTAX',
      'yaml-syntax.openapi.yaml is not well-formed YAML: Missing closing "quote',
      '4:12',
    ],
    [
      'json-syntax.openapi.json',
      'SPEC_SYNTAX',
      'json-syntax.openapi.json is not well-formed JSON: comma expected',
      '3:31',
    ],
    [
      'alias.openapi.yaml',
      'SPEC_SYNTAX',
      'alias.openapi.yaml is not well-formed YAML: no anchor "&nothing" stands before this alias',
      '5:7',
    ],
    ['empty.openapi.yaml', 'SPEC_EMPTY', 'empty.openapi.yaml is empty', '1:1'],
    [
      'json-schema.openapi.yaml',
      'SPEC_NOT_OPENAPI',
      'json-schema.openapi.yaml is not an OpenAPI description: it looks like a JSON Schema',
      '2:1',
    ],
    [
      'list.openapi.yaml',
      'SPEC_NOT_OPENAPI',
      'list.openapi.yaml is not an OpenAPI description: it is a list',
      '2:1',
    ],
    [
      'web-page.openapi.yaml',
      'SPEC_NOT_OPENAPI',
      'web-page.openapi.yaml is a web page or XML, not an OpenAPI description',
      undefined,
    ],
    [
      'swagger-2.openapi.yaml',
      'SPEC_UNSUPPORTED_VERSION',
      'swagger-2.openapi.yaml is Swagger 2.0; versions 3.0 and 3.1 of OpenAPI can be read',
      '2:1',
    ],
    [
      'openapi-3.2.openapi.yaml',
      'SPEC_UNSUPPORTED_VERSION',
      'openapi-3.2.openapi.yaml is OpenAPI 3.2.0; versions 3.0 and 3.1 of OpenAPI can be read',
      '2:1',
    ],
    [
      'without-paths.openapi.yaml',
      'SPEC_WITHOUT_PATHS',
      'without-paths.openapi.yaml describes nothing: it has no paths, and nothing else',
      '2:1',
    ],
  ])('%s', async (source, code, message, at) => {
    const error: unknown = await loadApi(source, { cwd }).catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(AssayError);
    expect(error).toBeInstanceOf(SpecLoadError);
    const { code: given, hint, location, message: text } = error as SpecLoadError;
    expect([given, text]).toEqual([code, message]);
    expect(location && `${location.line}:${location.column}`).toBe(at);
    expect(hint).toMatch(/^[A-Z].*\.$/);
  });
});

test('each class carries its own name', async () => {
  await expect(loadApi('missing.yaml', { cwd })).rejects.toMatchObject({
    name: 'SpecNotFoundError',
  });
});

test('a version that is a number is read, and told', async () => {
  const api = await loadText('openapi: 3.0\ninfo: { title: T, version: "1" }\npaths: {}\n');

  expect(api.dialect).toBe('openapi-3.0');
  expect(problemLines(api)).toEqual([
    '1 wrong-part openapi must be a string; it is read as "3.0" []',
  ]);
});

test('plain text is told from a description', async () => {
  await expect(loadText('hello, world\n')).rejects.toMatchObject({
    message: 'openapi.yaml is not an OpenAPI description: it is plain text',
  });
});
