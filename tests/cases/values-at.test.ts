import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valueAt, withValueAt } from '../../src/cases/values-at.ts';
import { placeBelow } from '../../src/spec/place.ts';
import { NO_VALUES } from '../../src/wire/request.ts';

const body = (value: unknown) => ({ ...NO_VALUES, body: { mediaType: 'application/json', value } });

test('what is put in is read back, wherever it goes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string(), { minLength: 1, maxLength: 4 }),
      fc.jsonValue(),
      (path, value) => {
        fc.pre(!path.includes('__proto__'));
        const at = { in: 'body' as const, pointer: placeBelow('', ...path) };
        expect(valueAt(withValueAt(body({}), at, value), at)).toEqual(value);
      },
    ),
  );
});

test('a replaced member keeps its position, so that the bytes differ in it alone', () => {
  const before = body({ first: 1, second: 2, third: 3 });

  const after = withValueAt(before, { in: 'body', pointer: '/second' }, 'new');

  expect(JSON.stringify(after.body?.value)).toBe('{"first":1,"second":"new","third":3}');
  expect(JSON.stringify(before.body?.value)).toBe('{"first":1,"second":2,"third":3}');
});

test('undefined takes a member away, from an array too', () => {
  const before = body({ ids: [1, 2, 3], name: 'x' });

  const without = withValueAt(before, { in: 'body', pointer: '/ids/1' }, undefined);

  expect(without.body?.value).toEqual({ ids: [1, 3], name: 'x' });
  expect(withValueAt(before, { in: 'body', pointer: '/name' }, undefined).body?.value).toEqual({
    ids: [1, 2, 3],
  });
});

test('a parameter name is one token, whatever characters it has', () => {
  const at = { in: 'query' as const, pointer: placeBelow('', 'page[size]/~') };

  expect(withValueAt(NO_VALUES, at, 5).query).toEqual({ 'page[size]/~': 5 });
});
