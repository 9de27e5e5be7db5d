import { describe, expect, test } from 'vitest';

import type { Documents } from '../../../src/spec/documents.ts';
import { loadText } from '../load-text.ts';

const root = `
openapi: 3.1.0
info: { title: T, version: '1' }
paths:
  /a/{b}: { get: { responses: {} } }
components:
  schemas:
    Plain: { type: string }
    'With space': { type: integer }
    '100%': { type: number }
    'a%20b': { type: number }
    Ref: { $ref: other.yaml }
    Chain: { $ref: '#/components/schemas/Ref' }
    Loop: { $ref: '#/components/schemas/Loop/properties/x' }
    List: { prefixItems: [{ const: 1 }, { const: 2 }] }
    Anchored: { $anchor: here, type: string }
    Dynamic: { $dynamicAnchor: there, type: string }
    Root:
      $id: https://a.example/schemas/root
      $ref: 'leaf#inner'
      properties:
        up: { $ref: '#/properties' }
        out: { $ref: '#/components/schemas/Plain' }
    Leaf:
      $id: https://a.example/schemas/leaf
      $defs: { inner: { $anchor: inner, type: 'null' } }
    Far: { $ref: 'folder/far.yaml#/x' }
`;

const files = {
  'other.yaml': 'properties: { x: { type: boolean } }\n',
  'folder/far.yaml': "x: { $ref: '../other.yaml#/properties/x' }\n",
};

const load = async (): Promise<Documents> => (await loadText(root, files)).documents;
const schemas = 'openapi.yaml#/components/schemas';

describe('a reference is resolved', () => {
  test.each([
    ['#/components/schemas/Plain', 'openapi.yaml#', `${schemas}/Plain`],
    ['#/components/schemas/With%20space', 'openapi.yaml#', `${schemas}/With space`],
    ['#/components/schemas/With space', 'openapi.yaml#', `${schemas}/With space`],
    ['#/components/schemas/100%25', 'openapi.yaml#', `${schemas}/100%`],
    ['#/components/schemas/100%', 'openapi.yaml#', `${schemas}/100%`],
    ['#/components/schemas/a%20b', 'openapi.yaml#', `${schemas}/a%20b`],
    ['#/paths/~1a~1%7Bb%7D', 'openapi.yaml#', 'openapi.yaml#/paths/~1a~1{b}'],
    ['#/paths/~1a~1{b}/get', 'openapi.yaml#', 'openapi.yaml#/paths/~1a~1{b}/get'],
    ['#/components/schemas/List/prefixItems/1', 'openapi.yaml#', `${schemas}/List/prefixItems/1`],
    ['#here', 'openapi.yaml#', `${schemas}/Anchored`],
    ['#there', 'openapi.yaml#', `${schemas}/Dynamic`],
    ['#', 'openapi.yaml#/info', 'openapi.yaml#'],
    ['other.yaml', 'openapi.yaml#', 'other.yaml#'],
    ['./other.yaml#/properties', 'openapi.yaml#', 'other.yaml#/properties'],
    ['../openapi.yaml#/info', 'folder/far.yaml#/x', 'openapi.yaml#/info'],
    ['openapi.yaml#/info', 'other.yaml#', 'openapi.yaml#/info'],
    ['https://a.example/schemas/leaf', 'openapi.yaml#', `${schemas}/Leaf`],
    ['leaf#inner', `${schemas}/Root`, `${schemas}/Leaf/$defs/inner`],
    ['/schemas/leaf#/$defs', `${schemas}/Root/properties/up`, `${schemas}/Leaf/$defs`],
    ['#/properties', `${schemas}/Root/properties/up`, `${schemas}/Root/properties`],
    // Strictly it is looked for within the schema that has the $id; it is meant from the top.
    ['#/components/schemas/Plain', `${schemas}/Root/properties/out`, `${schemas}/Plain`],
    ['#/components/schemas/Ref/properties/x', 'openapi.yaml#', 'other.yaml#/properties/x'],
    ['#/components/schemas/Chain/properties/x', 'openapi.yaml#', 'other.yaml#/properties/x'],
  ])('%s from %s', async (reference, from, place) => {
    const documents = await load();
    const resolved = documents.resolve(reference, from);

    expect(resolved).toEqual({ kind: 'found', place, value: documents.at(place) });
    expect(documents.at(place)).toBeDefined();
  });
});

describe('a reference dangles', () => {
  test.each([
    ['#/components/schemas/Gone', 'openapi.yaml#', `${schemas}/Gone`, 'no-such-part'],
    ['#nowhere', 'openapi.yaml#', 'openapi.yaml#nowhere', 'no-such-part'],
    ['#inner', 'openapi.yaml#', 'openapi.yaml#inner', 'no-such-part'],
    ['#/components/schemas/toString', 'openapi.yaml#', `${schemas}/toString`, 'no-such-part'],
    [
      '#/components/schemas/List/prefixItems/01',
      'openapi.yaml#',
      `${schemas}/List/prefixItems/01`,
      'no-such-part',
    ],
    [
      '#/components/schemas/List/prefixItems/length',
      'openapi.yaml#',
      `${schemas}/List/prefixItems/length`,
      'no-such-part',
    ],
    [
      '#/components/schemas/Loop/properties/y',
      'openapi.yaml#',
      `${schemas}/Loop/properties/y`,
      'no-such-part',
    ],
    ['other.yaml#/y', 'openapi.yaml#', 'other.yaml#/y', 'no-such-part'],
    ['http://[', 'openapi.yaml#', 'http://[', 'invalid-reference'],
  ])('%s from %s', async (reference, from, target, cause) => {
    const documents = await load();

    expect(documents.resolve(reference, from)).toMatchObject({ kind: 'dangling', target, cause });
  });
});

test('at tells nothing of what does not exist', async () => {
  const documents = await load();

  expect(documents.at('gone.yaml#/a')).toBeUndefined();
  expect(documents.at('openapi.yaml#/info/title/0')).toBeUndefined();
  expect(documents.at('openapi.yaml#/info/title')).toBe('T');
});

test('a place in a file that was not read is located at its beginning', async () => {
  const documents = await load();

  expect(documents.locate('gone.yaml#/a')).toEqual({ file: 'gone.yaml', line: 1, column: 1 });
});
