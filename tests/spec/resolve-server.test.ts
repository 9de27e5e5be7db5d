import { expect, test } from 'vitest';

import { resolveServer } from '../../src/spec/resolve-server.ts';

test('variables are replaced by the values of their names', () => {
  expect(resolveServer('https://{host}/{base}/{host}', { host: 'a.example', base: 'v2' })).toEqual({
    url: 'https://a.example/v2/a.example',
    missing: [],
  });
});

test('a variable without a value stays, and is named once', () => {
  expect(resolveServer('/{a}/{b}/{a}', { b: '' })).toEqual({ url: '/{a}//{a}', missing: ['a'] });
});

test('names that every object has are no values', () => {
  expect(resolveServer('/{toString}', {})).toEqual({ url: '/{toString}', missing: ['toString'] });
});
