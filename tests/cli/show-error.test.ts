/** Errors as they are told: a mistake without a stack, a bug of ours with one. */
import { expect, test } from 'vitest';
import { errorText } from '../../src/cli/show-error.ts';
import { AssayError } from '../../src/spec/assay-error.ts';

test('a mistake is told as what, where, and what to do', () => {
  const error = new AssayError('It is wrong.', {
    code: 'X',
    hint: 'Mend it.',
    location: { file: 'a.yaml', line: 3, column: 5 },
  });

  expect(errorText(error)).toBe('error: It is wrong.\n  at a.yaml:3:5\n  Mend it.\n');
});

test('a mistake of another copy of the package is known by its shape', () => {
  const error = Object.assign(new Error('It is wrong.'), { code: 'X', hint: 'Mend it.' });

  expect(errorText(error)).toBe('error: It is wrong.\n  Mend it.\n');
});

test('a bug is told as ours, with its stack', () => {
  const text = errorText(new TypeError('x is not a function'));

  expect(text).toContain('this is a bug of assay, not of your API');
  expect(text).toContain('TypeError: x is not a function\n    at ');
});

test('an error of the system is a bug unless someone said what to do', () => {
  const error = Object.assign(new Error('EACCES'), { code: 'EACCES' });

  expect(errorText(error)).toContain('this is a bug');
});

test('text that a message quotes does nothing to a terminal', () => {
  const error = new AssayError('\u001b[2J"a"\u009b1m', { code: 'X', hint: 'b\u0007' });

  expect(errorText(error)).toBe('error: \\u{1b}[2J"a"\\u{9b}1m\n  b\\u{7}\n');
});
