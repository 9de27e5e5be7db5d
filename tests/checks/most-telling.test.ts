import { describe, expect, test } from 'vitest';
import { mostTelling } from '../../src/checks/most-telling.ts';
import { createSchemas } from '../../src/schema/schemas.ts';
import { answeringJson } from './judged.ts';

/** The finding as `keyword at message`, and its place from the schema or the components on. */
async function told(schema: string, value: unknown, beside = ''): Promise<string | undefined> {
  const api = await answeringJson(schema, beside);
  const [at] = api.operations.flatMap(({ responses }) =>
    responses.flatMap(({ content }) => content.map((mediaType) => mediaType.schema)),
  );
  if (at === undefined) throw new Error('no schema');
  const schemas = createSchemas(api.documents);
  const errors = schemas.validator(at, 'response')(value);
  const error = mostTelling({ schema: at, value, errors }, { schemas, api });
  if (error === undefined) return undefined;
  const place = error.place.replace(/^.*?\/(schema|components)(?=\/)/, '$1');
  return `${error.keyword} at "${error.at}": ${error.message} (${place})`;
}

test('no errors tell nothing', async () => {
  expect(await told('{ type: object }', {})).toBeUndefined();
});

describe('of many errors', () => {
  test('the shallower comes first', async () => {
    const schema =
      '{ properties: { a: { properties: { b: { type: string } } }, z: { type: string } } }';
    expect(await told(schema, { a: { b: 1 }, z: 1 })).toBe(
      'type at "/z": must be string (schema/properties/z/type)',
    );
  });

  test('a missing member comes before wrong ones beside it, in the order required', async () => {
    const schema = '{ required: [b, c], properties: { a: { type: string } } }';
    expect(await told(schema, { a: 1 })).toBe(
      `required at "": must have required property 'b' (schema/required)`,
    );
  });

  test('what is wrong only because something else is comes last', async () => {
    const schema =
      '{ allOf: [{ properties: { a: { type: string } } }], unevaluatedProperties: false }';
    expect(await told(schema, { a: 1 })).toBe(
      'type at "/a": must be string (schema/allOf/0/properties/a/type)',
    );
  });

  test('the broken part of a condition comes before the condition', async () => {
    const schema = '{ if: { required: [a] }, then: { properties: { a: { type: string } } } }';
    expect(await told(schema, { a: 1 })).toBe(
      'type at "/a": must be string (schema/then/properties/a/type)',
    );
  });
});

describe('of a union', () => {
  const PETS = `
components:
  schemas:
    Cat: { type: object, required: [kind, lives], properties: { kind: { const: cat }, lives: { type: integer } } }
    Dog: { type: object, required: [kind, tricks], properties: { kind: { const: dog }, tricks: { type: array } } }`;
  const REFS = "[{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]";

  test('the branch whose tag fits is meant, even if it has more errors', async () => {
    const value = { kind: 'dog', tricks: 5 };
    expect(await told(`{ oneOf: ${REFS} }`, value, PETS)).toBe(
      'type at "/tricks": must be array (components/schemas/Dog/properties/tricks/type)',
    );
  });

  test('a tag that no branch has is what is wrong', async () => {
    const value = { kind: 'cow', lives: 9 };
    expect(await told(`{ oneOf: ${REFS} }`, value, PETS)).toBe(
      'enum at "/kind": must be one of "cat", "dog" (schema/oneOf)',
    );
  });

  test('an error beside the union comes before what the union hides', async () => {
    const value = { kind: 'dog', tricks: 5 };
    expect(await told(`{ required: [id], anyOf: ${REFS} }`, value, PETS)).toBe(
      `required at "": must have required property 'id' (schema/required)`,
    );
  });

  test('null is not the branch that an object was meant for', async () => {
    const schema = "{ anyOf: [{ type: 'null' }, { type: object, required: [id, name] }] }";
    expect(await told(schema, { id: 1 })).toBe(
      `required at "": must have required property 'name' (schema/anyOf/1/required)`,
    );
  });

  test('a value of no type of the branches is told all of them', async () => {
    const schema = "{ anyOf: [{ type: 'null' }, { type: object }, { type: [string, integer] }] }";
    expect(await told(schema, true)).toBe(
      'type at "": must be null or object or string or integer (schema/anyOf)',
    );
  });

  test('a value that fits more than one branch of oneOf is told so', async () => {
    expect(await told('{ oneOf: [{ type: integer }, { type: number }] }', 5)).toBe(
      'oneOf at "": fits 2 schemas of its oneOf, and must fit exactly one (schema/oneOf)',
    );
  });

  test('the branch with the fewest errors is meant where nothing else tells', async () => {
    const schema = `
anyOf:
  - { required: [a, b, c] }
  - { required: [d, e] }`;
    expect(await told(schema, { a: 1, d: 1 })).toBe(
      `required at "": must have required property 'e' (schema/anyOf/1/required)`,
    );
  });

  test('unions within unions are traced to the leaf', async () => {
    const schema = `
properties:
  list:
    items:
      oneOf:
        - { type: string }
        - anyOf:
            - { type: object, required: [a] }
            - { type: array }`;
    expect(await told(schema, { list: ['x', {}] })).toBe(
      `required at "/list/1": must have required property 'a' (schema/properties/list/items/oneOf/1/anyOf/0/required)`,
    );
  });
});

describe('of a union with a discriminator', () => {
  const SHAPES = `
components:
  schemas:
    Circle: { type: object, required: [shape, radius], properties: { radius: { type: number } } }
    Square: { type: object, required: [shape, side], properties: { side: { type: number } } }`;
  const union = (discriminator: string): string =>
    `{ oneOf: [{ $ref: '#/components/schemas/Circle' }, { $ref: '#/components/schemas/Square' }], discriminator: ${discriminator} }`;

  test('the named schema is the branch that was meant', async () => {
    const value = { shape: 'Square', radius: 'x', side: 'x' };
    expect(await told(union('{ propertyName: shape }'), value, SHAPES)).toBe(
      'type at "/side": must be number (components/schemas/Square/properties/side/type)',
    );
  });

  test.each(["'#/components/schemas/Square'", 'Square'])(
    'a mapping to %s gives another name',
    async (to) => {
      const schema = union(`{ propertyName: shape, mapping: { sq: ${to} } }`);
      expect(await told(schema, { shape: 'sq', radius: 'x', side: 'x' }, SHAPES)).toBe(
        'type at "/side": must be number (components/schemas/Square/properties/side/type)',
      );
    },
  );

  test('a name that is none of theirs is what is wrong', async () => {
    const schema = union("{ propertyName: shape, mapping: { sq: '#/components/schemas/Square' } }");
    expect(await told(schema, { shape: 'Line' }, SHAPES)).toBe(
      'discriminator at "/shape": names no schema of the union: Circle, sq (schema/discriminator)',
    );
  });

  test('without the member the nearest branch is meant', async () => {
    expect(await told(union('{ propertyName: shape }'), { side: 1 }, SHAPES)).toBe(
      `required at "": must have required property 'shape' (components/schemas/Square/required)`,
    );
  });
});
