/** Books: listed after a cursor, put on a shelf, shown, replaced, taken away, read from. */
import { asText, textsIn, type JsonObject } from '../http/json.ts';
import { reply, type Reply } from '../http/message.ts';
import { problem } from '../http/problem.ts';
import { makeBook } from '../library/make.ts';
import { bookPath, bookView } from '../library/present.ts';
import type { Book } from '../library/records.ts';
import { bookIdRule, bookRule, knownOfBook } from '../rules/book-rule.ts';
import { list } from '../rules/collection.ts';
import { flag, whole } from '../rules/number.ts';
import { oneOf } from '../rules/text.ts';
import { taggedReply, unlessKnown } from './entity-tag.ts';
import { BOTH, JSON_TYPE, jsonReply, noContent, type Call, type Operation } from './operation.ts';
import {
  bookId,
  BRANCHES,
  GENRES,
  ifNoneMatch,
  medium,
  rateRemaining,
  shelfId,
  wholeInQuery,
} from './parameters.ts';

const PATH = '/shelves/{shelfId}/books';
const ONE = `${PATH}/{bookId}`;
const ADULT = 18;

const listBooks: Operation = {
  id: 'listBooks',
  method: 'GET',
  path: PATH,
  asks: BOTH,
  parameters: [
    shelfId,
    { name: 'after', in: 'query', reads: 'text', rule: bookIdRule },
    wholeInQuery('limit', { min: 1, max: 20 }),
    {
      name: 'genres',
      in: 'query',
      reads: 'commas',
      rule: list(oneOf(...GENRES), { min: 1, max: 3, unique: true }),
    },
    medium,
    wholeInQuery('sinceYear', { min: 1450, max: 2100 }),
    { name: 'priced', in: 'query', reads: 'boolean', rule: flag },
    { name: 'X-Reader-Age', in: 'header', reads: 'number', rule: whole({ min: 3, max: 120 }) },
    { name: 'branch', in: 'cookie', reads: 'text', rule: oneOf(...BRANCHES) },
  ],
  offers: [JSON_TYPE],
  handle: ({ library, given }) => {
    const id = Number(given['shelfId']);
    if (!library.shelves.has(id)) return problem(404);
    const limit = Number(given['limit'] ?? 5);
    const after = Number(asText(given['after'] ?? 'b0').slice(1));
    const rest = library
      .booksOn(id)
      .filter((book) => Number(book.id.slice(1)) > after && isWanted(book, given));
    const page = rest.slice(0, limit);
    const isCut = rest.length > limit;
    const body = {
      books: page.map((book) => bookView(book)),
      next: isCut ? (page.at(-1)?.id ?? null) : null,
    };
    return jsonReply(200, body, [rateRemaining(library), ['X-Truncated', String(isCut)]]);
  },
};

function isWanted({ told }: Book, given: JsonObject): boolean {
  const { genres, medium: wanted, sinceYear, priced, 'X-Reader-Age': age } = given;
  const own = textsIn(told['genres']);
  const isAdult = age === undefined || Number(age) >= ADULT;
  return [
    wanted === undefined || told['medium'] === wanted,
    genres === undefined || textsIn(genres).some((one) => own.includes(one)),
    sinceYear === undefined || Number(told['year'] ?? 0) >= Number(sinceYear),
    priced === undefined || 'price' in told === priced,
    isAdult || !own.includes('crime'),
  ].every(Boolean);
}

const createBook: Operation = {
  id: 'createBook',
  method: 'POST',
  path: PATH,
  asks: BOTH,
  parameters: [shelfId],
  body: { kind: 'json', rule: bookRule },
  offers: [JSON_TYPE],
  handle: ({ library, given, body }) => {
    const id = Number(given['shelfId']);
    if (!library.shelves.has(id)) return problem(404);
    const book = makeBook(library, id, knownOfBook(body));
    return taggedReply(201, bookView(book), [['Location', bookPath(book)]]);
  },
};

const getBook: Operation = {
  id: 'getBook',
  method: 'GET',
  path: ONE,
  asks: BOTH,
  parameters: [
    shelfId,
    bookId,
    ifNoneMatch,
    { name: 'X-Currency', in: 'header', reads: 'text', rule: oneOf('EUR', 'GBP', 'SEK') },
    {
      name: 'fields',
      in: 'query',
      reads: 'repeated',
      rule: list(oneOf('summary', 'links'), { max: 2, unique: true }),
    },
  ],
  offers: [JSON_TYPE],
  handle: (call) =>
    withBook(call, (book) => {
      const { 'X-Currency': currency, fields, 'If-None-Match': known } = call.given;
      const hidden = textsIn(fields);
      const view = Object.fromEntries(
        Object.entries(bookView(book, asText(currency ?? 'EUR'))).filter(
          ([name]) => !hidden.includes(name),
        ),
      );
      const genres = textsIn(book.told['genres']).join(',');
      return unlessKnown(taggedReply(200, view, [['X-Genres', genres]]), known);
    }),
};

const replaceBook: Operation = {
  id: 'replaceBook',
  method: 'PUT',
  path: ONE,
  asks: BOTH,
  parameters: [shelfId, bookId],
  body: { kind: 'json', rule: bookRule },
  offers: [JSON_TYPE],
  handle: (call) =>
    withBook(call, (book) => {
      const replaced = { ...book, told: knownOfBook(call.body) };
      call.library.keepBook(replaced);
      return taggedReply(200, bookView(replaced));
    }),
};

const deleteBook: Operation = {
  id: 'deleteBook',
  method: 'DELETE',
  path: ONE,
  asks: BOTH,
  parameters: [shelfId, bookId],
  offers: [],
  handle: (call) =>
    withBook(call, ({ id }) => {
      call.library.removeBook(id);
      return noContent();
    }),
};

const getExcerpt: Operation = {
  id: 'getExcerpt',
  method: 'GET',
  path: `${ONE}/excerpt`,
  asks: BOTH,
  parameters: [
    shelfId,
    bookId,
    wholeInQuery('lines', { min: 1, max: 40 }),
    { name: 'numbered', in: 'query', reads: 'boolean', rule: flag },
  ],
  offers: ['text/plain'],
  handle: (call) =>
    withBook(call, ({ id }) => {
      const count = Number(call.given['lines'] ?? 3);
      const lines = Array.from({ length: count }, (_none, index) => {
        const number = call.given['numbered'] === true ? `${String(index + 1)}. ` : '';
        return `${number}So it began, in the ${String(index + 1)}. room of ${id}.`;
      });
      const headers = [
        ['Content-Type', 'text/plain; charset=utf-8'],
        ['X-Line-Count', String(count)],
      ] as const;
      return reply(200, headers, lines.join('\n'));
    }),
};

export const BOOK_OPERATIONS: readonly Operation[] = [
  listBooks,
  createBook,
  getBook,
  replaceBook,
  deleteBook,
  getExcerpt,
];

/** Uses the book that the path names, on the shelf that it names. */
export function withBook({ library, given }: Call, use: (book: Book) => Reply): Reply {
  const book = library.bookOn(Number(given['shelfId']), asText(given['bookId']));
  return book === undefined ? problem(404) : use(book);
}
