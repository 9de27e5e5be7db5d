/** How records are told in answers: defaults filled in, what only goes in left out. */
import type { JsonObject } from '../http/json.ts';
import type { Book, Cover, Loan, Shelf } from './records.ts';

/** @returns the path of a shelf. */
export function shelfPath({ id }: Pick<Shelf, 'id'>): string {
  return `/shelves/${String(id)}`;
}

/** @returns the path of a book. */
export function bookPath({ id, shelfId }: Pick<Book, 'id' | 'shelfId'>): string {
  return `/shelves/${String(shelfId)}/books/${id}`;
}

/** @returns the shelf as answers show it. */
export function shelfView(shelf: Shelf): JsonObject {
  const { id, label, floor, kind, capacity, heightCm, code, note, tags, opensOn, createdAt } =
    shelf;
  const self = shelfPath(shelf);
  return {
    id,
    label,
    floor,
    kind,
    capacity,
    heightCm,
    code,
    note,
    tags,
    opensOn,
    createdAt,
    links: { self, books: `${self}/books` },
  };
}

/** @returns the book as answers show it. */
export function bookView(book: Book, currency = 'EUR'): JsonObject {
  const { id, shelfId, addedAt, told } = book;
  return { id, shelfId, ...told, currency, addedAt, links: { self: bookPath(book) } };
}

/** @returns what is told of a cover beside its image. */
export function coverView({ id, image, told }: Cover): JsonObject {
  return { id, bytes: image.length, side: 'front', dpi: null, crop: null, ...told };
}

/** @returns the loan as answers show it. */
export function loanView({ id, told, dueOn, state, renewals }: Loan): JsonObject {
  return { id, ...told, dueOn, state, renewals };
}
