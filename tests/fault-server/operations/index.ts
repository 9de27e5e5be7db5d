/** Every operation of the library, in the order of the description. */
import { BOOK_OPERATIONS } from './books.ts';
import { CATALOGUE_OPERATIONS } from './catalogue.ts';
import { COVER_OPERATIONS } from './covers.ts';
import { HOUSE_OPERATIONS } from './house.ts';
import { LOAN_OPERATIONS } from './loans.ts';
import type { Operation } from './operation.ts';
import { SHELF_OPERATIONS } from './shelves.ts';

export const OPERATIONS: readonly Operation[] = [
  ...SHELF_OPERATIONS,
  ...BOOK_OPERATIONS,
  ...COVER_OPERATIONS,
  ...CATALOGUE_OPERATIONS,
  ...LOAN_OPERATIONS,
  ...HOUSE_OPERATIONS,
];
