import { describe, expect, test } from 'vitest';
import type { Parameter, ParameterStyle } from '../../src/spec/api.ts';
import { NO_VALUES } from '../../src/wire/request.ts';
import type { RequestValues } from '../../src/wire/request.ts';
import { writeRequest } from '../../src/wire/write-request.ts';
import { aMediaType, anOperation, aParameter, aResponse, withBody } from './an-operation.ts';

const COLORS = ['blue', 'black', 'brown'];
const RGB = { R: 100, G: 200, B: 150 };

function targetOf(parameter: Parameter, value: unknown, path = '/x'): string {
  const values = { ...NO_VALUES, [parameter.in]: { [parameter.name]: value } };
  return writeRequest(anOperation({ path, parameters: [parameter] }), values).target;
}

function headerOf(values: Partial<RequestValues>, ...parameters: Parameter[]): string[] {
  const { headers } = writeRequest(anOperation({ parameters }), { ...NO_VALUES, ...values });
  return headers.filter(([name]) => name !== 'Accept').map(([name, value]) => `${name}: ${value}`);
}

describe('a path parameter is written as RFC 6570 expands it', () => {
  const rows: [ParameterStyle, boolean, unknown, string][] = [
    ['simple', false, 'blue', 'blue'],
    ['simple', false, COLORS, 'blue,black,brown'],
    ['simple', true, COLORS, 'blue,black,brown'],
    ['simple', false, RGB, 'R,100,G,200,B,150'],
    ['simple', true, RGB, 'R=100,G=200,B=150'],
    ['label', false, 'blue', '.blue'],
    ['label', false, '', '%2E'],
    ['label', false, COLORS, '.blue,black,brown'],
    ['label', true, COLORS, '.blue.black.brown'],
    ['label', false, RGB, '.R,100,G,200,B,150'],
    ['label', true, RGB, '.R=100.G=200.B=150'],
    ['matrix', false, 'blue', ';c=blue'],
    ['matrix', false, '', ';c'],
    ['matrix', false, COLORS, ';c=blue,black,brown'],
    ['matrix', true, COLORS, ';c=blue;c=black;c=brown'],
    ['matrix', false, RGB, ';c=R,100,G,200,B,150'],
    ['matrix', true, RGB, ';R=100;G=200;B=150'],
  ];
  test.each(rows)('%s, explode %s, %j', (style, explode, value, expected) => {
    const parameter = aParameter('path', 'c', {}, { style, explode });

    expect(targetOf(parameter, value, '/x/{c}/y')).toBe(`/x/${expected}/y`);
  });
});

describe('a query parameter is written by its style', () => {
  const rows: [ParameterStyle, boolean, unknown, string][] = [
    ['form', true, 'blue', '?c=blue'],
    ['form', true, '', '?c='],
    ['form', true, COLORS, '?c=blue&c=black&c=brown'],
    ['form', false, COLORS, '?c=blue,black,brown'],
    ['form', true, RGB, '?R=100&G=200&B=150'],
    ['form', false, RGB, '?c=R,100,G,200,B,150'],
    ['spaceDelimited', false, COLORS, '?c=blue%20black%20brown'],
    ['spaceDelimited', false, RGB, '?c=R%20100%20G%20200%20B%20150'],
    ['pipeDelimited', false, COLORS, '?c=blue%7Cblack%7Cbrown'],
    ['pipeDelimited', true, COLORS, '?c=blue&c=black&c=brown'],
    ['deepObject', true, RGB, '?c%5BR%5D=100&c%5BG%5D=200&c%5BB%5D=150'],
    ['deepObject', true, { a: { b: [1, 2] } }, '?c%5Ba%5D%5Bb%5D%5B%5D=1&c%5Ba%5D%5Bb%5D%5B%5D=2'],
    ['deepObject', true, { a: [{ b: 1 }] }, '?c%5Ba%5D%5B0%5D%5Bb%5D=1'],
    ['form', true, null, ''],
    ['form', true, undefined, ''],
    ['form', true, [], ''],
    ['form', true, {}, ''],
    ['form', false, [null, 1, undefined], '?c=1'],
    ['form', false, { a: null, b: 1 }, '?c=b,1'],
    ['form', true, { a: { b: 1 } }, '?a=%7B%22b%22%3A1%7D'],
    ['form', true, ['a,b', 'c&d'], '?c=a%2Cb&c=c%26d'],
    ['form', false, ['a,b', 'c'], '?c=a%2Cb,c'],
    ['form', true, -0, '?c=0'],
    ['form', true, 1e21, '?c=1e%2B21'],
    ['form', true, false, '?c=false'],
  ];
  test.each(rows)('%s, explode %s, %j', (style, explode, value, expected) => {
    expect(targetOf(aParameter('query', 'c', {}, { style, explode }), value)).toBe(`/x${expected}`);
  });
});

