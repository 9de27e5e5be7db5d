/** The catalogue: searched by form, exported as CSV or JSON, asked for a book by its number. */
import { asText, type JsonObject } from '../http/json.ts';
import { reply } from '../http/message.ts';
import { problem } from '../http/problem.ts';
import { bookPath, bookView } from '../library/present.ts';
import type { Book } from '../library/records.ts';
import { list, record } from '../rules/collection.ts';
import { flag, whole } from '../rules/number.ts';
import { oneOf, text } from '../rules/text.ts';
import { BOTH, JSON_TYPE, jsonReply, type Operation } from './operation.ts';
import { BRANCHES, ISBN, MEDIA, medium } from './parameters.ts';

const searchCatalogue: Operation = {
  id: 'searchCatalogue',
  method: 'POST',
  path: '/catalogue/searches',
  asks: BOTH,
  parameters: [],
  body: {
    kind: 'form',
    fields: {
      words: 'text',
      medium: 'text',
      sort: 'text',
      direction: 'text',
      fromYear: 'number',
      limit: 'number',
      available: 'boolean',
      branches: 'repeated',
    },
    rule: record({
      required: ['words'],
      members: {
        words: text({ min: 1, max: 60 }),
        medium: oneOf(...MEDIA),
        sort: oneOf('title', 'year', 'price'),
        direction: oneOf('up', 'down'),
        fromYear: whole({ min: 1450, max: 2100 }),
        limit: whole({ min: 1, max: 30 }),
        available: flag,
        branches: list(oneOf(...BRANCHES), { min: 1, max: 3, unique: true }),
      },
    }),
  },
  offers: [JSON_TYPE],
  handle: ({ library, body }) => {
    // The rule has passed it: an object.
    const asked = body as JsonObject;
    const found = [...library.books.values()].filter((book) => isFound(book, asked));
    const sorted = inOrder(found, asked);
    const hits = sorted.slice(0, Number(asked['limit'] ?? 10)).map((book) => bookView(book));
    const took = (found.length % 40) / 4 + 0.5;
    return jsonReply(200, { words: asked['words'] ?? '', found: found.length, hits }, [
      ['X-Took-Ms', String(took)],
    ]);
  },
};

function isFound({ told }: Book, { words, medium: wanted, fromYear }: JsonObject): boolean {
  if (wanted !== undefined && told['medium'] !== wanted) return false;
  if (fromYear !== undefined && Number(told['year'] ?? 0) < Number(fromYear)) return false;
  return `${asText(told['title'])} ${asText(told['author'])}`
    .toLowerCase()
    .includes(asText(words).toLowerCase());
}

function inOrder(books: readonly Book[], { sort, direction }: JsonObject): readonly Book[] {
  if (sort === undefined) return books;
  const key = ({ told }: Book): string => asText(told[asText(sort)] ?? '').padStart(10, ' ');
  const sorted = [...books].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return direction === 'down' ? sorted.reverse() : sorted;
}

const exportCatalogue: Operation = {
  id: 'exportCatalogue',
  method: 'GET',
  path: '/catalogue/export',
  asks: BOTH,
  parameters: [medium],
  offers: ['text/csv', JSON_TYPE],
  handle: ({ library, given, offer }) => {
    const rows = [...library.books.values()]
      .filter(({ told }) => given['medium'] === undefined || told['medium'] === given['medium'])
      .map(({ id, told }) => ({
        id,
        medium: asText(told['medium']),
        title: asText(told['title']),
      }));
    if (offer === JSON_TYPE) return jsonReply(200, rows);
    const lines = rows.map(({ id, medium: kind, title }) => `${id},${kind},${quoted(title)}\r\n`);
    const headers = [['Content-Type', 'text/csv; charset=utf-8; header=present']] as const;
    return reply(200, headers, `id,medium,title\r\n${lines.join('')}`);
  },
};

/** RFC 4180, section 2: quotes are doubled. */
function quoted(title: string): string {
  return `"${title.replaceAll('"', '""')}"`;
}

const resolveIsbn: Operation = {
  id: 'resolveIsbn',
  method: 'GET',
  path: '/isbn/{isbn}',
  asks: BOTH,
  parameters: [{ name: 'isbn', in: 'path', reads: 'text', rule: text({ pattern: ISBN }) }],
  offers: [],
  handle: ({ library, given }) => {
    const book = library.bookByIsbn(asText(given['isbn']));
    return book === undefined ? problem(404) : reply(303, [['Location', bookPath(book)]]);
  },
};

export const CATALOGUE_OPERATIONS: readonly Operation[] = [
  searchCatalogue,
  exportCatalogue,
  resolveIsbn,
];
