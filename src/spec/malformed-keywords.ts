/**
 * Which keywords of one schema have a value that they cannot have, such as `type: strng`. The
 * description's problems are told by it, and the schema room leaves out by it what no validator could
 * take, so both see the same (JSON Schema 2020-12 validation, section 6; OAS 3.0.3, section 4.7.24).
 */
import type { Dialect } from './api.ts';

export interface MalformedKeyword {
  readonly keyword: string;
  /** What its value has to be, after "must be": "a string". */
  readonly expected: string;
}

interface Shape {
  readonly expected: string;
  readonly holds: (value: unknown) => boolean;
}

const TYPES = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object', 'null']);

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isSchema = (value: unknown): boolean => typeof value === 'boolean' || isObject(value);
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isText = (value: unknown): boolean => typeof value === 'string';
const isTextList = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isType = (value: unknown): boolean => typeof value === 'string' && TYPES.has(value);
const isPattern = (value: unknown): boolean =>
  typeof value === 'string' && isRegularExpression(value);

const schema: Shape = { expected: 'a schema', holds: isSchema };
const schemas: Shape = {
  expected: 'a list of at least one schema',
  holds: (value) => Array.isArray(value) && value.length > 0,
};
const named: Shape = { expected: 'an object of schemas', holds: isObject };
const truth: Shape = { expected: 'true or false', holds: (value) => typeof value === 'boolean' };
const text: Shape = { expected: 'a string', holds: isText };
const number: Shape = { expected: 'a number', holds: isNumber };
const count: Shape = {
  expected: 'a whole number, zero or more',
  holds: (value) => Number.isInteger(value) && (value as number) >= 0,
};
const exclusive: Shape = {
  expected: 'a number, or true or false',
  holds: (value) => typeof value === 'boolean' || isNumber(value),
};

const SHAPES: ReadonlyMap<string, Shape> = new Map(
  Object.entries({
    type: {
      expected: `one or several of ${[...TYPES].join(', ')}`,
      holds: (value) =>
        isType(value) || (Array.isArray(value) && value.length > 0 && value.every(isType)),
    },
    enum: { expected: 'a list', holds: (value) => Array.isArray(value) },
    required: { expected: 'a list of member names', holds: isTextList },
    multipleOf: {
      expected: 'a number above zero',
      holds: (value) => isNumber(value) && (value as number) > 0,
    },
    maximum: number,
    minimum: number,
    exclusiveMaximum: exclusive,
    exclusiveMinimum: exclusive,
    maxLength: count,
    minLength: count,
    maxItems: count,
    minItems: count,
    maxContains: count,
    minContains: count,
    maxProperties: count,
    minProperties: count,
    pattern: { expected: 'a regular expression of ECMA-262', holds: isPattern },
    format: text,
    uniqueItems: truth,
    nullable: truth,
    readOnly: truth,
    writeOnly: truth,
    deprecated: truth,
    items: { expected: 'a schema', holds: (value) => isSchema(value) || Array.isArray(value) },
    prefixItems: schemas,
    allOf: schemas,
    anyOf: schemas,
    oneOf: schemas,
    not: schema,
    if: schema,
    then: schema,
    else: schema,
    contains: schema,
    propertyNames: schema,
    additionalItems: schema,
    additionalProperties: schema,
    unevaluatedItems: schema,
    unevaluatedProperties: schema,
    contentSchema: schema,
    contentEncoding: text,
    contentMediaType: text,
    properties: named,
    dependentSchemas: named,
    $defs: named,
    definitions: named,
    patternProperties: named,
    dependentRequired: { expected: 'an object of lists of member names', holds: isObject },
    discriminator: {
      expected: 'an object with a propertyName',
      holds: (value) =>
        isObject(value) && isText((value as { propertyName?: unknown }).propertyName),
    },
    $ref: text,
    $dynamicRef: text,
    $id: text,
    $anchor: text,
    $dynamicAnchor: text,
  } satisfies Record<string, Shape>),
);

/** Words of JSON Schema that OAS 3.0 does not have; there they mean nothing, whatever their value. */
const UNKNOWN_TO_3_0: ReadonlySet<string> = new Set([
  'prefixItems',
  'if',
  'then',
  'else',
  'contains',
  'maxContains',
  'minContains',
  'propertyNames',
  'additionalItems',
  'unevaluatedItems',
  'unevaluatedProperties',
  'contentSchema',
  'contentEncoding',
  'contentMediaType',
  'dependentSchemas',
  'dependentRequired',
  'patternProperties',
  '$defs',
  'definitions',
  '$dynamicRef',
  '$id',
  '$anchor',
  '$dynamicAnchor',
]);

/**
 * Looks at the keywords of this schema alone, not at schemas within it.
 * @returns those whose value has the wrong shape, in the schema's order; words of the other dialect
 * that mean something all the same (`nullable` in 3.1, a list of types in 3.0) are not among them.
 */
export function malformedKeywords(
  schemaObject: Readonly<Record<string, unknown>>,
  dialect: Dialect,
): readonly MalformedKeyword[] {
  return Object.keys(schemaObject).flatMap((keyword) => {
    const shape = SHAPES.get(keyword);
    if (shape === undefined || isUnknown(keyword, dialect)) return [];
    return shape.holds(schemaObject[keyword]) ? [] : [{ keyword, expected: shape.expected }];
  });
}

/** @returns whether a pattern compiles: with the `u` flag, as JSON Schema asks, or at least without. */
export function isRegularExpression(pattern: string): boolean {
  return compiles(pattern, 'u') || compiles(pattern, '');
}

function isUnknown(keyword: string, dialect: Dialect): boolean {
  return dialect === 'openapi-3.0' && UNKNOWN_TO_3_0.has(keyword);
}

function compiles(pattern: string, flags: string): boolean {
  try {
    new RegExp(pattern, flags);
    return true;
  } catch {
    return false;
  }
}
