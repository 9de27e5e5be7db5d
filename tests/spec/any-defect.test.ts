import { readFile } from 'node:fs/promises';
import path from 'node:path';

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

import { loadText } from './load-text.ts';

const fixtures = path.resolve(import.meta.dirname, '../fixtures');

const JUNK = [
  null,
  true,
  0,
  -1.5,
  '',
  'text',
  '#/components',
  [],
  {},
  [null],
  { $ref: '#' },
  { $ref: '#/components/schemas/Book' },
  { $ref: 5 },
  { $ref: 'gone.yaml#/a' },
  { $ref: '%' },
  { '': {} },
];

type Part = Record<string, unknown>;

/** Every object and array below a value, itself included. */
function containers(value: unknown): readonly Part[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Part, ...Object.values(value).flatMap(containers)];
}

test.each(['bookshop.openapi.yaml', 'dangling.openapi.yaml'])(
  'whatever part of %s is replaced by junk, the rest is loaded and every problem is located',
  async (name) => {
    const text = await readFile(path.join(fixtures, name), 'utf8');
    const mutation = fc.record({ at: fc.nat(), member: fc.nat(), junk: fc.constantFrom(...JUNK) });

    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
        const description: unknown = parse(text);
        for (const { at, member, junk } of mutations) {
          const all = containers((description as Part)['paths']).concat(
            containers((description as Part)['components']),
          );
          const chosen = all[at % Math.max(all.length, 1)];
          const keys = Object.keys(chosen ?? {});
          const key = keys[member % Math.max(keys.length, 1)];
          if (chosen !== undefined && key !== undefined) chosen[key] = structuredClone(junk);
        }
        const api = await loadText(JSON.stringify(description));

        for (const { place, message, operations } of api.problems) {
          expect(message).toMatch(/; .+/);
          expect(api.documents.locate(place)).toMatchObject({ file: 'openapi.yaml' });
          const ids = api.operations.map(({ id }) => id);
          expect(ids).toEqual(expect.arrayContaining([...operations]));
        }
      }),
      { seed: 20, numRuns: 80 },
    );
  },
);
