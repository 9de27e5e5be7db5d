/**
 * Every keyword that has a say about an operation's requests: each assertion of each parameter's and
 * body's schema, references followed, members that only the service sets left out.
 */
import type { Api, Operation } from '../../src/spec/api.ts';
import { placeBelow, type Place } from '../../src/spec/place.ts';
import { plainMediaType } from '../../src/cases/body-media-type.ts';

/** Keywords that assert something by themselves (JSON Schema Validation 2020-12, section 6). */
const ASSERTING: ReadonlySet<string> = new Set(
  [
    'type enum const minimum maximum exclusiveMinimum exclusiveMaximum multipleOf',
    'minLength maxLength pattern format minItems maxItems uniqueItems contains',
    'minProperties maxProperties required dependentRequired not',
  ].flatMap((line) => line.split(' ')),
);

/** @returns where each keyword stands, each once */
export function requestKeywords(api: Api, operation: Operation): ReadonlySet<Place> {
  const found = new Set<Place>();
  const seen = new Set<Place>();
  const visit = (schema: unknown, place: Place): void => {
    if (seen.has(place) || !isOffered(schema)) return;
    seen.add(place);
    for (const [keyword, value] of Object.entries(schema) as [string, unknown][]) {
      const here = placeBelow(place, keyword);
      if (asserts(keyword, value)) found.add(here);
      if (keyword === '$ref' && typeof value === 'string') {
        const target = api.documents.resolve(value, place);
        if (target.kind === 'found') visit(target.value, target.place);
      } else if (IN_NAMES.has(keyword)) visitAll(value, here);
      else if (IN_PLACE.has(keyword)) visit(value, here);
    }
  };
  const visitAll = (parts: unknown, place: Place): void => {
    for (const [name, part] of Object.entries(parts ?? {}) as [string, unknown][])
      visit(part, placeBelow(place, name));
  };
  for (const { schema, content, declared } of operation.parameters) {
    const at = schema ?? content?.schema;
    if (at !== undefined && declared) visit(at.schema, at.place);
  }
  const body = operation.requestBody && plainMediaType(operation.requestBody)?.schema;
  if (body !== undefined) visit(body.schema, body.place);
  return found;
}

function isOffered(schema: unknown): schema is object {
  if (typeof schema !== 'object' || schema === null) return false;
  return !('readOnly' in schema && schema.readOnly === true);
}

function asserts(keyword: string, value: unknown): boolean {
  return ASSERTING.has(keyword) || (keyword === 'additionalProperties' && value === false);
}

/** Keywords whose value holds schemas by name or position, and those whose value is one; `if` asserts nothing. */
const IN_NAMES: ReadonlySet<string> = new Set(
  'properties patternProperties allOf anyOf oneOf prefixItems dependentSchemas'.split(' '),
);
const IN_PLACE: ReadonlySet<string> = new Set(
  'items additionalProperties propertyNames then else'.split(' '),
);
