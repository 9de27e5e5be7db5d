/**
 * Small schemas drawn at random, of all keywords that deviations are made of, for the laws.
 */
import fc from 'fast-check';

const TEXT = fc.record(
  {
    type: fc.constant('string'),
    minLength: fc.integer({ min: 0, max: 3 }),
    maxLength: fc.integer({ min: 4, max: 9 }),
    pattern: fc.constantFrom('^[a-z]*$', '^x', '[0-9]'),
    format: fc.constantFrom('date', 'email', 'uuid', 'unheard-of'),
  },
  { requiredKeys: ['type'] },
);
const NUMBER = fc.record(
  {
    type: fc.constantFrom('integer', 'number'),
    minimum: fc.integer({ min: -3, max: 3 }),
    exclusiveMaximum: fc.integer({ min: 5, max: 20 }),
    multipleOf: fc.constantFrom(1, 2, 0.5),
  },
  { requiredKeys: ['type'] },
);
const LISTED = fc.constantFrom(
  { enum: ['a', 'b', null] },
  { type: ['string', 'null'], enum: ['a', null] },
  { const: 7 },
  { type: 'boolean' },
  {},
);

const { schema } = fc.letrec<{ schema: unknown; object: unknown; array: unknown; mixed: unknown }>(
  (tie) => ({
    schema: fc.oneof(
      { maxDepth: 3 },
      TEXT,
      NUMBER,
      LISTED,
      tie('object'),
      tie('array'),
      tie('mixed'),
    ),
    object: fc.record(
      {
        type: fc.constant('object'),
        properties: fc.record(
          { a: tie('schema'), b: tie('schema'), c: tie('schema') },
          { requiredKeys: ['a'] },
        ),
        required: fc.subarray(['a', 'b']),
        additionalProperties: fc.oneof(fc.constant(false), tie('schema')),
        minProperties: fc.constantFrom(1, 2),
        maxProperties: fc.constantFrom(3, 4),
        propertyNames: fc.constant({ maxLength: 6 }),
        dependentRequired: fc.constant({ a: ['b'] }),
        unevaluatedProperties: fc.constant(false),
      },
      { requiredKeys: ['type'] },
    ),
    array: fc.record(
      {
        type: fc.constant('array'),
        items: tie('schema'),
        prefixItems: fc.tuple(tie('schema')),
        minItems: fc.integer({ min: 0, max: 2 }),
        maxItems: fc.integer({ min: 2, max: 4 }),
        uniqueItems: fc.boolean(),
        contains: fc.constantFrom({ type: 'string' }, { type: 'integer' }),
        maxContains: fc.constant(2),
      },
      { requiredKeys: ['type'] },
    ),
    mixed: fc.oneof(
      fc.record({ allOf: fc.tuple(tie('schema'), tie('schema')) }),
      fc.record({ anyOf: fc.tuple(tie('schema'), tie('schema')) }),
      fc.record({ oneOf: fc.tuple(tie('schema'), tie('schema')) }),
      fc.record({ not: LISTED, type: fc.constantFrom('string', 'integer') }),
      fc.record({ if: tie('schema'), then: tie('schema'), else: tie('schema') }),
    ),
  }),
);

/** Not all of them can be satisfied. */
export const someSchema: fc.Arbitrary<unknown> = schema;

/** @returns a flat object schema of that many members of all kinds, all of them required. */
export function wideSchema(size: number): unknown {
  const kinds = [
    { type: 'string', minLength: 2, maxLength: 40 },
    { type: 'integer', minimum: 1, maximum: 1000 },
    { type: ['string', 'null'], enum: ['a', 'b', null] },
    { type: 'array', items: { type: 'string' }, maxItems: 5 },
    { type: 'string', format: 'date-time' },
    { type: 'object', required: ['x'], properties: { x: { type: 'boolean' } } },
  ];
  const names = Array.from({ length: size }, (_, index) => `member${String(index)}`);
  return {
    type: 'object',
    required: names,
    properties: Object.fromEntries(names.map((name, index) => [name, kinds[index % kinds.length]])),
    additionalProperties: false,
  };
}
