/**
 * The meta-schema of draft-04, which AJV does not bring along (JSON Schema draft-04, section 3.5 and
 * the validation keywords' own definitions), identifiers being URIs.
 */

const NAMES = { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string' } };
const SCHEMA = { $ref: '#' };
const SCHEMAS = { type: 'object', additionalProperties: SCHEMA, default: {} };
const LIST = { $ref: '#/definitions/schemaArray' };
const COUNT = { $ref: '#/definitions/positiveInteger' };
const COUNT_FROM_0 = { $ref: '#/definitions/positiveIntegerDefault0' };
const TYPE = { $ref: '#/definitions/simpleTypes' };
const SCHEMA_OR_FLAG = { anyOf: [{ type: 'boolean' }, SCHEMA], default: {} };

/** The meta-schema, as it is published. */
export const DRAFT_04: unknown = {
  id: 'http://json-schema.org/draft-04/schema#',
  $schema: 'http://json-schema.org/draft-04/schema#',
  definitions: {
    schemaArray: { type: 'array', minItems: 1, items: SCHEMA },
    positiveInteger: { type: 'integer', minimum: 0 },
    positiveIntegerDefault0: { allOf: [COUNT, { default: 0 }] },
    simpleTypes: {
      enum: ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'],
    },
    stringArray: NAMES,
  },
  type: 'object',
  properties: {
    id: { type: 'string', format: 'uri' },
    $schema: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    description: { type: 'string' },
    default: {},
    multipleOf: { type: 'number', minimum: 0, exclusiveMinimum: true },
    maximum: { type: 'number' },
    exclusiveMaximum: { type: 'boolean' },
    minimum: { type: 'number' },
    exclusiveMinimum: { type: 'boolean' },
    maxLength: COUNT,
    minLength: COUNT_FROM_0,
    pattern: { type: 'string', format: 'regex' },
    additionalItems: SCHEMA_OR_FLAG,
    items: { anyOf: [SCHEMA, LIST], default: {} },
    maxItems: COUNT,
    minItems: COUNT_FROM_0,
    uniqueItems: { type: 'boolean', default: false },
    maxProperties: COUNT,
    minProperties: COUNT_FROM_0,
    required: { $ref: '#/definitions/stringArray' },
    additionalProperties: SCHEMA_OR_FLAG,
    definitions: SCHEMAS,
    properties: SCHEMAS,
    patternProperties: SCHEMAS,
    dependencies: {
      type: 'object',
      additionalProperties: { anyOf: [SCHEMA, { $ref: '#/definitions/stringArray' }] },
    },
    enum: { type: 'array', minItems: 1, uniqueItems: true },
    type: { anyOf: [TYPE, { type: 'array', items: TYPE, minItems: 1, uniqueItems: true }] },
    format: { type: 'string' },
    allOf: LIST,
    anyOf: LIST,
    oneOf: LIST,
    not: SCHEMA,
  },
  dependencies: { exclusiveMaximum: ['maximum'], exclusiveMinimum: ['minimum'] },
  default: {},
};
