import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arbitraryFor,
  unviolatedFor,
  UnsatisfiableSchemaError,
  UnsupportedSchemaError,
  validatorFor,
  violationsFor,
} from '../../../src/schema/index.ts';
import { valueAt } from '../../../src/schema/judge/schema-error.ts';
import { createSchemas } from '../../../src/schema/schemas.ts';
import { documentsOf, schemaAt } from '../one-document.ts';
import { someSchema, wideSchema } from './some-schemas.ts';

/** @returns one valid value, or undefined where none can be had. */
function valueOf(schema: unknown): { readonly value: unknown } | undefined {
  try {
    const [value] = fc.sample(arbitraryFor(schema, { tier: 'plain' }), { numRuns: 1, seed: 1 });
    return { value };
  } catch (error) {
    if (error instanceof UnsatisfiableSchemaError || error instanceof UnsupportedSchemaError)
      return undefined;
    throw error;
  }
}

describe('laws', () => {
  test('the judge refuses every violation by that keyword at that place, and whole parts stay', () => {
    let seen = 0;
    fc.assert(
      fc.property(someSchema, (schema) => {
        const base = valueOf(schema);
        if (base === undefined) return;
        const validate = validatorFor(schema);
        for (const violation of violationsFor(schema, base.value)) {
          seen += 1;
          const { keyword, place, pointer, member, before, after, value } = violation;
          const judged = keyword === 'maxContains' ? 'contains' : keyword;
          const isJudged = validate(value).some(
            (error) =>
              error.keyword === judged &&
              (judged !== keyword || error.place === place) &&
              (error.at === pointer || pointer.startsWith(`${error.at}/`)),
          );
          const target = member === undefined ? pointer : `${pointer}/${member}`;
          expect([isJudged, violation]).toEqual([true, violation]);
          expect(valueAt(value, target)).toEqual(after);
          expect(valueAt(base.value, target)).toEqual(before);
        }
      }),
      { numRuns: 60, seed: 6 },
    );
    expect(seen).toBeGreaterThan(300);
  });

  test('the value that deviates is left as it was', () => {
    const schema = { type: 'object', required: ['a'], properties: { a: { type: 'string' } } };
    const value = Object.freeze({ a: 'text' });

    expect(violationsFor(schema, value).length).toBeGreaterThan(5);
    expect(value).toEqual({ a: 'text' });
  });

  test('an invalid value has no violations', () => {
    expect(violationsFor({ type: 'string', minLength: 2 }, 'x')).toEqual([]);
  });

  test('four times the members have no more than four times as many', () => {
    const count = (size: number): number => {
      const schema = wideSchema(size);
      const document = { Wide: schema };
      const schemas = createSchemas(documentsOf(document));
      const at = schemaAt(document, '/Wide');
      const value = schemas.plain(at, 'request');
      return [...schemas.violations(at, value, { direction: 'request' })].length;
    };

    expect(count(20)).toBeGreaterThan(40);
    expect(count(80)).toBeLessThanOrEqual(4 * count(20));
  });
});

