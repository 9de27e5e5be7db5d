import { expect, test } from 'vitest';

import { AssayError, formatLocation } from '../../src/spec/assay-error.ts';

test('an error tells what, where and what to do, and keeps its cause', () => {
  const cause = new Error('inner');
  const location = { file: 'a.yaml', line: 2, column: 3 };
  const error = new AssayError('bad', { code: 'X', hint: 'Mend it.', location, cause });

  expect({ ...error, message: error.message, cause: error.cause, name: error.name }).toEqual({
    name: 'AssayError',
    message: 'bad',
    code: 'X',
    hint: 'Mend it.',
    location,
    cause,
  });
  expect(formatLocation(location)).toBe('a.yaml:2:3');
});

test('an error without a cause has no member of that name', () => {
  expect(Object.hasOwn(new AssayError('bad', { code: 'X', hint: 'Mend it.' }), 'cause')).toBe(
    false,
  );
});
