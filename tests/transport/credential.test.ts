import { describe, expect, test } from 'vitest';
import { BadAuthOption, parseAuthOption } from '../../src/transport/auth-option.ts';
import { authorize, type Credential } from '../../src/transport/credential.ts';
import { aRequest } from './local-server.ts';

describe('authorize', () => {
  test.each<[Credential, string]>([
    [{ kind: 'basic', user: 'ann', password: 'pa:ss' }, 'Basic YW5uOnBhOnNz'],
    [{ kind: 'basic', user: 'caf\u00e9', password: '\u2603' }, 'Basic Y2Fmw6k64piD'],
    [{ kind: 'bearer', token: 'abc.def' }, 'Bearer abc.def'],
    [{ kind: 'authorization', value: 'Digest x="y"' }, 'Digest x="y"'],
  ])('%j replaces every Authorization header', (credential, value) => {
    const request = aRequest({
      headers: [
        ['authorization', 'old'],
        ['Accept', '*/*'],
        ['AUTHORIZATION', 'older'],
      ],
    });

    expect(authorize(request, credential).headers).toEqual([
      ['Accept', '*/*'],
      ['Authorization', value],
    ]);
  });

  const apiKey = (place: 'header' | 'query' | 'cookie'): Credential => ({
    kind: 'apiKey',
    in: place,
    name: 'key',
    value: 'a&b c',
  });

  test('a key in a header replaces the header of that name', () => {
    const request = aRequest({ headers: [['KEY', 'old']] });

    expect(authorize(request, apiKey('header')).headers).toEqual([['key', 'a&b c']]);
  });

  test.each([
    ['/a', '/a?key=a%26b%20c'],
    ['/a?', '/a?key=a%26b%20c'],
    ['/a?b=1&key=old&k%65y=older&keys=2', '/a?b=1&keys=2&key=a%26b%20c'],
    ['/a?b=?&%zz=1', '/a?b=?&%zz=1&key=a%26b%20c'],
  ])(
    'a key in the query of %s replaces those of its name and leaves the rest as it is',
    (from, to) => {
      expect(authorize(aRequest({ target: from }), apiKey('query')).target).toBe(to);
    },
  );

  test('a key in a cookie joins the other cookies in one header', () => {
    const request = aRequest({
      headers: [
        ['Cookie', 'a=1; key=old'],
        ['X', 'y'],
        ['cookie', 'b=2'],
      ],
    });

    expect(authorize(request, apiKey('cookie')).headers).toEqual([
      ['X', 'y'],
      ['Cookie', 'a=1; b=2; key=a&b c'],
    ]);
  });
});

describe('--auth', () => {
  test.each([
    ['ann:secret', { kind: 'basic', user: 'ann', password: 'secret' }],
    [
      'ann@example.com/token:se:cr:et',
      { kind: 'basic', user: 'ann@example.com/token', password: 'se:cr:et' },
    ],
    ['key:', { kind: 'basic', user: 'key', password: '' }],
    ['bearer:abc:def', { kind: 'bearer', token: 'abc:def' }],
    ['Bearer: abc ', { kind: 'bearer', token: 'abc' }],
    ['bearers:x', { kind: 'basic', user: 'bearers', password: 'x' }],
  ])('%s', (text, credential) => {
    expect(parseAuthOption(text)).toEqual(credential);
  });

  test.each(['', 'canary', ':canary', 'bearer:', 'bearer:  '])(
    '%j is refused without being repeated',
    (text) => {
      const refused = expect(() => parseAuthOption(text));
      refused.toThrow(BadAuthOption);
      refused.not.toThrow(/canary/);
    },
  );
});
