import { expect, test } from 'vitest';
import { canStandInHeader, canStandInPath } from '../../src/wire/can-stand.ts';

test.each([
  '',
  '.',
  '..',
  'a/b',
  '/',
  '\uD800',
  null,
  undefined,
  [],
  {},
  [''],
  ['a', 'b/c'],
  { a: '/' },
])('%j cannot stand in a path', (value) => {
  expect(canStandInPath(value)).toBe(false);
});

test.each(['a', 5, '...', 'a.b', ' ', 'ü', '%2F', ['a', 'b'], { a: 1 }, false])(
  '%j can stand in a path',
  (value) => {
    expect(canStandInPath(value)).toBe(true);
  },
);

test.each(['a\r', 'a\nb', '\0', 'a\x7fb', '€', ' a', 'a\t', ['a', 'b\n'], { 'a\n': 1 }])(
  '%j cannot stand in a header',
  (value) => {
    expect(canStandInHeader(value)).toBe(false);
  },
);

test.each(['', 'a b', 'a\tb', 'é', 5, ['a', 'b'], { a: 1 }])(
  '%j can stand in a header',
  (value) => {
    expect(canStandInHeader(value)).toBe(true);
  },
);
