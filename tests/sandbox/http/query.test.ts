import { expect, test } from 'vitest';
import { parseQuery, queryText } from '../../../sandbox/http/query.ts';

test('a query is decoded, plus is a blank, the last of a repeated name wins', () => {
  expect([...parseQuery('a=1+2&b=%C3%A9&a=3&c')]).toEqual([
    ['a', '3'],
    ['b', 'é'],
    ['c', ''],
  ]);
});

test('broken percent-encoding is no error', () => {
  expect(parseQuery('a=%ZZ&b=%ff').get('a')).toBe('%ZZ');
});

test('links keep what they do not change, encode brackets, and leave out what is null', () => {
  const query = parseQuery('page[after]=x&include=a,b');

  expect(queryText(query, { 'page[after]': null, 'page[size]': '5' })).toBe(
    'include=a%2Cb&page%5Bsize%5D=5',
  );
});
