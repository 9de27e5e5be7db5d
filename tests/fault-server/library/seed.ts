/** What the library holds when it opens: enough for two pages of everything, one of each kind. */
import { Library } from './library.ts';
import { makeBook, makeCover, makeLoan, makeShelf } from './make.ts';

const KINDS = ['open', 'reference', 'children', 'archive'] as const;
const SHELVES = 12;
const GENRES = ['fiction', 'crime', 'travel', 'cooking', 'science', 'poetry'] as const;

/** @returns a library as it stands before the first request. */
export function openLibrary(): Library {
  const library = new Library();
  for (let index = 0; index < SHELVES; index += 1) {
    const kind = KINDS[index % KINDS.length] ?? 'open';
    const label = `Shelf ${String.fromCharCode(65 + index)}`;
    makeShelf(library, {
      label,
      floor: (index % 8) - 1,
      kind,
      tags: index % 2 === 0 ? ['tall'] : [],
    });
  }
  for (let index = 0; index < 9; index += 1) makeBook(library, index < 7 ? 1 : 2, seedBook(index));
  makeCover(library, {
    bookId: 'b1',
    image: Buffer.from('a lantern'),
    told: { caption: 'Front', side: 'front' },
  });
  for (const [index, state] of [
    'active',
    'overdue',
    'returned',
    'active',
    'active',
    'overdue',
  ].entries()) {
    const bookId = `b${String(index + 1)}`;
    const dueOn = `2026-0${String(index + 1)}-15`;
    makeLoan(library, { bookId, reader: 'reader@example.org', dueOn, delivery: 'pickup' }, state);
  }
  return library;
}

function seedBook(
  index: number,
): Readonly<Record<string, string | number | boolean | readonly string[]>> {
  const told = {
    title: `The Lantern, part ${String(index + 1)}`,
    author: 'E. Marsh',
    genres: [GENRES[index % GENRES.length] ?? 'fiction'],
    isbn: `978000000001${String(9 - index)}`,
    year: 1990 + index,
    price: 4 + index * 0.25,
    barcode: 4_000_000_000 + index,
  };
  switch (index % 3) {
    case 0:
      return { medium: 'print', ...told, pages: 100 + index, binding: 'soft' };
    case 1:
      return { medium: 'audio', ...told, minutes: 300 + index, abridged: false };
    default:
      return { medium: 'ebook', ...told, fileFormat: 'epub', sizeKb: 512.5 };
  }
}
