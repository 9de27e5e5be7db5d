import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accepts } from '../../../src/schema/judge/evaluate.ts';
import { isSettled } from '../../../src/schema/judge/settled.ts';
import { createRegistry } from '../../../src/schema/model/value-resolver.ts';
import type { SchemaNode } from '../../../src/schema/model/schema-node.ts';
import { createWorld } from '../../../src/schema/model/world.ts';

function nodeOf(schema: unknown): SchemaNode {
  const { resolver, root } = createRegistry({ schema, dialect: '2020-12', remotes: {} });
  const options = { resolver, direction: undefined, honoursRefSiblings: false } as const;
  return createWorld({ ...options, malformed: 'letter' }).node(root);
}

const TYPES = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'] as const;
const scalar = fc.oneof(
  fc.constantFrom(null, true, false, 0, 1, -1, 1.5, 2 ** 53, 1e308, '', 'a', '1', '😀', '\ud800'),
  fc.integer({ min: -3, max: 3 }),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const KEYWORDS = {
  type: fc.oneof(
    fc.constantFrom(...TYPES),
    fc.uniqueArray(fc.constantFrom(...TYPES), { minLength: 1 }),
  ),
  enum: fc.array(scalar, { minLength: 1, maxLength: 3 }),
  const: scalar,
  minimum: fc.integer({ min: -3, max: 3 }),
  maximum: fc.integer({ min: -3, max: 3 }),
  exclusiveMinimum: fc.integer({ min: -3, max: 3 }),
  exclusiveMaximum: fc.integer({ min: -3, max: 3 }),
  minLength: fc.integer({ min: 0, max: 3 }),
  maxLength: fc.integer({ min: 0, max: 3 }),
  pattern: fc.constantFrom('^a', '[0-9]$', '^.$', '\\p{L}', '^$'),
  format: fc.constantFrom('date', 'ipv4', 'uuid', 'int32', 'float', 'unknown', 'regex'),
};
const names = fc.subarray(Object.keys(KEYWORDS), { minLength: 1, maxLength: 2 });
const settled = fc
  .tuple(fc.record(KEYWORDS), names)
  .map(([all, kept]) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => kept.includes(name))),
  );
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.constantFrom([], {}, ['a'], { a: 1 }, '2020-01-02', '127.0.0.1') },
);

test('what is settled has the same verdict from AJV', () => {
  const ajv = new Ajv2020({ strict: false, validateSchema: false, logger: false });
  formats.default(ajv);
  let count = 0;
  fc.assert(
    fc.property(settled, fc.array(value, { minLength: 5, maxLength: 12 }), (schema, values) => {
      const node = nodeOf(schema);
      const compiled = ajv.compile(schema);

      expect(isSettled(node)).toBe(true);
      for (const each of values) expect(accepts(node, each)).toBe(compiled(each));
      count += values.filter((each) => accepts(node, each)).length;
    }),
    { numRuns: 400, seed: 4 },
  );
  expect(count).toBeGreaterThan(100);
});

test.each([
  { multipleOf: 0.1 },
  { enum: [[]] },
  { const: {} },
  { uniqueItems: true },
  { items: true },
  { not: false },
  { required: ['a'] },
  { $ref: '#/$defs/list', $defs: { list: { items: {} } } },
])('%j is left to AJV as well', (schema) => {
  expect(isSettled(nodeOf(schema))).toBe(false);
});

test('a reference to what is settled is settled', () => {
  expect(isSettled(nodeOf({ $ref: '#/$defs/a', $defs: { a: { type: 'string' } } }))).toBe(true);
});
