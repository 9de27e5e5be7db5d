/** Oddities of headers: unusual spelling, repetition and company, all within RFC 9110 and 9112. */
import {
  headerLines,
  headerOf,
  withHeader,
  type HeaderField,
  type Reply,
} from '../http/message.ts';
import type { Seam } from '../seam.ts';
import type { Oddity } from './oddity.ts';

function always(change: (reply: Reply) => Reply): Seam {
  return { after: change };
}

function adding(...fields: readonly HeaderField[]): Seam {
  return always((reply) => ({ ...reply, headers: [...reply.headers, ...fields] }));
}

function retyped(change: (type: string) => string): Seam {
  return always((reply) => {
    const type = headerOf(reply, 'Content-Type');
    return type === undefined ? reply : withHeader(reply, 'Content-Type', change(type));
  });
}

function renamed(change: (name: string) => string): Seam {
  return always((reply) => ({
    ...reply,
    headers: reply.headers.map(([name, value]) => [change(name), value] as const),
  }));
}

export const HEADER_ODDITIES: readonly Oddity[] = [
  {
    name: 'media-types-in-capitals',
    sentence:
      'Media types are in capitals: they are compared without regard to case (RFC 9110, 8.3.1).',
    seam: retyped((type) => type.replace(/^[^;]+/, (essence) => essence.toUpperCase())),
  },
  {
    name: 'charset-parameters',
    sentence: 'Each media type has a quoted charset and a parameter that no one knows.',
    seam: retyped((type) => `${type.split(';')[0] ?? ''} ; charset="UTF-8"; v=1`),
  },
  {
    name: 'media-types-that-end-in-a-semicolon',
    sentence: 'A semicolon stands behind the media type, and nothing behind it (RFC 9110, 5.6.6).',
    seam: retyped((type) => `${type.replace(/;\\s*$/, '')};`),
  },
  {
    name: 'small-header-names',
    sentence: 'Header names are in small letters (RFC 9110, 5.1).',
    seam: renamed((name) => name.toLowerCase()),
  },
  {
    name: 'shouted-header-names',
    sentence: 'Header names are in capitals (RFC 9110, 5.1).',
    seam: renamed((name) => name.toUpperCase()),
  },
  {
    name: 'headers-nobody-declared',
    sentence: 'Every answer has headers that the description does not name; it need not.',
    seam: adding(
      ['X-Request-Id', '7f0c'],
      ['Server-Timing', 'db;dur=1.2'],
      ['Last-Modified', 'Mon, 05 Jan 2026 08:00:00 GMT'],
      ['Age', '0'],
    ),
  },
  {
    name: 'headers-twice',
    sentence: 'Vary, Set-Cookie and Link stand on two lines each (RFC 9110, 5.3).',
    seam: adding(
      ['Vary', 'Accept'],
      ['Vary', 'Accept-Encoding'],
      ['Set-Cookie', 'a=1; Path=/'],
      ['Set-Cookie', 'b=2; Path=/'],
      ['Link', '</shelves>; rel="start"'],
      ['Link', '</hours>; rel="help"'],
    ),
  },
  {
    name: 'genres-on-lines-of-their-own',
    operation: 'getBook',
    sentence: 'A header that is a list comes on a line an item (RFC 9110, 5.3).',
    seam: always((reply) => {
      const lines = headerLines(reply, 'X-Genres').flatMap((line) => line.split(','));
      const rest = withHeader(reply, 'X-Genres', undefined);
      return {
        ...rest,
        headers: [...rest.headers, ...lines.map((line) => ['X-Genres', line] as const)],
      };
    }),
  },
  {
    name: 'genres-with-spaces',
    operation: 'getBook',
    sentence: 'The items of a list in a header have spaces around their commas.',
    seam: always((reply) => {
      const line = headerOf(reply, 'X-Genres');
      return line === undefined
        ? reply
        : withHeader(reply, 'X-Genres', line.replaceAll(',', ' , ').replace(/$/, ' '));
    }),
  },
  {
    name: 'long-header',
    sentence: 'One header has six thousand characters.',
    seam: adding([
      'Content-Security-Policy',
      `default-src 'self' ${'https://x.example '.repeat(330)}`,
    ]),
  },
  {
    name: 'letters-beyond-ascii-in-header',
    sentence: 'A header that no one declares holds a byte beyond ASCII (RFC 9110, 5.5: obs-text).',
    seam: adding(['X-Motto', 'lumi\u00e8re']),
  },
  {
    name: 'typed-no-content',
    sentence: 'A 204 has a Content-Type and no content, which does not matter to anyone.',
    seam: always((reply) =>
      reply.status === 204 ? withHeader(reply, 'Content-Type', 'application/json') : reply,
    ),
  },
  {
    name: 'two-challenges',
    sentence: 'A 401 names a second scheme behind the first (RFC 9110, 11.6.1).',
    seam: always((reply) => {
      const line = headerOf(reply, 'WWW-Authenticate');
      return line === undefined
        ? reply
        : withHeader(reply, 'WWW-Authenticate', `${line}, Basic realm="staff room"`);
    }),
  },
  {
    name: 'no-store-and-expired',
    sentence: 'Caching headers contradict each other, which only caches care for.',
    seam: adding(['Expires', '0'], ['Pragma', 'no-cache'], ['Last-Modified', 'never']),
  },
  {
    name: 'alternatives-advertised',
    sentence: 'Alt-Svc, Strict-Transport-Security and a cookie that is gone (RFC 7838, RFC 6797).',
    seam: adding(
      ['Alt-Svc', 'h3=":443"; ma=60'],
      ['Strict-Transport-Security', 'max-age=60'],
      ['Set-Cookie', 'session=; Max-Age=0; HttpOnly'],
    ),
  },
  {
    name: 'head-without-length',
    sentence: 'A HEAD is answered without Content-Length, which it may be (RFC 9110, 8.6).',
    seam: {
      after: (reply, { method }) =>
        method === 'HEAD'
          ? { ...withHeader(reply, 'Content-Length', undefined), headers: chunked(reply) }
          : reply,
    },
  },
];

/** Says how a body would be framed, for a HEAD to have neither length nor body. */
function chunked(reply: Reply): readonly HeaderField[] {
  const { headers } = withHeader(reply, 'Content-Length', undefined);
  return [...headers, ['Transfer-Encoding', 'chunked']];
}
