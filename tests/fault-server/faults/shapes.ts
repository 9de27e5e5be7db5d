/** Defects of what bodies are made of: nothing, half, another type further in, other bytes. */
import { asText, isList, isObject, type Json } from '../http/json.ts';
import { withHeader } from '../http/message.ts';
import { bytes, eachOf, header, json, member, spoil, spoilStatus } from './change-answer.ts';
import { faultsOf, type Fault } from './fault.ts';
import { bodySays, formSays, headerSays, querySays } from './when.ts';

const withNull = (genres: Json): Json => (isList(genres) ? [...genres, null] : genres);

const SHAPES = faultsOf({ class: 'schema', check: 'response-schema' }, [
  {
    name: 'nothing-for-a-book',
    operation: 'getBook',
    sentence: 'The body is empty.',
    shows: 'template',
    seam: spoil((reply) => (reply.status === 200 ? { ...reply, body: Buffer.alloc(0) } : reply)),
  },
  {
    name: 'text-for-a-shelf',
    operation: 'getShelf',
    sentence: 'The shelf comes as a text that holds its JSON.',
    shows: 'template',
    seam: spoil(bytes((body) => (body.length === 0 ? body : JSON.stringify(body.toString())))),
  },
  {
    name: 'half-a-loan',
    operation: 'renewLoan',
    sentence: 'The JSON is cut short, and its length is that of the half.',
    shows: 'template',
    seam: spoil(bytes((body) => body.subarray(0, body.length / 2))),
  },
  {
    name: 'found-is-no-number',
    operation: 'searchCatalogue',
    sentence: 'Where nothing is found the count is NaN, which is no JSON.',
    shows: 'edge',
    seam: spoil(bytes((body) => body.toString().replace('"found":0', '"found":NaN'))),
  },
  {
    name: 'null-among-genres',
    operation: 'listBooks',
    sentence: 'The genres of the second book of a page end in null.',
    shows: 'template',
    seam: spoil(
      json(
        eachOf('books', (book, index) =>
          index === 1 ? member('genres', (genres) => withNull(genres))(book) : book,
        ),
      ),
    ),
  },
  {
    name: 'large-barcode-as-text',
    operation: 'createBook',
    sentence: 'A barcode beyond 2^53 comes back as a text.',
    shows: 'edge',
    seam: spoil(
      json(member('barcode', (value) => asText(value))),
      bodySays('barcode', (value) => Number(value) > 2 ** 53),
    ),
  },
  {
    name: 'day-with-time',
    operation: 'createLoan',
    sentence: 'The day of return has a time of day.',
    shows: 'template',
    seam: spoil(json(member('dueOn', (day) => `${asText(day)}T00:00:00Z`))),
  },
  {
    name: 'cut-loan-id',
    operation: 'getLoan',
    sentence: 'The id has lost its last digits.',
    shows: 'template',
    seam: spoil(json(member('id', (id) => asText(id).slice(0, 30)))),
  },
  {
    name: 'single-tag-as-text',
    operation: 'createShelf',
    sentence: 'A list of one tag comes back as that tag.',
    shows: 'edge',
    seam: spoil(
      json(member('tags', (tags) => (isList(tags) && tags.length === 1 ? (tags[0] ?? '') : tags))),
    ),
  },
  {
    name: 'limit-with-fraction',
    operation: 'listShelves',
    sentence: 'An odd limit comes back as the half of its double and a half.',
    shows: 'edge',
    seam: spoil(
      json(member('limit', (limit) => Number(limit) + 0.5)),
      querySays('limit', (value) => Number(value) % 2 === 1),
    ),
  },
  {
    name: 'flag-as-text',
    operation: 'createLoan',
    sentence: 'A flag comes back as the word true or false.',
    shows: 'edge',
    seam: spoil(
      json((body) =>
        isObject(body) && 'gift' in body ? member('gift', (flag) => asText(flag))(body) : body,
      ),
    ),
  },
  {
    name: 'export-head-in-capitals',
    operation: 'exportCatalogue',
    sentence: 'The head of the CSV is in capitals.',
    shows: 'template',
    seam: spoil(bytes((body) => body.toString().replace('id,medium,title', 'ID,MEDIUM,TITLE'))),
  },
  {
    name: 'nothing-for-a-refusal',
    operation: 'createLoan',
    sentence: 'A 400 has no body.',
    shows: 'invalid',
    seam: spoilStatus(400, (reply) => ({ ...reply, body: Buffer.alloc(0) })),
  },
]);

