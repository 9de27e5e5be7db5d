/**
 * The two laws of the wire for every style that a place knows, exploded or not, and every type of
 * value: none is left to chance. What a style can't carry is told beside it.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Parameter, ParameterLocation } from '../../src/spec/api.ts';
import { readLeniently } from '../../src/wire/read-leniently.ts';
import { readStrictly } from '../../src/wire/read-strictly.ts';
import { NO_VALUES } from '../../src/wire/request.ts';
import { writeRequest } from '../../src/wire/write-request.ts';
import { anOperation, aParameter } from './an-operation.ts';
import { isCarried, KINDS, STYLES } from './arbitrary-request.ts';

/** Names that mean something to those who take pairs and paths apart. */
const NAMES = {
  path: ['p', 'a.b', 'a-b'],
  query: ['p', 'ids[]', 'a.b', 'Ümlaut +', 'a=b', 'a&b', 'p[q]'],
  header: ['X-P'],
  cookie: ['p', 'a.b', 'a=b', 'a;b', 'p p'],
} as const;

const LOCATIONS: readonly ParameterLocation[] = ['path', 'query', 'header', 'cookie'];

const COMBINATIONS = LOCATIONS.flatMap((location) =>
  STYLES[location].flatMap((style) =>
    [false, true].flatMap((explode) =>
      Object.keys(KINDS).map((kind) => ({ location, style, explode, kind })),
    ),
  ),
);

test('every style of every place is there, with every type', () => {
  expect(COMBINATIONS).toHaveLength((3 + 4 + 1 + 1) * 2 * Object.keys(KINDS).length);
});

describe.each(COMBINATIONS)('$kind in $location by $style, explode $explode', (combination) => {
  const { location, style, explode, kind } = combination;
  const samples = fc
    .record({
      name: fc.constantFrom(...NAMES[location]),
      allowReserved: fc.boolean(),
      drawn: KINDS[kind] ?? fc.constant({ schema: {}, value: '' }),
    })
    .filter(({ drawn }) => isCarried({ location, style, explode }, drawn.value))
    .map(({ name, allowReserved, drawn }) => ({
      value: drawn.value,
      parameter: aParameter(location, name, drawn.schema, { style, explode, allowReserved }),
    }));

  test('is read strictly as it was written, and that is among the readings', () => {
    fc.assert(
      fc.property(samples, ({ parameter, value }) => {
        expectRoundTrip(parameter, value);
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});

function expectRoundTrip(parameter: Parameter, value: unknown): void {
  const { in: location, name } = parameter;
  const path = location === 'path' ? `/x/{${name}}/y` : '/x';
  const operation = anOperation({ path, parameters: [parameter] });
  const values = { ...NO_VALUES, [location]: { [name]: value } };

  const request = writeRequest(operation, values);
  const readings = readLeniently(operation, request).parameters.get(parameter) ?? [];

  expect(readStrictly(operation, request), request.target).toEqual(values);
  expect(readings).toContainEqual(expect.objectContaining({ kind: 'value', value }));
}