describe('percent-encoding', () => {
  const query = (value: unknown, allowReserved = false): string =>
    targetOf(aParameter('query', 'q', {}, { allowReserved }), value).slice('/x?q='.length);

  test('all but unreserved characters are encoded as UTF-8', () => {
    expect(query("aZ09-._~ !'()*&=+#%/ü€😀\r\n\0")).toBe(
      'aZ09-._~%20%21%27%28%29%2A%26%3D%2B%23%25%2F%C3%BC%E2%82%AC%F0%9F%98%80%0D%0A%00',
    );
  });

  test('a lone surrogate goes out as U+FFFD instead of throwing', () => {
    expect(query('a\uD800b\uDC00')).toBe('a%EF%BF%BDb%EF%BF%BD');
  });

  test('allowReserved keeps reserved characters that do not take the query apart', () => {
    expect(query(":/?@!$'()*;=", true)).toBe(":/?@!$'()*;=");
    expect(query('#&+[],%41 é', true)).toBe('%23%26%2B%5B%5D%2C%2541%20%C3%A9');
  });

  test('allowReserved is for queries alone, and keeps no equals sign in a name', () => {
    const path = aParameter('path', 'p', {}, { allowReserved: true });
    const cookie = aParameter('cookie', 'c', {}, { allowReserved: true });
    const object = aParameter('query', 'o', {}, { allowReserved: true });

    expect(targetOf(path, "a:b@c=d;e/f?g!'()*", '/x/{p}')).toBe(
      '/x/a%3Ab%40c%3Dd%3Be%2Ff%3Fg%21%27%28%29%2A',
    );
    expect(headerOf({ cookie: { c: 'a;b=c' } }, cookie)).toEqual(['Cookie: c=a%3Bb%3Dc']);
    expect(targetOf(object, { 'a=b:c': 'd=e' })).toBe('/x?a%3Db:c=d=e');
  });

  test('names are encoded too', () => {
    expect(targetOf(aParameter('query', 'page[after]'), 1)).toBe('/x?page%5Bafter%5D=1');
  });

  test('a slash and a segment of dots are encoded in a path', () => {
    const parameter = aParameter('path', 'id');

    expect(targetOf(parameter, 'a/b', '/x/{id}')).toBe('/x/a%2Fb');
    expect(targetOf(parameter, '.', '/x/{id}')).toBe('/x/%2E');
    expect(targetOf(parameter, '..', '/x/{id}/y')).toBe('/x/%2E%2E/y');
    expect(targetOf(parameter, '..', '/x/{id}.json')).toBe('/x/...json');
  });

  test('literals of the path that may not stand in one are encoded, triplets stay, a fragment goes', () => {
    expect(writeRequest(anOperation({ path: '/a b/%41/ü:x#y' }), NO_VALUES).target).toBe(
      '/a%20b/%41/%C3%BC:x',
    );
  });
});

test('content parameters are written by their media type', () => {
  const written = (type: string, value: unknown): string => {
    const content = aMediaType(type);
    return targetOf(aParameter('query', 'f', {}, { schema: undefined, content }), value);
  };

  expect(written('application/json', { a: [null] })).toBe('/x?f=%7B%22a%22%3A%5Bnull%5D%7D');
  expect(written('application/json', 'a')).toBe('/x?f=%22a%22');
  expect(written('application/x-www-form-urlencoded', { a: 'b c', d: [1, 2] })).toBe(
    '/x?f=a%3Db%2Bc%26d%3D1%26d%3D2',
  );
  expect(written('text/plain', 'a b')).toBe('/x?f=a%20b');
});

