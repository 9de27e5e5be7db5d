/** Defects that end in a 5xx. */
import { isList } from '../http/json.ts';
import { crash, instead, status, spoil, spoilStatus } from './change-answer.ts';
import { faultsOf, type Fault } from './fault.ts';
import {
  bodySays,
  both,
  formSays,
  fromThe,
  headerSays,
  isText,
  lengthOf,
  memberOf,
  partSays,
  querySays,
} from './when.ts';

export const SERVER_ERROR_FAULTS: readonly Fault[] = faultsOf(
  { class: 'server-error', check: 'not-a-server-error' },
  [
    {
      name: 'crashes-on-shelves',
      operation: 'listShelves',
      sentence: 'Every list of shelves is a 500.',
      shows: 'template',
      seam: instead(crash()),
    },
    {
      name: 'crashes-on-deleting-a-book',
      operation: 'deleteBook',
      sentence: 'The book goes, and then a 500 comes.',
      shows: 'template',
      seam: instead(crash()),
    },
    {
      name: 'bad-gateway-by-loan',
      operation: 'getLoan',
      sentence: 'Every loan is a 502 in HTML.',
      shows: 'template',
      seam: spoil(() => ({
        ...crash(502, '<h1>Bad gateway</h1>'),
        headers: [['Content-Type', 'text/html']],
      })),
    },
    {
      name: 'crashes-on-floor-six',
      operation: 'createShelf',
      sentence: 'The highest floor is a 500.',
      shows: 'edge',
      seam: instead(
        crash(),
        bodySays('floor', (floor) => floor === 6),
      ),
    },
    {
      name: 'crashes-on-empty-summary',
      operation: 'createBook',
      sentence: 'An empty summary is a 500.',
      shows: 'edge',
      seam: instead(
        crash(),
        bodySays('summary', (value) => value === ''),
      ),
    },
    {
      name: 'crashes-on-quote',
      operation: 'searchCatalogue',
      sentence: 'An apostrophe in the words is a 500.',
      shows: 'hostile',
      seam: instead(
        crash(),
        formSays('words', (value) => value.includes("'")),
      ),
    },
    {
      name: 'crashes-on-control-character',
      operation: 'replaceBook',
      sentence: 'A control character in the title is a 500.',
      shows: 'hostile',
      seam: instead(
        crash(),
        bodySays(
          'title',
          isText((title) => /[\u0000-\u001f]/.test(title)),
        ),
      ),
    },
    {
      name: 'crashes-on-child-reader',
      operation: 'listBooks',
      sentence: 'X-Reader-Age at its least is a 500.',
      shows: 'header',
      seam: instead(
        crash(),
        headerSays('X-Reader-Age', (age) => age === '3'),
      ),
    },
    {
      name: 'crashes-on-urgent-locker',
      operation: 'createLoan',
      sentence: 'Delivery to a locker with high priority is a 500.',
      shows: 'pair',
      seam: instead(
        crash(),
        both(
          bodySays('delivery', (value) => value === 'locker'),
          bodySays('priority', (value) => value === 'high'),
        ),
      ),
    },
    {
      name: 'crashes-on-second-renewal',
      operation: 'renewLoan',
      sentence: 'From the second renewal on, of whatever loan, it is a 500.',
      shows: 'repeat',
      seam: instead(crash(), fromThe(2)),
    },
    {
      name: 'crashes-on-finest-scan',
      operation: 'uploadCover',
      sentence: 'The highest dpi is a 500.',
      shows: 'edge',
      seam: instead(
        crash(),
        partSays('dpi', (value) => value === '1200'),
      ),
    },
    {
      name: 'crashes-on-many-lines',
      operation: 'getExcerpt',
      sentence: 'The most lines allowed are a 504.',
      shows: 'edge',
      seam: instead(
        crash(504, ''),
        querySays('lines', (value) => value === '40'),
      ),
    },
    {
      name: 'crashes-on-wrong-floor',
      operation: 'createShelf',
      sentence: 'What should be a 400 is a 500.',
      shows: 'invalid',
      seam: spoilStatus(400, () => crash()),
    },
    {
      name: 'crashes-on-bad-cursor',
      operation: 'listBooks',
      sentence: 'A parameter that is not valid is a 500.',
      shows: 'invalid',
      seam: spoilStatus(400, status(500)),
    },
    {
      name: 'crashes-on-odd-isbn',
      operation: 'resolveIsbn',
      sentence: 'An ISBN that is not known is a 500 instead of a 404.',
      shows: 'edge',
      seam: spoilStatus(404, () => crash()),
    },
    {
      name: 'crashes-on-all-genres',
      operation: 'replaceBook',
      sentence: 'As many genres as are allowed are a 500.',
      shows: 'edge',
      seam: instead(
        crash(),
        bodySays('genres', (value) => isList(value) && value.length === 3),
      ),
    },
    {
      name: 'crashes-on-long-note-of-archive',
      operation: 'updateShelf',
      sentence: 'A note of full length is a 500.',
      shows: 'edge',
      seam: instead(crash(), (request) => {
        const note = memberOf(request, 'note');
        return typeof note === 'string' && lengthOf(note) === 200;
      }),
    },
  ],
);
