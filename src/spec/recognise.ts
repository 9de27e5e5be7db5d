/** Tells whether a file is a description that we can read, and of which OpenAPI line. */
import type { Dialect } from './api.ts';
import { dialectOf } from './dialect.ts';
import { NotOpenApiError } from './errors/not-openapi-error.ts';
import { UnsupportedVersionError } from './errors/unsupported-version-error.ts';
import { WithoutPathsError } from './errors/without-paths-error.ts';
import type { ReadFile } from './files/spec-file.ts';
import { isObject, type JsonObject } from './parts/part.ts';

import type { SourceLocation } from './place.ts';

/** @throws {SpecLoadError} it is no OpenAPI, of another version, or describes nothing */
export function recognise(root: ReadFile): Dialect {
  const { value, displayName: name } = root;
  const at = (...tokens: readonly string[]): SourceLocation => ({
    file: name,
    ...root.findPosition(tokens),
  });
  if (!isObject(value) || (value['openapi'] === undefined && value['swagger'] === undefined)) {
    throw new NotOpenApiError(`${name} is not an OpenAPI description: ${whatItIs(value)}`, {
      hint: 'An OpenAPI description begins with a field such as "openapi: 3.1.0".',
      location: at(),
    });
  }
  const dialect = dialectOf(value);
  if (dialect === undefined) throw unsupported(name, value, at);
  if (['paths', 'webhooks', 'components'].every((field) => value[field] === undefined)) {
    throw new WithoutPathsError(`${name} describes nothing: it has no paths, and nothing else`, {
      hint: 'Add "paths" with at least one operation.',
      location: at(),
    });
  }
  return dialect;
}

function unsupported(
  name: string,
  value: JsonObject,
  at: (...tokens: readonly string[]) => SourceLocation,
): UnsupportedVersionError {
  const field = value['openapi'] === undefined ? 'swagger' : 'openapi';
  const product = field === 'swagger' ? 'Swagger' : 'OpenAPI';
  const version = String(value[field]);
  return new UnsupportedVersionError(
    `${name} is ${product} ${version}; versions 3.0 and 3.1 of OpenAPI can be read`,
    {
      hint:
        field === 'swagger'
          ? 'Convert it to OpenAPI 3 first; there are converters for that.'
          : 'Convert it to OpenAPI 3.1, or change its version when it uses nothing newer.',
      location: at(field),
    },
  );
}

function whatItIs(value: unknown): string {
  if (Array.isArray(value)) return 'it is a list';
  if (!isObject(value)) return 'it is plain text';
  return value['$schema'] !== undefined || value['type'] === 'object'
    ? 'it looks like a JSON Schema'
    : 'it has no "openapi" field';
}
