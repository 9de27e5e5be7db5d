/**
 * Walks every schema that a request can meet and tells which assertion keywords stand there, and
 * whether `x-enforced` takes the sting out of them.
 */
import {
  loadDescription,
  nameOf,
  type Description,
  type JsonObject,
  type Part,
} from './description.ts';

/** One assertion keyword of one schema object. */
interface Constraint {
  /** File and pointer, such as `schemas/requests/path-id.yaml#/minimum`. */
  readonly place: string;
  readonly keyword: string;
  readonly enforced: boolean;
}

const ASSERTIONS = new Set([
  'type',
  'enum',
  'const',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minItems',
  'maxItems',
  'uniqueItems',
  'required',
  'dependentRequired',
  'minProperties',
  'maxProperties',
  'not',
]);

/** Keywords whose value is one schema. `if` asserts nothing by itself; `not` asserts as a whole. */
const ONE_SCHEMA = ['items', 'then', 'else', 'contains', 'additionalProperties', 'propertyNames'];
const MANY_SCHEMAS = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];

/** @returns each constraint once, wherever it is reached from. */
export function requestConstraints(
  description: Description = loadDescription(),
): readonly Constraint[] {
  const found = new Map<string, Constraint>();
  for (const { file, parameters, requestBody } of description.operations) {
    for (const { value, file: at } of parameters) {
      const enforced = value['x-enforced'] !== false;
      const place = `${nameOf(at)}#/required`;
      if (value.required === true && value.in !== 'path') {
        found.set(place, { place, keyword: 'required', enforced });
      }
      visit({ value: value.schema, file: at }, '/schema', description, found);
    }
    for (const { schema } of Object.values(requestBody?.content ?? {})) {
      if (schema !== undefined) visit({ value: schema, file }, '', description, found);
    }
  }
  return [...found.values()].sort((one, other) => (one.place < other.place ? -1 : 1));
}

function visit(
  part: Part<unknown>,
  pointer: string,
  description: Description,
  found: Map<string, Constraint>,
): void {
  const { value: schema, file } = part as Part<JsonObject>;
  for (const keyword of Object.keys(schema).filter((name) => ASSERTIONS.has(name))) {
    const place = `${nameOf(file)}#${pointer}/${keyword}`;
    found.set(place, { place, keyword, enforced: isEnforced(schema['x-enforced'], keyword) });
  }
  if ('$ref' in schema) {
    const target = description.follow<JsonObject>({ value: { $ref: schema['$ref'] }, file });
    visit(target, '', description, found);
  }
  for (const [below, value] of subschemasOf(schema)) {
    visit({ value, file }, `${pointer}/${below}`, description, found);
  }
}

function subschemasOf(schema: JsonObject): readonly (readonly [pointer: string, value: unknown])[] {
  const properties = Object.entries((schema['properties'] ?? {}) as JsonObject);
  return [
    ...properties.map(([name, value]) => [`properties/${name}`, value] as const),
    ...ONE_SCHEMA.filter((name) => typeof schema[name] === 'object').map(
      (name) => [name, schema[name]] as const,
    ),
    ...MANY_SCHEMAS.flatMap((name) =>
      ((schema[name] ?? []) as readonly unknown[]).map(
        (value, index) => [`${name}/${String(index)}`, value] as const,
      ),
    ),
  ];
}

function isEnforced(mark: unknown, keyword: string): boolean {
  if (mark === false) return false;
  return !(typeof mark === 'object' && mark !== null && keyword in mark);
}