const OTHERS = [
  ...faultsOf({ class: 'content-type', check: 'content-type-declared' }, [
    {
      name: 'refusals-as-plain-json',
      operation: 'createShelf',
      sentence: 'A 400 comes as application/json, not as problem details.',
      shows: 'invalid',
      seam: spoilStatus(400, header('Content-Type', 'application/json')),
    },
    {
      name: 'unknown-loan-as-page',
      operation: 'getLoan',
      sentence: 'A 404 is a web page.',
      shows: 'invalid',
      seam: spoilStatus(404, (reply) => ({
        ...withHeader(reply, 'Content-Type', 'text/html'),
        body: Buffer.from('<h1>Not found</h1>'),
      })),
    },
    {
      name: 'strangers-get-a-page',
      operation: 'getCover',
      sentence: 'A 401 is a web page.',
      shows: 'probe',
      seam: spoilStatus(401, (reply) => ({
        ...withHeader(reply, 'Content-Type', 'text/html'),
        body: Buffer.from('<h1>Sign in</h1>'),
      })),
    },
  ]),
  ...faultsOf({ class: 'headers', check: 'response-headers' }, [
    {
      name: 'two-rates',
      operation: 'listLoans',
      sentence: 'X-Rate-Remaining stands on two lines that contradict each other.',
      shows: 'template',
      seam: spoil((reply) => ({
        ...reply,
        headers: [...reply.headers, ['X-Rate-Remaining', '7']],
      })),
    },
    {
      name: 'weak-tag',
      operation: 'updateShelf',
      sentence: 'The ETag is weak, where its pattern is of strong ones.',
      shows: 'template',
      seam: spoil((reply) => ({
        ...reply,
        headers: reply.headers.map(([name, value]) =>
          name === 'ETag' ? ([name, `W/${value}`] as const) : ([name, value] as const),
        ),
      })),
    },
    {
      name: 'cover-not-kept',
      operation: 'getCover',
      sentence: 'Cache-Control is no-store, where its pattern asks for an age.',
      shows: 'template',
      seam: spoil(header('Cache-Control', 'no-store')),
    },
  ]),
  ...faultsOf({ class: 'utf8', check: 'utf8-valid' }, [
    {
      name: 'loan-in-utf-16',
      operation: 'renewLoan',
      sentence: 'JSON comes in UTF-16.',
      shows: 'template',
      mayAlso: ['response-schema'],
      seam: spoil(
        bytes((body) =>
          Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(body.toString(), 'utf16le')]),
        ),
      ),
    },
    {
      name: 'byte-order-mark-for-audio',
      operation: 'listBooks',
      sentence: 'Audio books begin with a byte order mark, which JSON must not (RFC 8259, 8.1).',
      shows: 'edge',
      mayAlso: ['response-schema'],
      seam: spoil(
        bytes((body) => Buffer.concat([Buffer.from('\ufeff'), body])),
        querySays('medium', (value) => value === 'audio'),
      ),
    },
  ]),
  ...faultsOf({ class: 'status', check: 'status-declared' }, [
    {
      name: 'partial-search',
      operation: 'searchCatalogue',
      sentence: 'A search that is sorted is a 206.',
      shows: 'edge',
      seam: spoil(
        (reply) => ({ ...reply, status: 206 }),
        formSays('sort', () => true),
      ),
    },
    {
      name: 'created-in-sterling',
      operation: 'getBook',
      sentence: 'With X-Currency GBP the book is a 203.',
      shows: 'header',
      seam: spoil(
        (reply) => (reply.status === 200 ? { ...reply, status: 203 } : reply),
        headerSays('X-Currency', (value) => value === 'GBP'),
      ),
    },
  ]),
];

export const SHAPE_FAULTS: readonly Fault[] = [...SHAPES, ...OTHERS];
