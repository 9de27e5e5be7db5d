/** What a book must be: common members, and those of its medium (the description's NewBook). */
import { isObject, type Json } from '../http/json.ts';
import { BOOK_ID, GENRES, ISBN } from '../operations/parameters.ts';
import { known, list, record, type RecordShape } from './collection.ts';
import { flag, number, whole } from './number.ts';
import { complain, orNull, type Rule } from './rule.ts';
import { oneOf, text } from './text.ts';

const BASE: RecordShape = {
  required: ['title', 'author', 'genres'],
  members: {
    medium: text(),
    title: text({ min: 1, max: 80 }),
    author: text({ min: 2, max: 60 }),
    genres: list(oneOf(...GENRES), { min: 1, max: 3, unique: true }),
    isbn: orNull(text({ pattern: ISBN })),
    year: whole({ min: 1450, max: 2100 }),
    price: number({ min: 0, below: 1000, step: 0.25 }),
    barcode: whole({ min: 0, max: 1e18 }),
    summary: text({ max: 300 }),
    series: text({ min: 1, max: 40 }),
    volume: whole({ min: 1, max: 99 }),
  },
  needs: { series: 'volume', volume: 'series' },
};

const side = whole({ min: 10, max: 900 });

const BY_MEDIUM: ReadonlyMap<Json | undefined, RecordShape> = new Map<string, RecordShape>([
  [
    'print',
    {
      required: ['pages', 'binding'],
      members: {
        pages: whole({ min: 1, max: 5000 }),
        binding: oneOf('hard', 'soft', 'spiral'),
        sizeMm: list(side, { min: 2, max: 2 }),
      },
    },
  ],
  [
    'audio',
    {
      required: ['minutes'],
      members: {
        minutes: whole({ min: 1, max: 6000 }),
        abridged: flag,
        narrators: record({ members: {}, others: text({ min: 1, max: 40 }), max: 4 }),
      },
    },
  ],
  [
    'ebook',
    {
      required: ['fileFormat'],
      members: {
        fileFormat: oneOf('epub', 'pdf'),
        sizeKb: number({ above: 0, max: 500_000 }),
        protected: flag,
      },
    },
  ],
]);

export const bookRule: Rule = (value, at) => {
  if (!isObject(value)) return complain(at, 'must be an object');
  const own = BY_MEDIUM.get(value['medium']);
  if (own === undefined) return complain(`${at}/medium`, 'must be print, audio or ebook');
  return [...record(BASE)(value, at), ...record(own)(value, at)];
};

/** @returns those members of a body that its medium knows. */
export function knownOfBook(body: Json): ReturnType<typeof known> {
  const own = isObject(body) ? BY_MEDIUM.get(body['medium']) : undefined;
  return known(body, BASE, ...(own === undefined ? [] : [own]));
}

export const bookIdRule: Rule = text({ pattern: BOOK_ID });
