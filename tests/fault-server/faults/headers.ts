/** Defects of declared response headers: missing where required, or not what their schema says. */
import { header, spoil, spoilStatus } from './change-answer.ts';
import { faultsOf, type Fault } from './fault.ts';
import {
  bodySays,
  both,
  formSays,
  fromThe,
  headerSays,
  isText,
  lengthOf,
  querySays,
} from './when.ts';

export const HEADER_FAULTS: readonly Fault[] = faultsOf(
  { class: 'headers', check: 'response-headers' },
  [
    {
      name: 'no-location-of-shelf',
      operation: 'createShelf',
      sentence: 'The 201 has no Location.',
      shows: 'template',
      seam: spoil(header('Location')),
    },
    {
      name: 'rate-in-words',
      operation: 'listShelves',
      sentence: 'X-Rate-Remaining is the word plenty.',
      shows: 'template',
      seam: spoil(header('X-Rate-Remaining', 'plenty')),
    },
    {
      name: 'unquoted-tag',
      operation: 'replaceBook',
      sentence: 'The ETag has no quotes.',
      shows: 'template',
      seam: spoil((reply) => header('ETag', 'deadbeef')(reply)),
    },
    {
      name: 'no-count-for-head',
      operation: 'headShelf',
      sentence: 'X-Book-Count is missing.',
      shows: 'template',
      seam: spoil(header('X-Book-Count')),
    },
    {
      name: 'genres-of-no-kind',
      operation: 'getBook',
      sentence: 'X-Genres names a genre that there is not.',
      shows: 'template',
      seam: spoil(header('X-Genres', 'fiction,romance')),
    },
    {
      name: 'negative-total',
      operation: 'listLoans',
      sentence: 'Where nothing is found X-Total-Count is -1.',
      shows: 'edge',
      seam: {
        after: (reply) =>
          reply.headers.some(([name, value]) => name === 'X-Total-Count' && value === '0')
            ? header('X-Total-Count', '-1')(reply)
            : reply,
      },
    },
    {
      name: 'truncated-yes',
      operation: 'listBooks',
      sentence: 'With a limit of one X-Truncated is yes.',
      shows: 'edge',
      seam: spoil(
        header('X-Truncated', 'yes'),
        querySays('limit', (value) => value === '1'),
      ),
    },
    {
      name: 'no-took-of-sorted-search',
      operation: 'searchCatalogue',
      sentence: 'Sorted by price and downwards X-Took-Ms is missing.',
      shows: 'pair',
      seam: spoil(
        header('X-Took-Ms'),
        both(
          formSays('sort', (value) => value === 'price'),
          formSays('direction', (value) => value === 'down'),
        ),
      ),
    },
    {
      name: 'no-location-of-spiral-book',
      operation: 'createBook',
      sentence: 'A book bound in a spiral has no Location.',
      shows: 'edge',
      seam: spoil(
        header('Location'),
        bodySays('binding', (value) => value === 'spiral'),
      ),
    },
    {
      name: 'relative-location-of-long-reader',
      operation: 'createLoan',
      sentence: 'From the third loan on Location is not a path from the root.',
      shows: 'repeat',
      seam: spoil(header('Location', 'loans'), fromThe(3)),
    },
    {
      name: 'rate-too-high-for-elders',
      operation: 'listBooks',
      sentence: 'With X-Reader-Age at its most X-Rate-Remaining passes its maximum.',
      shows: 'header',
      seam: spoil(
        header('X-Rate-Remaining', '100001'),
        headerSays('X-Reader-Age', (value) => value === '120'),
      ),
    },
    {
      name: 'no-tag-of-long-label',
      operation: 'updateShelf',
      sentence: 'A label of one character brings no ETag.',
      shows: 'edge',
      seam: spoil(
        header('ETag'),
        bodySays(
          'label',
          isText((label) => lengthOf(label) === 1),
        ),
      ),
    },
    {
      name: 'no-tag-of-what-is-known',
      operation: 'getShelf',
      sentence: 'A 304 has no ETag.',
      shows: 'header',
      seam: spoilStatus(304, header('ETag')),
    },
  ],
);
