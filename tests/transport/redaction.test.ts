import fc from 'fast-check';
import { performance } from 'node:perf_hooks';
import { describe, expect, test } from 'vitest';
import { authorizationValue, type Credential } from '../../src/transport/credential.ts';
import { credentialsInHeaders } from '../../src/transport/header-credentials.ts';
import { createRedactor } from '../../src/transport/redaction.ts';

const ann = {
  kind: 'basic',
  user: 'ann@example.com/token',
  password: 'p\u00e4ss "w/o" rd',
} as const;

/** How texts get escaped on their way through servers, logs and formats. */
const ENCODERS: Readonly<Record<string, (text: string) => string>> = {
  raw: (text) => text,
  json: (text) => JSON.stringify(text).slice(1, -1),
  'json, ASCII only': (text) =>
    JSON.stringify(text)
      .slice(1, -1)
      .replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
  'json, slashes escaped': (text) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/'),
  'json for script elements': (text) =>
    JSON.stringify(text)
      .slice(1, -1)
      .replace(/[<>&'/]/g, (c) => `\\u00${c.charCodeAt(0).toString(16).toUpperCase()}`),
  percent: (text) => encodeURIComponent(text),
  'percent, lower case': (text) =>
    encodeURIComponent(text).replace(/%../g, (octet) => octet.toLowerCase()),
  'percent, all of RFC 3986': (text) =>
    encodeURIComponent(text).replace(/[!'()*~.-]/g, (c) => `%${c.charCodeAt(0).toString(16)}`),
  uri: (text) => encodeURI(text),
  form: (text) => new URLSearchParams({ a: text }).toString().slice(2),
  html: (text) =>
    text.replace(
      /[&<>"']/g,
      (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? '&#39;',
    ),
  'html, numeric': (text) =>
    text.replace(/[^\w ]/gu, (c) => `&#x${(c.codePointAt(0) ?? 0).toString(16)};`),
  'UTF-8 read as Latin-1': (text) => Buffer.from(text, 'utf8').toString('latin1'),
};

describe('text', () => {
  test.each(Object.entries(ENCODERS))('a password is masked in %s', (_name, encode) => {
    const shown = createRedactor([ann]).text(`before ${encode(ann.password)} after`);

    expect(shown).toBe('before [redacted] after');
  });

  test('any secret is masked in any two encodings, one inside the other', () => {
    const secret = fc
      .oneof(
        fc.string({ minLength: 4, maxLength: 12 }),
        fc.string({ unit: 'grapheme', minLength: 4, maxLength: 8 }),
      )
      .filter((text) => text.isWellFormed() && /^[^\s%&\\].*[^\s%&\\]$/su.test(text));
    const name = fc.constantFrom(...Object.keys(ENCODERS).filter((key) => !key.includes('Latin')));

    fc.assert(
      fc.property(secret, name, name, (text, inner, outer) => {
        const encoded = ENCODERS[outer]?.(ENCODERS[inner]?.(text) ?? '') ?? '';
        expect(createRedactor([{ kind: 'bearer', token: text }]).text(`<${encoded}>`)).toBe(
          '<[redacted]>',
        );
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  test.each<[string, Credential, string]>([
    [
      'what Basic packs',
      ann,
      Buffer.from('ann@example.com/token:p\u00e4ss "w/o" rd').toString('base64'),
    ],
    ['a password in base64', ann, Buffer.from(ann.password).toString('base64')],
    [
      'base64 for URLs',
      { kind: 'bearer', token: '\u00ff\u00fe~~~?canary' },
      Buffer.from('\u00ff\u00fe~~~?canary').toString('base64url'),
    ],
    [
      'base64 in a query',
      { kind: 'basic', user: 'a', password: '>>>???~~' },
      encodeURIComponent('YTo+Pj4/Pz9+fg=='),
    ],
    ['a whole Authorization', { kind: 'authorization', value: 'Token canary' }, 'canary'],
    ['an Authorization without scheme', { kind: 'authorization', value: 'canary' }, 'canary'],
    [
      'the password in a whole Basic value',
      { kind: 'authorization', value: 'Basic YW5uOmNhbmFyeQ==' },
      'canary',
    ],
    ['a user that is the key', { kind: 'basic', user: 'canary', password: '' }, 'canary'],
    [
      'a user that looks like a key',
      { kind: 'basic', user: 'sk_live_0123456789abcd', password: 'dummy' },
      'sk_live_0123456789abcd',
    ],
    ['an API key', { kind: 'apiKey', in: 'query', name: 'k', value: 'canary' }, 'canary'],
  ])('%s is masked', (_what, credential, secret) => {
    expect(createRedactor([credential]).text(`<${secret}>`)).toBe('<[redacted]>');
  });

  test('the longer of two secrets is masked whole', () => {
    const redactor = createRedactor([{ kind: 'bearer', token: 'canary' }], ['canary-and-more']);

    expect(redactor.text('canary-and-more canary')).toBe('[redacted] [redacted]');
  });

  test('a user with a password, and secrets of three characters, stay readable', () => {
    const redactor = createRedactor([ann, { kind: 'bearer', token: 'abc' }]);
    const text = 'ann@example.com/token YWJj abc';

    expect(redactor.text(text)).toBe(text);
  });

  test('without secrets text is itself', () => {
    expect(createRedactor([]).text('Basic x')).toBe('Basic x');
  });

  test.each([
    '\\'.repeat(200_000),
    '&amp;'.repeat(50_000),
    '%25'.repeat(70_000),
    'p\u00e4ss'.repeat(50_000),
  ])('hostile text of %#. kind is read in one go', (hostile) => {
    const redactor = createRedactor([ann, { kind: 'bearer', token: '\\\\"\\\\&/\\\\' }]);
    redactor.text('compiled');
    const before = performance.now();

    expect(redactor.text(hostile)).toBe(hostile);

    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

describe('an excerpt', () => {
  const token = 'canary-"/+&-0123456789';
  const redactor = createRedactor([{ kind: 'bearer', token }, ann]);

  test('that ends within a secret shows nothing of it, in whatever encoding', () => {
    for (const encode of Object.values(ENCODERS)) {
      const whole = encode(token);
      for (let length = 12; length < whole.length; length += 1)
        for (const mark of ['', '\u2026', '...'])
          expect(redactor.excerpt(`before ${whole.slice(0, length)}${mark}`)).toMatch(
            /^before \[redacted\][^a-z0-9]?[^]{0,9}$/,
          );
    }
  });

  test('that ends within the base64 of a secret shows nothing of it', () => {
    const whole = Buffer.from(`x: ${token}`).toString('base64');

    expect(redactor.excerpt(whole.slice(0, 24))).toBe(`${whole.slice(0, 4)}[redacted]`);
  });

  test('keeps what merely begins like a secret, further on or too little of it', () => {
    const innocent = 'canary-"/ and so on, canar';

    expect(redactor.excerpt(innocent)).toBe(innocent);
    expect(redactor.text('canary-"/+')).toBe('canary-"/+');
  });
});

describe('base64 of a longer text', () => {
  test.each(['', 'a', 'ab', 'abc'])('with %j before it, a secret in it is masked', (before) => {
    const packed = Buffer.from(`${before}canary-0123456789 after`).toString('base64');

    const shown = createRedactor([{ kind: 'bearer', token: 'canary-0123456789' }]).text(packed);

    expect(shown).toMatch(/^.{0,4}\[redacted\].{8,11}$/);
  });
});

describe('headers', () => {
  const redactor = createRedactor([
    { kind: 'apiKey', in: 'header', name: 'X-Custom', value: 'abc' },
    { kind: 'bearer', token: 'canary' },
  ]);

  test.each([
    'Authorization',
    'proxy-authorization',
    'Cookie',
    'Set-Cookie',
    'X-Api-Key',
    'apikey',
    'X-Auth-Token',
    'X-Amz-Security-Token',
    'X-CSRF-Token',
    'Ocp-Apim-Subscription-Key',
    'x-custom',
  ])('the value of %s is never shown', (name) => {
    expect(redactor.headers([[name, 'abc']])).toEqual([[name, '[redacted]']]);
  });

  test.each(['Accept', 'Idempotency-Key', 'WWW-Authenticate', 'X-Author', 'X-Tokens-Left', 'ETag'])(
    'the value of %s is shown but for secrets',
    (name) => {
      expect(redactor.headers([[name, 'abc canary']])).toEqual([[name, 'abc [redacted]']]);
    },
  );

  test('what authorize puts into a request is never shown', () => {
    const shown = redactor.headers([
      ['X-Echo', authorizationValue({ kind: 'bearer', token: 'canary' })],
    ]);

    expect(shown).toEqual([['X-Echo', 'Bearer [redacted]']]);
  });

  test('keys that came as plain headers are masked wherever they are repeated', () => {
    const given = createRedactor(
      credentialsInHeaders([
        ['X-Api-Key', 'canary-key'],
        ['authorization', 'Bearer canary-token'],
        ['Cookie', 'theme=dark; session=canary=cookie'],
        ['Accept', 'text/plain'],
      ]),
    );

    expect(given.text('canary-key canary-token canary=cookie dark text/plain Bearer')).toBe(
      '[redacted] [redacted] [redacted] [redacted] text/plain Bearer',
    );
  });
});
