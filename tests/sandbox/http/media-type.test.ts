import { describe, expect, test } from 'vitest';
import {
  acceptsJson,
  isJsonContentType,
  parseContentType,
} from '../../../sandbox/http/media-type.ts';

describe('Content-Type', () => {
  test.each([
    'application/json',
    'APPLICATION/JSON',
    'application/json; charset=utf-8',
    'application/json;charset="UTF-8"',
    'application/vnd.api+json',
  ])('%s is JSON', (header) => {
    expect(isJsonContentType(header)).toBe(true);
  });

  test.each([
    '',
    'json',
    'text/plain',
    'application/jsonp',
    'application/json; charset=latin1',
    'multipart/form-data',
  ])('%j is not', (header) => {
    expect(isJsonContentType(header)).toBe(false);
  });

  test('the parameters do not belong to the essence', () => {
    expect(parseContentType('Text/Plain; Charset=ASCII')).toEqual({
      essence: 'text/plain',
      charset: 'ascii',
    });
  });
});

describe('Accept', () => {
  test.each([
    undefined,
    '',
    '*/*',
    'application/*',
    'application/json;q=0.1',
    'text/html, application/json',
    'text/html,*/*;q=0.8',
  ])('%j takes JSON', (header) => {
    expect(acceptsJson(header)).toBe(true);
  });

  test.each(['text/html', 'application/json;q=0', 'application/json;q=0, */*', 'image/*'])(
    '%j does not',
    (header) => {
      expect(acceptsJson(header)).toBe(false);
    },
  );
});
