/** Defects of validation: what the description allows is refused. */
import { isList } from '../http/json.ts';
import { refuse } from './change-request.ts';
import { faultsOf, type Fault } from './fault.ts';
import {
  bodySays,
  both,
  formSays,
  fromThe,
  headerSays,
  isText,
  lengthOf,
  partSays,
  querySays,
} from './when.ts';

const isWord = (word: string) => (value: unknown) => value === word;

export const REFUSES_VALID_FAULTS: readonly Fault[] = faultsOf(
  { class: 'refuses-valid', check: 'refuses-valid' },
  [
    {
      name: 'refuses-cellar',
      operation: 'createShelf',
      sentence: 'The lowest floor is refused.',
      shows: 'edge',
      seam: refuse(bodySays('floor', (floor) => floor === -1)),
    },
    {
      name: 'refuses-full-label',
      operation: 'updateShelf',
      sentence: 'A label of full length is refused.',
      shows: 'edge',
      seam: refuse(
        bodySays(
          'label',
          isText((label) => lengthOf(label) === 40),
        ),
      ),
    },
    {
      name: 'refuses-no-tags',
      operation: 'createShelf',
      sentence: 'An empty list is refused.',
      shows: 'edge',
      seam: refuse(bodySays('tags', (tags) => isList(tags) && tags.length === 0)),
    },
    {
      name: 'refuses-null-isbn',
      operation: 'createBook',
      sentence: 'Null is refused where it is allowed.',
      shows: 'edge',
      seam: refuse(bodySays('isbn', (value) => value === null)),
    },
    {
      name: 'refuses-cheap-books',
      operation: 'replaceBook',
      sentence: 'A price of nothing is refused.',
      shows: 'edge',
      seam: refuse(bodySays('price', (value) => value === 0)),
    },
    {
      name: 'refuses-spiral',
      operation: 'createBook',
      sentence: 'A binding that the enum lists is refused.',
      shows: 'edge',
      seam: refuse(bodySays('binding', isWord('spiral'))),
    },
    {
      name: 'refuses-largest-page',
      operation: 'listShelves',
      sentence: 'The largest limit is refused.',
      shows: 'edge',
      seam: refuse(querySays('limit', isWord('50'))),
    },
    {
      name: 'refuses-single-line',
      operation: 'getExcerpt',
      sentence: 'The fewest lines are refused.',
      shows: 'edge',
      seam: refuse(querySays('lines', isWord('1'))),
    },
    {
      name: 'refuses-kronor',
      operation: 'getBook',
      sentence: 'A currency that is listed is refused.',
      shows: 'header',
      seam: refuse(headerSays('X-Currency', isWord('SEK'))),
    },
    {
      name: 'refuses-harbour',
      operation: 'listBooks',
      sentence: 'A branch that is listed is refused.',
      shows: 'header',
      seam: refuse(headerSays('Cookie', (value) => value.includes('branch=harbour'))),
    },
    {
      name: 'refuses-slow-courier',
      operation: 'createLoan',
      sentence: 'A courier is refused at low priority.',
      shows: 'pair',
      seam: refuse(
        both(bodySays('delivery', isWord('courier')), bodySays('priority', isWord('low'))),
      ),
    },
    {
      name: 'refuses-years-upwards',
      operation: 'searchCatalogue',
      sentence: 'To sort by year upwards is refused.',
      shows: 'pair',
      seam: refuse(both(formSays('sort', isWord('year')), formSays('direction', isWord('up')))),
    },
    {
      name: 'refuses-spine',
      operation: 'uploadCover',
      sentence: 'A side that is listed is refused.',
      shows: 'edge',
      seam: refuse(partSays('side', isWord('spine'))),
    },
    {
      name: 'refuses-fourth-renewal',
      operation: 'renewLoan',
      sentence: 'From the fourth renewal on one with a reason is refused.',
      shows: 'repeat',
      seam: refuse(
        both(
          fromThe(4),
          bodySays('reason', () => true),
        ),
      ),
    },
    {
      name: 'refuses-open-range',
      operation: 'listLoans',
      sentence: 'A range of days with a start and no end is refused.',
      shows: 'edge',
      seam: refuse(
        both(
          querySays('due[from]', () => true),
          (request) =>
            !request.target.includes('due%5Bto%5D') && !request.target.includes('due[to]'),
        ),
      ),
    },
    {
      name: 'refuses-saturday',
      operation: 'getHours',
      sentence: 'A day that is listed is refused.',
      shows: 'edge',
      seam: refuse(querySays('day', isWord('saturday'))),
    },
  ],
);
