/** Oddities of bodies: other bytes for the same values, and more than was promised. */
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { asText, isList, isObject, type Json } from '../http/json.ts';
import { headerOf, withHeader, type Reply, type Request } from '../http/message.ts';
import { readJson } from '../http/read-json.ts';
import { eachOf, json, member, spoil } from '../faults/change-answer.ts';
import type { Seam } from '../seam.ts';
import type { Oddity } from './oddity.ts';

function isJson(reply: Reply): boolean {
  return /json/.test(headerOf(reply, 'Content-Type') ?? '') && reply.body.length > 0;
}

/** Changes the text of JSON bodies, refusals too. */
function rewritten(change: (text: string) => string): Seam {
  return {
    after: (reply) =>
      isJson(reply) ? { ...reply, body: Buffer.from(change(reply.body.toString('utf8'))) } : reply,
  };
}

/** Changes the values of JSON bodies, refusals too. */
function revalued(change: (value: Json) => Json): Seam {
  return { after: (reply) => (isJson(reply) ? json(change)(reply) : reply) };
}

function pressed(
  coding: 'gzip' | 'br' | 'deflate',
  press: (body: Buffer) => Buffer,
  spelt: string = coding,
): Seam {
  return {
    after: (reply: Reply, request: Request) => {
      const wished = headerOf(request, 'Accept-Encoding') ?? '';
      const takesIt = new RegExp(`\\b${coding}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(wished);
      if (!takesIt || reply.body.length === 0) return reply;
      const headers = [
        ...reply.headers,
        ['Content-Encoding', spelt],
        ['Vary', 'Accept-Encoding'],
      ] as const;
      return { ...reply, headers, body: press(reply.body) };
    },
  };
}

/** Members of every object, in the opposite order. */
function backwards(value: Json): Json {
  if (isList(value)) return value.map(backwards);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, one]) => [name, backwards(one)] as const),
  );
}

function withMore(value: Json): Json {
  return isObject(value) ? { ...value, _links: { help: '/hours' }, _v: 2 } : value;
}

export const BODY_ODDITIES: readonly Oddity[] = [
  {
    name: 'gzip-where-taken',
    sentence: 'Bodies are compressed for those who take gzip (RFC 9110, 8.4).',
    seam: pressed('gzip', (body) => gzipSync(body)),
  },
  {
    name: 'brotli-where-taken',
    sentence: 'Bodies are compressed for those who take br.',
    seam: pressed('br', (body) => brotliCompressSync(body)),
  },
  {
    name: 'deflate-where-taken',
    sentence: 'Bodies are compressed for those who take deflate (RFC 9110, 8.4.1.2).',
    seam: pressed('deflate', (body) => deflateSync(body)),
  },
  {
    name: 'gzip-by-its-old-name',
    sentence: 'The coding is called X-GZIP, which is gzip, in capitals (RFC 9110, 8.4.1).',
    seam: pressed('gzip', (body) => gzipSync(body), 'X-GZIP'),
  },
  {
    name: 'json-with-space',
    sentence: 'JSON is indented by tabs, ends its lines with CRLF and begins with an empty one.',
    seam: rewritten((text) => `\r\n${indented(text)}\r\n`),
  },
  {
    name: 'json-in-escapes',
    sentence: 'Every character that can be is escaped: \\u0061 is a, \\/ is a slash (RFC 8259, 7).',
    seam: rewritten((text) =>
      text.replaceAll('/', '\\/').replaceAll(/[^\u0000-\u007f]/g, (character) => {
        const unit = character.charCodeAt(0).toString(16).padStart(4, '0');
        return `\\u${unit}`;
      }),
    ),
  },
  {
    name: 'members-backwards',
    sentence: 'Members of objects come in another order, which has no meaning.',
    seam: revalued(backwards),
  },
  {
    name: 'whole-numbers-with-a-point',
    operation: 'listShelves',
    sentence: 'total is written 12.0, which is a whole number (JSON Schema 2020-12, 6.1.1).',
    seam: rewritten((text) => text.replace(/"total":([0-9]+)/, '"total":$1.0')),
  },
  {
    name: 'whole-numbers-in-powers',
    operation: 'listShelves',
    sentence: 'limit is written 1e1 where it is ten.',
    seam: rewritten((text) => text.replace('"limit":10,', '"limit":1e1,')),
  },
  {
    name: 'more-members-in-shelves',
    operation: 'getShelf',
    sentence: 'A shelf has members that are not declared; the object is open.',
    seam: spoil(json(withMore)),
  },
  {
    name: 'more-members-in-books',
    operation: 'listBooks',
    sentence: 'Books of a list have members that are not declared; the objects are open.',
    seam: spoil(json(eachOf('books', withMore))),
  },
  {
    name: 'more-members-in-refusals',
    sentence: 'Refusals say more than they must: instance, detail, a trace id.',
    seam: {
      after: (reply) =>
        reply.status >= 400 && isJson(reply)
          ? json((body) =>
              isObject(body)
                ? { ...body, detail: 'See the complaints.', instance: '/log/1', traceId: 'af31' }
                : body,
            )(reply)
          : reply,
    },
  },
  {
    name: 'no-complaints',
    sentence: 'Refusals do not say what is wrong; complaints are optional.',
    seam: {
      after: (reply) =>
        reply.status === 400 && isJson(reply)
          ? json(member('complaints', () => undefined))(reply)
          : reply,
    },
  },
  {
    name: 'moments-with-fractions',
    operation: 'getShelf',
    sentence: 'createdAt has a fraction and an offset instead of Z (RFC 3339, 5.6).',
    seam: spoil(json(member('createdAt', (value) => asText(value).replace('Z', '.000250+00:00')))),
  },
  {
    name: 'moments-in-small-letters',
    operation: 'getShelf',
    sentence: 'The t and the z of createdAt are small (RFC 3339, 5.6).',
    seam: spoil(json(member('createdAt', (value) => asText(value).toLowerCase()))),
  },
  {
    name: 'relative-links',
    operation: 'getBook',
    sentence: 'A link is relative to the book (RFC 3986, 4.2).',
    seam: spoil(
      json(
        member('links', (links) =>
          isObject(links) ? { ...links, self: '../books/x?y#z' } : undefined,
        ),
      ),
    ),
  },
  {
    name: 'nothing-below-zero',
    operation: 'searchCatalogue',
    sentence: 'Where nothing is found the count is -0, which is 0 (RFC 8259, 6).',
    seam: rewritten((text) => text.replace('"found":0', '"found":-0')),
  },
  {
    name: 'hits-in-another-order',
    operation: 'searchCatalogue',
    sentence: 'Hits come in the opposite order where no sort is asked for.',
    seam: {
      after: (reply, request) =>
        reply.status === 200 && !request.body.includes('sort=')
          ? json(member('hits', (hits) => (isList(hits) ? [...hits].reverse() : hits)))(reply)
          : reply,
    },
  },
  {
    name: 'yaml-with-anchors',
    operation: 'getHours',
    sentence: 'YAML has a directive, comments, an anchor and its alias.',
    seam: {
      after: (reply) =>
        reply.status === 200
          ? {
              ...reply,
              body: Buffer.from(
                '%YAML 1.2\n--- # the house\nhouse: "Lantern Street"\ndays:\n  monday: &usual\n    opens: 9\n    closes: 18\n  tuesday: *usual\n...\n',
              ),
            }
          : reply,
    },
  },
  {
    name: 'yaml-with-byte-order-mark',
    operation: 'getHours',
    sentence: 'YAML begins with a byte order mark (YAML 1.2.2, 5.2).',
    seam: {
      after: (reply) =>
        reply.status === 200
          ? { ...reply, body: Buffer.concat([Buffer.from('\ufeff'), reply.body]) }
          : reply,
    },
  },
  {
    name: 'redirect-with-a-note',
    operation: 'resolveIsbn',
    sentence: 'The 303 has a line of HTML for people (RFC 9110, 15.4.4).',
    seam: {
      after: (reply) =>
        reply.status === 303
          ? {
              ...withHeader(reply, 'Content-Type', 'text/html'),
              body: Buffer.from('<p>The book stands <a href="#">elsewhere</a>.</p>'),
            }
          : reply,
    },
  },
];

function indented(text: string): string {
  // Numbers too large for a double would lose digits on the way: those texts stay as they are.
  if (/[0-9]{16}/.test(text)) return text;
  return JSON.stringify(readJson(Buffer.from(text)), null, '\t').replaceAll('\n', '\r\n');
}
