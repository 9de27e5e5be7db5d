/**
 * Builders of the smallest operation that shows a point about the wire: everything not named is
 * empty, optional, and in the default style of its place.
 */
import type {
  HeaderObject,
  MediaType,
  Operation,
  Parameter,
  ParameterLocation,
  ResponseObject,
} from '../../src/spec/api.ts';
import type { Documents, Resolved } from '../../src/spec/documents.ts';

const PLACE = 'test.yaml#';

export function anOperation(parts: Partial<Operation> = {}): Operation {
  return {
    id: 'Test',
    method: 'GET',
    path: '/',
    summary: undefined,
    tags: [],
    deprecated: false,
    parameters: [],
    requestBody: undefined,
    responses: [],
    security: [],
    place: PLACE,
    ...parts,
  };
}

export function aParameter(
  location: ParameterLocation,
  name: string,
  schema: unknown = {},
  parts: Partial<Parameter> = {},
): Parameter {
  const isForm = location === 'query' || location === 'cookie';
  const style = parts.style ?? (isForm ? 'form' : 'simple');
  return {
    name,
    in: location,
    required: location === 'path',
    style,
    explode: style === 'form',
    allowReserved: false,
    schema: { schema, dialect: 'openapi-3.1', place: `${PLACE}/${location}/${name}/schema` },
    content: undefined,
    examples: [],
    enforced: true,
    declared: true,
    place: `${PLACE}/${location}/${name}`,
    ...parts,
  };
}

export function aMediaType(
  type: string,
  schema?: unknown,
  encoding: MediaType['encoding'] = {},
): MediaType {
  return {
    type,
    schema: schema === undefined ? undefined : { schema, dialect: 'openapi-3.1', place: PLACE },
    examples: [],
    encoding,
    place: PLACE,
  };
}

export function withBody(...content: readonly MediaType[]): Operation {
  return anOperation({
    method: 'POST',
    requestBody: { required: true, enforced: true, content, place: PLACE },
  });
}

export function aResponse(status: string, ...types: readonly string[]): ResponseObject {
  return {
    status,
    known: true,
    headers: [],
    content: types.map((type) => aMediaType(type)),
    links: [],
    place: PLACE,
  };
}

export function aHeader(schema: unknown, parts: Partial<HeaderObject> = {}): HeaderObject {
  return {
    name: 'X-Test',
    required: false,
    explode: false,
    schema: { schema, dialect: 'openapi-3.1', place: PLACE },
    content: undefined,
    place: PLACE,
    ...parts,
  };
}

/** One file whose `#/components/schemas` are the given ones. */
export function documentsOf(schemas: Readonly<Record<string, unknown>> = {}): Documents {
  return {
    at: () => undefined,
    resolve: (reference): Resolved => {
      const name = /^#\/components\/schemas\/(\w+)$/.exec(reference)?.[1] ?? '';
      const value = schemas[name];
      return value === undefined
        ? { kind: 'dangling', target: reference, cause: 'no-such-part', reason: 'no such schema' }
        : { kind: 'found', value, place: `${PLACE}/components/schemas/${name}` };
    },
    locate: () => ({ file: 'test.yaml', line: 1, column: 1 }),
    frame: () => [],
  };
}