test('undeclared values go out in the default style of their location', () => {
  const operation = anOperation({ path: '/x?v=1', parameters: [aParameter('query', 'a')] });
  const values = {
    ...NO_VALUES,
    query: { b: [1, 2], a: 0 },
    header: { 'X-B': ['1', '2'] },
    cookie: { c: 'd e' },
  };

  const { target, headers } = writeRequest(operation, values);

  expect(target).toBe('/x?v=1&a=0&b=1&b=2');
  expect(headers).toEqual([
    ['Accept', '*/*'],
    ['X-B', '1,2'],
    ['Cookie', 'c=d%20e'],
  ]);
});

test('a name that every object inherits is no value', () => {
  expect(
    writeRequest(anOperation({ parameters: [aParameter('query', 'toString')] }), NO_VALUES).target,
  ).toBe('/');
});

describe('header fields', () => {
  test('are written in the simple style without percent-encoding', () => {
    const fields = headerOf(
      { header: { 'X-A': ['a b', 'c%d'], 'X-O': RGB, 'X-E': RGB, 'X-N': null, 'X-Empty': '' } },
      aParameter('header', 'X-A'),
      aParameter('header', 'X-O'),
      aParameter('header', 'X-E', {}, { explode: true }),
      aParameter('header', 'X-N'),
      aParameter('header', 'X-Empty'),
    );

    expect(fields).toEqual([
      'X-A: a b,c%d',
      'X-O: R,100,G,200,B,150',
      'X-E: R=100,G=200,B=150',
      'X-Empty: ',
    ]);
  });

  test('what no field can carry is encoded, so that no field is ever split', () => {
    expect(headerOf({ header: { 'X-A': 'a\r\nHost: é€' } })).toEqual([
      'X-A: a%0D%0AHost: é%E2%82%AC',
    ]);
  });

  test('cookies share one field', () => {
    const fields = headerOf(
      { cookie: { a: [1, 2], b: 'x;y' } },
      aParameter('cookie', 'a'),
      aParameter('cookie', 'b'),
    );

    expect(fields).toEqual(['Cookie: a=1; a=2; b=x%3By']);
  });

  test('Accept lists what the answers declare; a given Accept or Content-Type replaces ours', () => {
    const operation = {
      ...withBody(aMediaType('application/json')),
      responses: [
        aResponse('200', 'application/json', 'text/csv'),
        aResponse('default', 'application/json', 'broken'),
      ],
    };
    const values = { ...NO_VALUES, body: { mediaType: 'application/json', value: {} } };

    expect(writeRequest(operation, values).headers).toEqual([
      ['Accept', 'application/json, text/csv'],
      ['Content-Type', 'application/json'],
    ]);
    expect(
      writeRequest(operation, { ...values, header: { accept: 'a/b', 'content-type': 'c/d' } })
        .headers,
    ).toEqual([
      ['accept', 'a/b'],
      ['content-type', 'c/d'],
    ]);
  });
});

describe('bodies', () => {
  const bodyOf = (mediaType: string, value: unknown): { type: string; text: string } => {
    const { headers, body } = writeRequest(withBody(aMediaType(mediaType)), {
      ...NO_VALUES,
      body: { mediaType, value },
    });
    return {
      type: headers.find(([name]) => name === 'Content-Type')?.[1] ?? '',
      text: Buffer.from(body ?? []).toString('latin1'),
    };
  };

  test('no body sends neither bytes nor Content-Type', () => {
    const { body, headers } = writeRequest(withBody(aMediaType('application/json')), NO_VALUES);

    expect(body).toBeUndefined();
    expect(headers).toEqual([['Accept', '*/*']]);
  });

  test('JSON is compact UTF-8 and carries lone surrogates as escapes', () => {
    expect(bodyOf('application/vnd.x+json', { a: [null, 'ü\uD800'] })).toEqual({
      type: 'application/vnd.x+json',
      text: '{"a":[null,"Ã¼\\ud800"]}',
    });
  });

  test('text names its charset only when it needs one', () => {
    expect(bodyOf('text/plain', 'abc')).toEqual({ type: 'text/plain', text: 'abc' });
    expect(bodyOf('text/plain', 'ü')).toEqual({ type: 'text/plain; charset=utf-8', text: 'Ã¼' });
    expect(bodyOf('text/plain', 5)).toEqual({ type: 'text/plain', text: '5' });
  });

  test('bytes go out as they are, whatever the media type', () => {
    const bytes = Buffer.from([0, 255, 123]);

    expect(bodyOf('application/octet-stream', bytes).text).toBe('\0\xff{');
    expect(bodyOf('application/json', bytes).text).toBe('\0\xff{');
  });
});
