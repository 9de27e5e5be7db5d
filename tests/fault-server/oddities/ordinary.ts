/** Oddities that any API may have: rules told in prose alone, headers for browsers and proxies, JSON written in another way. */
import { asText, isObject, type Json } from '../http/json.ts';
import { headerOf, reply, splitTarget, withHeader, type HeaderField } from '../http/message.ts';
import { problem } from '../http/problem.ts';
import { readPairs } from '../http/form.ts';
import { bytes, header, json, member, spoil, spoilStatus } from '../faults/change-answer.ts';
import { refuse } from '../faults/change-request.ts';
import { memberOf, type When } from '../faults/when.ts';
import type { Seam } from '../seam.ts';
import type { Oddity } from './oddity.ts';

/** A reader has so many loans and no more. */
const LOANS_A_READER = 6;

const sayAlso = (...fields: readonly HeaderField[]): Seam => ({
  after: (answer) => ({ ...answer, headers: [...answer.headers, ...fields] }),
});

const onceEach: Seam = {
  before: (request, { memory, serve }) => {
    const label = asText(memberOf(request, 'label') ?? null);
    if (memory.has(label)) return refusal('this label has been given to another shelf already');
    if (serve(request).status === 201) memory.set(label, true);
    return request;
  },
};

const fewLoans: Seam = {
  before: (request, { memory, serve }) => {
    const reader = asText(memberOf(request, 'reader') ?? null);
    const count = Number(memory.get(reader) ?? 0);
    if (count >= LOANS_A_READER) return refusal('this reader has as many loans as one may have');
    if (serve(request).status === 201) memory.set(reader, count + 1);
    return request;
  },
};

function refusal(message: string): ReturnType<typeof problem> {
  return problem(400, { complaints: [{ at: 'body', message }] });
}

const runsBackwards: When = ({ target }) => {
  const pairs = new Map(readPairs(splitTarget(target).query) ?? []);
  const [from, to] = [pairs.get('due[from]'), pairs.get('due[to]')];
  return from !== undefined && to !== undefined && from > to;
};

const everyFortieth: Seam = {
  before: (request, { nth }) => (nth % 40 === 0 ? reply(503, [['Retry-After', '0']]) : request),
};

/** @returns the strings of the text with each slash in it escaped, as some writers of JSON do. */
function escaped(text: string): string {
  return text.replaceAll(/"(?:[^"\\]|\\.)*"/g, (string) => string.replaceAll('/', '\\/'));
}

function withZone(value: Json): Json {
  return asText(value).replace(/Z$/, '+00:00');
}

