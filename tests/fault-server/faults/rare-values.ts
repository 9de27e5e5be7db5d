/** Defects that end in a 5xx on values that are allowed and rarely tried, or on what nobody meant to send. */
import { isList, isObject } from '../http/json.ts';
import { splitTarget, type Request } from '../http/message.ts';
import { crash, instead, spoilStatus } from './change-answer.ts';
import { faultsOf, type Fault } from './fault.ts';
import { bodySays, formSays, isText, memberOf, partSays, querySays } from './when.ts';
import type { Seam } from '../seam.ts';

/** A record of the same label is there: an index that nobody declared is broken. */
const onSecondLabel: Seam = {
  after: (answer, request, { memory }) => {
    const label = memberOf(request, 'label');
    if (answer.status !== 201 || typeof label !== 'string') return answer;
    const isKnown = memory.has(label);
    memory.set(label, true);
    return isKnown ? crash() : answer;
  },
};

function isPutOf(path: string): (request: Request) => boolean {
  return ({ method, target }) => method === 'PUT' && splitTarget(target).path === path;
}

export const RARE_VALUE_FAULTS: readonly Fault[] = faultsOf(
  { class: 'server-error', check: 'not-a-server-error' },
  [
    {
      name: 'crashes-on-percent',
      operation: 'searchCatalogue',
      sentence: 'A percent sign in the words is a 500.',
      shows: 'hostile',
      seam: instead(
        crash(),
        formSays('words', (value) => value.includes('%')),
      ),
    },
    {
      name: 'crashes-on-astral-caption',
      operation: 'uploadCover',
      sentence: 'A caption with a character beyond the basic plane is a 500.',
      shows: 'hostile',
      seam: instead(
        crash(),
        partSays('caption', (value) => /[\u{10000}-\u{10ffff}]/u.test(value)),
      ),
    },
    {
      name: 'crashes-on-markup',
      operation: 'createShelf',
      sentence: 'A label with a pointed bracket is a 500.',
      shows: 'hostile',
      seam: instead(
        crash(),
        bodySays(
          'label',
          isText((label) => label.includes('<')),
        ),
      ),
    },
    {
      name: 'crashes-on-quoted-reason',
      operation: 'renewLoan',
      sentence: 'A quotation mark in the reason is a 500.',
      shows: 'hostile',
      seam: instead(
        crash(),
        bodySays(
          'reason',
          isText((reason) => reason.includes('"')),
        ),
      ),
    },
    {
      name: 'crashes-on-quoted-label-in-query',
      operation: 'listShelves',
      sentence: 'A label to search for with an apostrophe is a 500.',
      shows: 'hostile',
      seam: instead(
        crash(),
        querySays('label', (value) => value.includes("'")),
      ),
    },
    {
      name: 'crashes-on-leap-day',
      operation: 'createLoan',
      sentence: 'The 29th of February is a 500.',
      shows: 'edge',
      seam: instead(
        crash(),
        bodySays(
          'dueOn',
          isText((day) => day.endsWith('-02-29')),
        ),
      ),
    },
    {
      name: 'crashes-on-largest-barcode',
      operation: 'createBook',
      sentence: 'A barcode beyond 2^53 is a 500.',
      shows: 'edge',
      seam: instead(
        crash(),
        bodySays('barcode', (value) => Number(value) > 2 ** 53),
      ),
    },
    {
      name: 'crashes-on-no-narrators',
      operation: 'createBook',
      sentence: 'A map without members is a 500.',
      shows: 'edge',
      seam: instead(
        crash(),
        bodySays('narrators', (value) => isObject(value) && Object.keys(value).length === 0),
      ),
    },
    {
      name: 'crashes-on-empty-reason',
      operation: 'renewLoan',
      sentence: 'An empty reason is a 500.',
      shows: 'edge',
      seam: instead(
        crash(),
        bodySays('reason', (value) => value === ''),
      ),
    },
    {
      name: 'crashes-on-all-tags',
      operation: 'createShelf',
      sentence: 'A list with as many tags as it may hold is a 500.',
      shows: 'edge',
      seam: instead(
        crash(),
        bodySays('tags', (value) => isList(value) && value.length === 5),
      ),
    },
    {
      name: 'crashes-on-first-year',
      operation: 'listBooks',
      sentence: 'The earliest year is a 500.',
      shows: 'edge',
      seam: instead(
        crash(),
        querySays('sinceYear', (value) => value === '1450'),
      ),
    },
    {
      name: 'crashes-on-three-branches',
      operation: 'searchCatalogue',
      sentence: 'All branches at once are a 500.',
      shows: 'edge',
      seam: instead(
        crash(),
        (request) => request.body.toString('latin1').split('branches=').length === 4,
      ),
    },
    {
      name: 'crashes-on-same-label',
      operation: 'createShelf',
      sentence: 'A label that is there already is a 500.',
      shows: 'repeat',
      seam: onSecondLabel,
    },
    {
      name: 'crashes-on-no-body',
      operation: 'updateShelf',
      sentence: 'No body at all is a 500 instead of a 400.',
      shows: 'invalid',
      seam: {
        after: (answer, request) =>
          answer.status === 400 && request.body.length === 0 ? crash() : answer,
      },
    },
    {
      name: 'crashes-on-null-body',
      operation: 'renewLoan',
      sentence: 'Null for a body is a 500 instead of a 400.',
      shows: 'invalid',
      seam: {
        after: (answer, request) =>
          answer.status === 400 && request.body.toString() === 'null' ? crash() : answer,
      },
    },
    {
      name: 'crashes-on-unknown-cover',
      operation: 'getCover',
      sentence: 'A cover that is not known is a 500 instead of a 404.',
      shows: 'edge',
      seam: spoilStatus(404, () => crash()),
    },
    {
      name: 'crashes-on-put-of-shelves',
      operation: 'listShelves',
      anyMethod: true,
      sentence: 'A method that is not declared is a 500.',
      shows: 'probe',
      seam: {
        before: (request) => (isPutOf('/shelves')(request) ? crash() : request),
      },
    },
  ],
);
