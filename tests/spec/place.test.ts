import { expect, test } from 'vitest';

import { placeBelow, pointerTokens, splitPlace } from '../../src/spec/place.ts';

test('tokens are escaped on the way in and unescaped on the way out', () => {
  const place = placeBelow('a.yaml#', 'paths', '/a~b/{c}', 0);

  expect(place).toBe('a.yaml#/paths/~1a~0b~1{c}/0');
  expect(pointerTokens(splitPlace(place).pointer)).toEqual(['paths', '/a~b/{c}', '0']);
});

test('an escaped tilde before a one is not taken for a slash', () => {
  expect(pointerTokens('/a~01')).toEqual(['a~1']);
});

test('the whole document has no tokens', () => {
  expect(pointerTokens('')).toEqual([]);
  expect(splitPlace('a.yaml')).toEqual({ file: 'a.yaml', pointer: '' });
});
