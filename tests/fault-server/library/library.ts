/**
 * The library's memory: tables in order of creation, ids that count up, a clock that goes on by a
 * second a record. The same requests give the same answers, byte for byte.
 */
import type { Book, Cover, Loan, Shelf } from './records.ts';

const OPENED = Date.parse('2026-01-05T08:00:00Z');

export class Library {
  readonly shelves = new Map<number, Shelf>();
  readonly books = new Map<string, Book>();
  readonly covers = new Map<string, Cover>();
  readonly loans = new Map<string, Loan>();
  #made = 0;
  readonly #isbns = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  /** @returns 1, 2, 3 … for each kind of thing by itself. */
  nextNumber(kind: string): number {
    const number = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, number);
    return number;
  }

  /** @returns the moment of the record being made. */
  now(): string {
    this.#made += 1;
    return new Date(OPENED + this.#made * 1000).toISOString().replace('.000Z', 'Z');
  }

  /** @returns the books of a shelf, oldest first. */
  booksOn(shelfId: number): readonly Book[] {
    return [...this.books.values()].filter((book) => book.shelfId === shelfId);
  }

  /** @returns the book if it stands on that shelf. */
  bookOn(shelfId: number, bookId: string): Book | undefined {
    const book = this.books.get(bookId);
    return book?.shelfId === shelfId ? book : undefined;
  }

  /** Puts a new or changed book in its place. */
  keepBook(book: Book): void {
    this.books.set(book.id, book);
    const isbn = book.told['isbn'];
    if (typeof isbn === 'string') this.#isbns.set(isbn, book.id);
  }

  /** @returns the book that bears the number, or bore it last: old catalogues are still in use. */
  bookByIsbn(isbn: string): Book | undefined {
    return this.books.get(this.#isbns.get(isbn) ?? '');
  }

  /** Takes the shelf away, and what stands on it. */
  removeShelf(id: number): void {
    this.shelves.delete(id);
    for (const { id: bookId } of this.booksOn(id)) this.removeBook(bookId);
  }

  /** Takes the book away, and its covers. */
  removeBook(id: string): void {
    this.books.delete(id);
    for (const cover of [...this.covers.values()]) {
      if (cover.bookId === id) this.covers.delete(cover.id);
    }
  }
}
