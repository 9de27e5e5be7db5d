/** Defects of status: one that the operation does not declare. */
import { reply } from '../http/message.ts';
import { instead, spoil, spoilStatus, status } from './change-answer.ts';
import { faultsOf, type Fault } from './fault.ts';
import { bodySays, fromThe, headerSays, isText, lengthOf, querySays } from './when.ts';

export const STATUS_FAULTS: readonly Fault[] = faultsOf(
  { class: 'status', check: 'status-declared' },
  [
    {
      name: 'creates-with-200',
      operation: 'createShelf',
      sentence: 'A shelf put up is a 200, not the 201 declared.',
      shows: 'template',
      seam: spoil(status(200)),
    },
    {
      name: 'accepts-deletion-with-202',
      operation: 'deleteShelf',
      sentence: 'A shelf taken down is a 202, not the 204 declared.',
      shows: 'template',
      seam: instead(reply(202)),
    },
    {
      name: 'partial-cover',
      operation: 'getCover',
      sentence: 'The whole image comes as a 206.',
      shows: 'template',
      seam: spoil(status(206)),
    },
    {
      name: 'created-by-search',
      operation: 'searchCatalogue',
      sentence: 'A search is a 201.',
      shows: 'template',
      seam: spoil(status(201)),
    },
    {
      name: 'no-content-for-empty-page',
      operation: 'listShelves',
      sentence: 'A page beyond the last is a 204.',
      shows: 'edge',
      seam: instead(
        reply(204),
        querySays('offset', (value) => Number(value) > 1000),
      ),
    },
    {
      name: 'conflict-on-long-title',
      operation: 'createBook',
      sentence: 'A title of full length is a 409.',
      shows: 'edge',
      seam: instead(
        reply(409),
        bodySays(
          'title',
          isText((title) => lengthOf(title) === 80),
        ),
      ),
      mayAlso: ['refuses-valid'],
    },
    {
      name: 'gone-in-kronor',
      operation: 'getBook',
      sentence: 'With X-Currency SEK the book is a 410.',
      shows: 'header',
      seam: instead(
        reply(410),
        headerSays('X-Currency', (value) => value === 'SEK'),
      ),
      mayAlso: ['refuses-valid'],
    },
    {
      name: 'locked-at-third-loan',
      operation: 'createLoan',
      sentence: 'From the fourth loan on it is a 423.',
      shows: 'repeat',
      seam: instead(reply(423), fromThe(4)),
      mayAlso: ['refuses-valid'],
    },
    {
      name: 'unprocessable-change',
      operation: 'updateShelf',
      sentence: 'What should be a 400 is a 422, which is not declared.',
      shows: 'invalid',
      seam: spoilStatus(400, status(422)),
    },
    {
      name: 'gone-loan',
      operation: 'getLoan',
      sentence: 'A loan that is not known is a 410, which is not declared.',
      shows: 'edge',
      seam: spoilStatus(404, status(410)),
    },
    {
      name: 'unchanged-as-412',
      operation: 'getBook',
      sentence: 'What is known already is a 412 instead of a 304.',
      shows: 'header',
      mayAlso: ['refuses-valid'],
      seam: spoilStatus(304, () => reply(412)),
    },
  ],
);