/** Schema, valid value, keyword, and what stands at the broken place then. */
const CASES: readonly (readonly [unknown, unknown, string, unknown])[] = [
  [{ type: 'string' }, 'a', 'type', null],
  [{ type: 'integer' }, 1, 'type', 1.5],
  [{ minimum: 1, type: 'integer' }, 5, 'minimum', 0],
  [{ maximum: 9, type: 'integer' }, 5, 'maximum', 10],
  [{ maximum: 1, type: 'number' }, 0.5, 'maximum', 1.1],
  [{ exclusiveMinimum: 0 }, 5, 'exclusiveMinimum', 0],
  [{ exclusiveMaximum: 9 }, 5, 'exclusiveMaximum', 9],
  [{ multipleOf: 5 }, 10, 'multipleOf', 11],
  [{ minLength: 2 }, 'abc', 'minLength', 'a'],
  [{ maxLength: 3 }, 'abc', 'maxLength', 'abcc'],
  [{ pattern: '^[a-z]+$' }, 'abc', 'pattern', 'abc!'],
  [{ format: 'date' }, '2024-01-01', 'format', '2024-02-30'],
  [{ enum: ['a', 'b'] }, 'a', 'enum', 'x'],
  [{ const: 3 }, 3, 'const', 4],
  [{ minItems: 1 }, ['a'], 'minItems', []],
  [{ maxItems: 1, items: { const: 1 } }, [1], 'maxItems', [1, 1]],
  [{ uniqueItems: true }, ['a'], 'uniqueItems', ['a', 'a']],
  [{ contains: { const: 1 } }, [1], 'contains', []],
  [{ contains: { const: 1 }, minContains: 2 }, [1, 1], 'minContains', []],
  [{ contains: { const: 1 }, maxContains: 1 }, [1], 'maxContains', [1, 1, 1]],
  [{ prefixItems: [{}], items: false }, [1], 'items', [1, 'x']],
  [{ unevaluatedItems: false }, [], 'unevaluatedItems', ['x']],
  [{ required: ['a'] }, { a: 1 }, 'required', undefined],
  [{ additionalProperties: false }, {}, 'additionalProperties', 'x'],
  [{ unevaluatedProperties: false }, {}, 'unevaluatedProperties', 'x'],
  [{ minProperties: 1 }, { a: 1 }, 'minProperties', {}],
  [{ propertyNames: { maxLength: 3 }, additionalProperties: { const: 1 } }, {}, 'propertyNames', 1],
  [{ dependentRequired: { a: ['b'] } }, { a: 1, b: 2 }, 'dependentRequired', undefined],
  [{ properties: { a: false } }, {}, 'false', 'x'],
  [{ type: 'string', not: { const: 'no' } }, 'yes', 'not', 'no'],
];

describe('each keyword', () => {
  test.each(CASES)('%j, from %j, breaks %s', (schema, value, keyword, after) => {
    const found = violationsFor(schema, value).filter((each) => each.keyword === keyword);

    expect(found.map((each) => each.after)).toContainEqual(after);
  });

  test('maxProperties is broken by one member more', () => {
    const found = violationsFor({ maxProperties: 1 }, { a: 1 });

    expect(
      found.map(({ keyword, value }) => [keyword, JSON.stringify(value).split(',').length]),
    ).toEqual([['maxProperties', 2]]);
  });

  test('oneOf is broken by no branch and by two', () => {
    const schema = { oneOf: [{ multipleOf: 2 }, { multipleOf: 3 }], type: 'integer' };

    const found = violationsFor(schema, 2).filter(({ keyword }) => keyword === 'oneOf');

    expect(found.map(({ value }) => [Number(value) % 2, Number(value) % 3].includes(0))).toEqual([
      false,
      true,
    ]);
  });

  test('anyOf is broken by a value of no branch', () => {
    const schema = { type: 'string', anyOf: [{ pattern: '^a' }, { pattern: '^b' }] };

    const found = violationsFor(schema, 'a').filter(({ keyword }) => keyword === 'anyOf');

    expect(found).toHaveLength(1);
    expect(found[0]?.value).not.toMatch(/^[ab]/);
    expect(found[0]?.alsoBroken.map(({ keyword }) => keyword)).toContain('pattern');
  });

  test('both sides of a condition are broken', () => {
    const schema = {
      if: { const: 1 },
      then: { maximum: 5 },
      else: { minimum: 10 },
      type: 'number',
    };

    const keywords = violationsFor(schema, 20).map(({ keyword }) => keyword);

    expect(keywords).toContain('minimum');
  });

  test('a name that the discriminator does not know breaks the oneOf', () => {
    const schema = {
      oneOf: ['cat', 'dog'].map((kind) => ({
        required: ['kind'],
        properties: { kind: { const: kind } },
      })),
      discriminator: { propertyName: 'kind' },
      type: 'object',
    };

    const sentences = violationsFor(schema, { kind: 'cat' }, { dialect: 'openapi-3.1' }).map(
      ({ sentence }) => sentence,
    );

    expect(sentences).toContain('"kind" is "x", which names no branch of its oneOf');
  });

  test('members that are absent are added and broken, recursion is gone into once', () => {
    const schema = {
      type: 'object',
      properties: { name: { type: 'string', maxLength: 3 }, parent: { $ref: '#' } },
    };

    const pointers = violationsFor(schema, {})
      .filter(({ keyword }) => keyword === 'maxLength')
      .map(({ pointer }) => pointer);

    expect(pointers[0]).toBe('/name');
    expect(pointers.length).toBeLessThanOrEqual(3);
  });

  test('what is too long to be made is named', () => {
    const unviolated = unviolatedFor({ maxLength: 100_000 }, 'a');

    expect(unviolated).toEqual([
      {
        keyword: 'maxLength',
        place: '#/maxLength',
        pointer: '',
        reason: 'a text of more than 100000 characters is not made',
      },
    ]);
  });
});

