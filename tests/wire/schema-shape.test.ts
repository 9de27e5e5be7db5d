import { describe, expect, test } from 'vitest';
import type { Dialect } from '../../src/spec/api.ts';
import { schemaShape } from '../../src/wire/schema-shape.ts';
import type { ValueShape } from '../../src/wire/value-shape.ts';
import { documentsOf } from './an-operation.ts';

const REFERENCES = {
  Count: { type: 'integer' },
  Tree: { type: 'object', properties: { left: { $ref: '#/components/schemas/Tree' } } },
  Loop: { allOf: [{ $ref: '#/components/schemas/Loop' }, { type: 'string' }] },
};

function shapeOf(schema: unknown, dialect: Dialect = 'openapi-3.1'): ValueShape {
  return schemaShape({ schema, dialect, place: 'test.yaml#' }, documentsOf(REFERENCES));
}

function typesOf(schema: unknown, dialect?: Dialect): string[] {
  return [...shapeOf(schema, dialect).types].sort();
}

const ALL = ['array', 'boolean', 'null', 'number', 'object', 'string'];

describe('the types of a schema', () => {
  test.each([
    [true, ALL],
    [{}, ALL],
    [false, []],
    [{ minimum: 5 }, ALL],
    [{ type: 'unheard-of' }, ALL],
    [{ type: ['integer', 'null'] }, ['null', 'number']],
    [{ type: 'string', nullable: true }, ['null', 'string']],
    [{ enum: [1, 'a', null] }, ['null', 'number', 'string']],
    [{ type: 'string', enum: [1, 'a'] }, ['string']],
    [{ const: [] }, ['array']],
    [{ allOf: [{ type: ['string', 'number'] }, { type: ['number', 'null'] }] }, ['number']],
    [{ anyOf: [{ type: 'string' }, { type: 'boolean' }] }, ['boolean', 'string']],
    [{ oneOf: [{ type: 'string' }, {}] }, ALL],
    [{ $ref: '#/components/schemas/Count' }, ['number']],
    [{ $ref: '#/components/schemas/Count', type: 'string' }, []],
    [{ $ref: '#/components/schemas/Missing' }, ALL],
    [{ $ref: '#/components/schemas/Loop' }, ['string']],
    [{ not: { type: 'string' } }, ALL],
  ])('%j', (schema, types) => {
    expect(typesOf(schema)).toEqual(types);
  });

  test('what stands beside a reference counts in 3.1 only', () => {
    const schema = { $ref: '#/components/schemas/Count', nullable: true };

    expect(typesOf(schema)).toEqual(['null', 'number']);
    expect(typesOf(schema, 'openapi-3.0')).toEqual(['number']);
  });
});

describe('below a schema', () => {
  const typesBelow = (schema: unknown, name: string): string[] =>
    [...shapeOf(schema).member(name).types].sort();

  test('members come from properties, patterns and what is allowed besides', () => {
    const schema = {
      properties: { a: { type: 'integer' } },
      patternProperties: { '^x-': { type: 'string' } },
      additionalProperties: { type: 'boolean' },
    };

    expect(typesBelow(schema, 'a')).toEqual(['number']);
    expect(typesBelow(schema, 'x-a')).toEqual(['string']);
    expect(typesBelow(schema, 'b')).toEqual(['boolean']);
    expect(typesBelow(schema, 'toString')).toEqual(['boolean']);
    expect(typesBelow({}, 'a')).toEqual(ALL);
    expect(typesBelow({ additionalProperties: false }, 'a')).toEqual([]);
  });

  test('a branch that does not know a member allows it to be anything', () => {
    const known = { properties: { a: { type: 'integer' } } };

    expect(typesBelow({ oneOf: [known, {}] }, 'a')).toEqual(ALL);
    expect(typesBelow({ allOf: [known, {}] }, 'a')).toEqual(['number']);
    expect(shapeOf({ oneOf: [known, { properties: { b: {} } }] }).memberNames).toEqual(['a', 'b']);
  });

  test('items come from prefixItems, then items', () => {
    const shape = shapeOf({ prefixItems: [{ type: 'string' }], items: { type: 'integer' } });

    expect([...shape.item(0).types]).toEqual(['string']);
    expect([...shape.item(1).types]).toEqual(['number']);
    expect([...shapeOf({}).item(0).types].sort()).toEqual(ALL);
  });

  test('a schema within itself is followed as deep as is asked', () => {
    let shape = shapeOf({ $ref: '#/components/schemas/Tree' });
    for (let depth = 0; depth < 50; depth += 1) shape = shape.member('left');

    expect([...shape.types]).toEqual(['object']);
  });

  test('a file is a text of bytes', () => {
    expect(shapeOf({ type: 'string', format: 'binary' }).isFile).toBe(true);
    expect(shapeOf({ contentMediaType: 'image/png' }).isFile).toBe(true);
    expect(shapeOf({ contentMediaType: 'image/png', contentEncoding: 'base64' }).isFile).toBe(
      false,
    );
    expect(shapeOf({ type: 'string', contentMediaType: 'application/json' }).isFile).toBe(false);
    expect(shapeOf({ type: 'string', format: 'byte' }).isFile).toBe(false);
  });
});