export const ORDINARY_ODDITIES: readonly Oddity[] = [
  {
    name: 'labels-are-unique',
    operation: 'createShelf',
    sentence: 'No two shelves have one label: a rule about records, which no schema can state.',
    seam: onceEach,
  },
  {
    name: 'few-loans-a-reader',
    operation: 'createLoan',
    sentence: 'A reader who has many loans is given no more.',
    seam: fewLoans,
  },
  {
    name: 'ranges-run-forwards',
    operation: 'listLoans',
    sentence: 'A range that ends before it starts is refused, as anybody would.',
    seam: refuse(runsBackwards, 'the range ends before it starts'),
  },
  {
    name: 'tag-of-the-moment',
    operation: 'replaceBook',
    sentence: 'The ETag is another each time: it promises nothing but to change.',
    seam: {
      after: (answer, _request, { nth }) =>
        headerOf(answer, 'ETag') === undefined
          ? answer
          : withHeader(answer, 'ETag', `"${nth.toString(16).padStart(8, '0')}"`),
    },
  },
  {
    name: 'wrong-ids-are-not-found',
    operation: 'getShelf',
    sentence: 'What is no number of a shelf is a 404: there is no such thing.',
    seam: {
      after: (answer, request) =>
        answer.status === 400 && !/^\/shelves\/\d+$/.test(request.target) ? problem(404) : answer,
    },
  },
  {
    name: 'no-content-of-length-nought',
    operation: 'deleteBook',
    sentence: 'A 204 has a Content-Length of 0, as of half of all servers.',
    seam: spoilStatus(204, header('Content-Length', '0')),
  },
  {
    name: 'vary-and-timing',
    sentence: 'Vary, Server-Timing and X-Request-Id are on every answer.',
    seam: sayAlso(['Vary', 'Origin'], ['Server-Timing', 'db;dur=53'], ['X-Request-Id', 'a1-b2']),
  },
  {
    name: 'soon-to-go',
    operation: 'getExcerpt',
    sentence: 'Deprecation, Sunset and Link tell that there is something newer (RFC 8594).',
    seam: sayAlso(
      ['Deprecation', '@1688169599'],
      ['Sunset', 'Sat, 31 Dec 2033 23:59:59 GMT'],
      ['Link', '</v2>; rel="successor-version"'],
    ),
  },
  {
    name: 'cookies-set',
    operation: 'searchCatalogue',
    sentence: 'Two cookies are set, a line each.',
    seam: sayAlso(['Set-Cookie', 'a=1; Path=/; HttpOnly'], ['Set-Cookie', 'b=2; Secure']),
  },
  {
    name: 'line-end-after-json',
    operation: 'getLoan',
    sentence: 'The JSON ends in a line end.',
    seam: spoil(bytes((body) => Buffer.concat([body, Buffer.from('\r\n')]))),
  },
  {
    name: 'slashes-escaped',
    operation: 'getBook',
    sentence: 'Slashes in JSON are escaped, as PHP does.',
    seam: spoil(bytes((body) => escaped(body.toString()))),
  },
  {
    name: 'no-isbn-is-null',
    operation: 'createBook',
    sentence: 'A book without an ISBN has one that is null, which it may be.',
    seam: spoil(json(member('isbn', (value) => value))),
  },
  {
    name: 'moments-with-offset',
    operation: 'updateShelf',
    sentence: 'A moment ends in +00:00 instead of Z.',
    seam: spoil(json(member('createdAt', withZone))),
  },
  {
    name: 'status-in-latin-1',
    operation: 'getStatus',
    sentence: 'The word comes in ISO 8859-1, and says so.',
    seam: spoil(header('Content-Type', 'text/plain; charset=iso-8859-1')),
  },
  {
    name: 'csv-says-its-header',
    operation: 'exportCatalogue',
    sentence: 'text/csv has the parameter header=present (RFC 4180).',
    seam: spoil((answer) =>
      headerOf(answer, 'Content-Type')?.startsWith('text/csv') === true
        ? withHeader(answer, 'Content-Type', 'text/csv; header=present; charset=utf-8')
        : answer,
    ),
  },
  {
    name: 'refusals-in-german',
    operation: 'renewLoan',
    sentence: 'What is wrong is told in German.',
    seam: spoilStatus(
      400,
      json(member('title', () => 'Ung\u00fcltige Anfrage \u2013 bitte pr\u00fcfen')),
    ),
  },
  {
    name: 'refusals-take-their-time',
    operation: 'uploadCover',
    sentence: 'A refusal takes a while.',
    seam: { delayMs: (answer) => (answer.status === 400 ? 40 : 0) },
  },
  {
    name: 'hiccups',
    operation: 'listBooks',
    sentence: 'Now and then it is a 503 that asks to try again at once.',
    seam: everyFortieth,
  },
  {
    name: 'labels-composed',
    operation: 'listShelves',
    sentence: 'Labels are told composed (NFC), however they were put in.',
    seam: spoil(
      json(
        member('shelves', (shelves) =>
          Array.isArray(shelves)
            ? shelves.map((one: Json) =>
                isObject(one)
                  ? { ...one, label: asText(one['label'] ?? null).normalize('NFC'), order: 1 }
                  : one,
              )
            : shelves,
        ),
      ),
    ),
  },
  {
    name: 'method-refused-by-a-page',
    operation: 'getHours',
    sentence: 'A method that is not declared is refused by a web page, with Allow.',
    anyMethod: true,
    seam: spoilStatus(405, (answer) => ({
      ...withHeader(answer, 'Content-Type', 'text/html'),
      body: Buffer.from('<h1>405 Not Allowed</h1>'),
    })),
  },
];
