import { describe, expect, test } from 'vitest';
import {
  isJson,
  matchMediaType,
  mostSpecificMatch,
  parseMediaType,
} from '../../src/wire/media-type.ts';
import { aMediaType } from './an-operation.ts';

describe('parseMediaType', () => {
  test('takes type, subtype, suffix and parameters apart, in lower case', () => {
    const name = parseMediaType('Application/Problem+JSON; Charset="utf-8"; v=1');

    expect(name).toEqual({
      type: 'application',
      subtype: 'problem+json',
      suffix: 'json',
      parameters: new Map([
        ['charset', 'utf-8'],
        ['v', '1'],
      ]),
    });
  });

  test('a quoted parameter may hold semicolons and escapes', () => {
    expect(parseMediaType(String.raw`a/b; x="1;\"2"; y=3`)?.parameters).toEqual(
      new Map([
        ['x', '1;"2'],
        ['y', '3'],
      ]),
    );
  });

  test.each(['a/b;', 'a/b ; ', 'a/b;;x=1', '\ta/b ', '*/*', 'text/*', 'application/*+json'])(
    '%j is well formed',
    (text) => {
      expect(parseMediaType(text)).toBeDefined();
    },
  );

  test.each([
    '',
    'json',
    'a/',
    '/b',
    'a/b/c',
    'a b/c',
    'a/b; x',
    'a/b; x = 1',
    'a/b; x="1',
    'a/b, c/d',
    '*/json',
    'a/b; x=1 2',
    'a/b\nc',
    'ä/b',
  ])('%j is malformed', (text) => {
    expect(parseMediaType(text)).toBeUndefined();
  });
});

describe('matchMediaType', () => {
  test.each([
    ['application/json', 'application/json; charset=utf-8'],
    ['application/json; charset=utf-8', 'application/json'],
    ['application/json; charset=utf-8', 'application/json; charset=UTF-8'],
    ['text/*', 'text/csv'],
    ['*/*', 'text/csv'],
    ['application/*+json', 'application/problem+json'],
    ['application/json;v=2', 'application/json; v=2; x=1'],
  ])('%s takes in %s', (range, concrete) => {
    expect(matchMediaType(range, concrete)).toBe(true);
  });

  test.each([
    ['application/json', 'application/problem+json'],
    ['application/json;v=2', 'application/json'],
    ['application/json;v=2', 'application/json;v=3'],
    ['application/json;charset=utf-8', 'application/json;charset=latin1'],
    ['text/*', 'application/json'],
    ['application/*+json', 'application/soap+xml'],
    ['application/json', 'nonsense'],
    ['nonsense', 'application/json'],
  ])('%s leaves out %s', (range, concrete) => {
    expect(matchMediaType(range, concrete)).toBe(false);
  });
});

test('JSON is application/json, text/json and the suffix, whatever the case', () => {
  const types = [
    'application/json',
    'TEXT/JSON',
    'application/problem+json',
    'application/vnd.api+JSON; v=1',
  ];

  expect(types.map(isJson)).toEqual([true, true, true, true]);
  expect(['application/jsonp', 'application/json-seq', 'image/json', 'json'].map(isJson)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('the most specific member of the content stands for a Content-Type', () => {
  const content = [
    '*/*',
    'application/*',
    'application/*+json',
    'application/a+json',
    'application/a+json; v=2',
  ].map((type) => aMediaType(type));
  const found = (header: string): string | undefined => mostSpecificMatch(content, header)?.type;

  expect(found('application/a+json; v=2')).toBe('application/a+json; v=2');
  expect(found('application/a+json; v=3')).toBe('application/a+json');
  expect(found('application/b+json')).toBe('application/*+json');
  expect(found('application/pdf')).toBe('application/*');
  expect(found('image/png')).toBe('*/*');
  expect(found('not a media type')).toBeUndefined();
  expect(mostSpecificMatch([], 'a/b')).toBeUndefined();
});