describe('marks', () => {
  const DOCUMENT = {
    Body: {
      type: 'object',
      'x-enforced': false,
      required: ['a'],
      properties: {
        a: { type: 'string', minLength: 2 },
        b: { type: 'integer', minimum: 0, 'x-enforced': { minimum: false } },
        c: { $ref: '#/Unenforced' },
        d: { type: 'string', 'x-opaque': true },
        e: { anyOf: [{ type: 'string', 'x-enforced': false }, { type: 'integer' }] },
      },
    },
    Unenforced: { type: 'boolean', 'x-enforced': false },
  };
  const schemas = createSchemas(documentsOf(DOCUMENT));
  const at = schemaAt(DOCUMENT, '/Body');
  const found = [...schemas.violations(at, { a: 'xx' }, { direction: 'request' })];
  const enforced = (pointer: string, keyword: string): readonly boolean[] => [
    ...new Set(
      found
        .filter((each) => each.pointer === pointer && each.keyword === keyword)
        .map((each) => each.enforced),
    ),
  ];

  test('x-enforced: false covers the keywords beside it, not those of subschemas', () => {
    expect(enforced('', 'type')).toEqual([false]);
    expect(enforced('', 'required')).toEqual([false]);
    expect(enforced('/a', 'minLength')).toEqual([true]);
  });

  test('named keywords alone are not enforced, and through a reference it counts there', () => {
    expect(enforced('/b', 'minimum')).toEqual([false]);
    expect(enforced('/b', 'type')).toEqual([true]);
    expect(enforced('/c', 'type')).toEqual([false]);
  });

  test('a branch that is not enforced leaves open whether its anyOf refuses', () => {
    expect(enforced('/e', 'anyOf')).toEqual([false]);
  });

  test('x-opaque marks the member and nothing else', () => {
    expect([
      ...new Set(found.filter(({ opaque }) => opaque).map(({ pointer }) => pointer)),
    ]).toEqual(['/d']);
  });

  test('a missing member is told at its object', () => {
    const missing = found.find(({ keyword }) => keyword === 'required');

    expect(missing).toEqual({
      pointer: '',
      member: 'a',
      keyword: 'required',
      place: 'api.yaml#/Body/required',
      before: 'xx',
      after: undefined,
      value: {},
      sentence: '"a" is missing, though it is required',
      enforced: false,
      opaque: false,
      alsoBroken: [],
    });
  });
});

test('violations are planned as they are asked for, each once, and the same to whoever asks', () => {
  const document = { Wide: wideSchema(60) };
  const schemas = createSchemas(documentsOf(document));
  const at = schemaAt(document, '/Wide');
  const value = schemas.plain(at, 'request');
  const ask = (): Iterator<unknown> =>
    schemas.violations(at, value, { direction: 'request' })[Symbol.iterator]();
  const cost = (work: () => unknown): number => {
    const start = process.cpuUsage().user;
    work();
    return process.cpuUsage().user - start;
  };
  const [one, other] = [ask(), ask()];

  const first = one.next();
  expect(other.next().value).toBe(first.value);
  const rest = cost(() => [...schemas.violations(at, value, { direction: 'request' })]);
  const again = cost(() => [...schemas.violations(at, value, { direction: 'request' })]);

  expect(again).toBeLessThan(rest / 2);
});
