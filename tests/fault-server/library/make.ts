/** Makes records out of bodies that the rules have passed: ids, moments and defaults are put in here. */
import { asText, type JsonObject } from '../http/json.ts';
import type { Library } from './library.ts';
import type { Book, Cover, Loan, Shelf } from './records.ts';

const DEFAULT_CAPACITY = 50;

/** Puts up a shelf. @param told a body that satisfies the rule of new shelves */
export function makeShelf(library: Library, told: JsonObject): Shelf {
  const shelf = {
    id: library.nextNumber('shelf'),
    capacity: DEFAULT_CAPACITY,
    heightCm: null,
    code: null,
    note: null,
    tags: [],
    opensOn: null,
    ...told,
    createdAt: library.now(),
    // The rule has seen to it that label, floor and kind are there and what they should be.
  } as unknown as Shelf;
  library.shelves.set(shelf.id, shelf);
  return shelf;
}

/** Puts a book on a shelf. @param told a body that satisfies the rule of books */
export function makeBook(library: Library, shelfId: number, told: JsonObject): Book {
  const id = `b${String(library.nextNumber('book'))}`;
  const book = { id, shelfId, addedAt: library.now(), told };
  library.keepBook(book);
  return book;
}

/** Keeps a cover. */
export function makeCover(library: Library, cover: Omit<Cover, 'id'>): Cover {
  const made = { ...cover, id: `c${String(library.nextNumber('cover'))}` };
  library.covers.set(made.id, made);
  return made;
}

/** Lends a book. @param told a body that satisfies the rule of loans */
export function makeLoan(library: Library, told: JsonObject, state = 'active'): Loan {
  const serial = library.nextNumber('loan').toString(16).padStart(12, '0');
  const loan = {
    id: `5f0c1e7a-3b2d-4c6e-8f90-${serial}`,
    told: { priority: 'normal', ...told },
    dueOn: asText(told['dueOn']),
    state,
    renewals: 0,
  };
  library.loans.set(loan.id, loan);
  return loan;
}
