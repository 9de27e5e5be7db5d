/** Shelves: listed, put up, shown, changed, taken down. */
import { problem } from '../http/problem.ts';
import type { JsonObject } from '../http/json.ts';
import { withHeader, type Reply } from '../http/message.ts';
import { makeShelf } from '../library/make.ts';
import { shelfPath, shelfView } from '../library/present.ts';
import type { Shelf } from '../library/records.ts';
import { known, list, record, type RecordShape } from '../rules/collection.ts';
import { day } from '../rules/formats.ts';
import { number, whole } from '../rules/number.ts';
import { orNull } from '../rules/rule.ts';
import { oneOf, text } from '../rules/text.ts';
import { taggedReply, unlessKnown } from './entity-tag.ts';
import { BOTH, JSON_TYPE, jsonReply, noContent, type Call, type Operation } from './operation.ts';
import {
  ifNoneMatch,
  offset,
  rateRemaining,
  shelfId,
  wholeInQuery,
  wordInQuery,
} from './parameters.ts';

const KINDS = ['open', 'reference', 'children', 'archive'] as const;
const PATH = '/shelves';
const ONE = '/shelves/{shelfId}';

const CHANGE: RecordShape = {
  members: {
    label: text({ min: 1, max: 40 }),
    kind: oneOf(...KINDS),
    capacity: whole({ min: 5, max: 500, step: 5 }),
    note: orNull(text({ max: 200 })),
  },
  others: 'none',
  min: 1,
};

const NEW_SHELF: RecordShape = {
  required: ['label', 'floor', 'kind'],
  members: {
    ...CHANGE.members,
    floor: whole({ min: -1, max: 6 }),
    heightCm: number({ above: 0, max: 400 }),
    code: text({ pattern: /^[A-Z]{2}-[0-9]{3}$/ }),
    tags: list(text({ min: 1, max: 12 }), { max: 5, unique: true }),
    accessCode: text({ pattern: /^[0-9]{4,8}$/ }),
    opensOn: day,
  },
};

const listShelves: Operation = {
  id: 'listShelves',
  method: 'GET',
  path: PATH,
  asks: BOTH,
  parameters: [
    offset,
    wholeInQuery('limit', { min: 1, max: 50 }),
    wordInQuery('kind', KINDS),
    { name: 'label', in: 'query', reads: 'text', rule: text({ min: 1, max: 40 }) },
    wordInQuery('order', ['ascending', 'descending']),
  ],
  offers: [JSON_TYPE],
  handle: ({ library, given }) => {
    const limit = Number(given['limit'] ?? 10);
    const start = Number(given['offset'] ?? 0);
    const all = [...library.shelves.values()].filter((shelf) => isWanted(shelf, given));
    if (given['order'] === 'descending') all.reverse();
    const shelves = all.slice(start, start + limit).map(shelfView);
    const body = { shelves, total: all.length, limit, offset: start };
    return jsonReply(200, body, [['X-Total-Count', String(all.length)], rateRemaining(library)]);
  },
};

function isWanted(shelf: Shelf, { kind, label }: JsonObject): boolean {
  if (kind !== undefined && shelf.kind !== kind) return false;
  return typeof label !== 'string' || shelf.label.includes(label);
}

const createShelf: Operation = {
  id: 'createShelf',
  method: 'POST',
  path: PATH,
  asks: BOTH,
  parameters: [],
  body: { kind: 'json', rule: record(NEW_SHELF) },
  offers: [JSON_TYPE],
  handle: ({ library, body }) => {
    const shelf = makeShelf(library, known(body, NEW_SHELF));
    return taggedReply(201, shelfView(shelf), [['Location', shelfPath(shelf)]]);
  },
};

const getShelf: Operation = {
  id: 'getShelf',
  method: 'GET',
  path: ONE,
  asks: BOTH,
  parameters: [shelfId, ifNoneMatch],
  offers: [JSON_TYPE],
  handle: (call) =>
    withShelf(call, (shelf) =>
      unlessKnown(taggedReply(200, shelfView(shelf)), call.given['If-None-Match']),
    ),
};

const headShelf: Operation = {
  id: 'headShelf',
  method: 'HEAD',
  path: ONE,
  asks: BOTH,
  parameters: [shelfId],
  offers: [JSON_TYPE],
  handle: (call) =>
    withShelf(call, (shelf) => {
      const count = String(call.library.booksOn(shelf.id).length);
      return withHeader(taggedReply(200, shelfView(shelf)), 'X-Book-Count', count);
    }),
};

const updateShelf: Operation = {
  id: 'updateShelf',
  method: 'PATCH',
  path: ONE,
  asks: BOTH,
  parameters: [shelfId],
  body: { kind: 'json', rule: record(CHANGE) },
  offers: [JSON_TYPE],
  handle: (call) =>
    withShelf(call, (shelf) => {
      // The rule lets nothing through but members of a shelf.
      const changed: Shelf = { ...shelf, ...known(call.body, CHANGE) };
      call.library.shelves.set(shelf.id, changed);
      return taggedReply(200, shelfView(changed));
    }),
};

const deleteShelf: Operation = {
  id: 'deleteShelf',
  method: 'DELETE',
  path: ONE,
  asks: ['desk'],
  parameters: [shelfId],
  offers: [],
  handle: (call) =>
    withShelf(call, ({ id }) => {
      call.library.removeShelf(id);
      return noContent();
    }),
};

export const SHELF_OPERATIONS: readonly Operation[] = [
  listShelves,
  createShelf,
  getShelf,
  headShelf,
  updateShelf,
  deleteShelf,
];

function withShelf({ library, given }: Call, use: (shelf: Shelf) => Reply): Reply {
  const shelf = library.shelves.get(Number(given['shelfId']));
  return shelf === undefined ? problem(404) : use(shelf);
}
