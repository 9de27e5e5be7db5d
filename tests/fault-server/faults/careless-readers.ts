/** Defects of servers that only glance at what they read: off by one, another case, a number in quotes, a part of a text. */
import { asText, isList, type Json } from '../http/json.ts';
import { splitTarget } from '../http/message.ts';
import type { Seam } from '../seam.ts';
import { crash, instead } from './change-answer.ts';
import { overlook, overlookField, overlookPart, overlookQuery, refuse } from './change-request.ts';
import { faultsOf, type Fault } from './fault.ts';
import { bodySays, isText, jsonBody, lengthOf, memberOf, querySays, type When } from './when.ts';

const KINDS: readonly string[] = ['open', 'reference', 'children', 'archive'];
const shows = 'invalid' as const;

function isOtherwise(listed: readonly string[], reads: (text: string) => string) {
  return isText((text) => !listed.includes(text) && listed.includes(reads(text)));
}

/** What should be refused ends in a 500. */
function crashesOn(when: When): Seam {
  return {
    after: (answer, request, scene) =>
      answer.status === 400 && when(request, scene) ? crash() : answer,
  };
}

const isQuoted = isText((text) => /^-?\d+$/.test(text));

export const CARELESS_READER_FAULTS: readonly Fault[] = [
  ...faultsOf({ class: 'accepts-invalid', check: 'accepts-invalid' }, [
    {
      name: 'takes-kind-in-any-case',
      operation: 'createShelf',
      sentence: 'A kind in capitals is taken, though none is listed.',
      shows,
      seam: overlook(
        'kind',
        isOtherwise(KINDS, (text) => text.toLowerCase()),
        'open',
      ),
    },
    {
      name: 'takes-kind-with-space-behind',
      operation: 'updateShelf',
      sentence: 'A kind is trimmed before it is looked up.',
      shows,
      seam: overlook(
        'kind',
        isOtherwise(KINDS, (text) => text.trim()),
        'open',
      ),
    },
    {
      name: 'takes-days-in-quotes',
      operation: 'renewLoan',
      sentence: 'A number in quotes is taken for a number.',
      shows,
      seam: overlook('days', isQuoted, 14),
    },
    {
      name: 'takes-pages-in-quotes',
      operation: 'replaceBook',
      sentence: 'A number of pages in quotes is taken.',
      shows,
      seam: overlook('pages', isQuoted, 10),
    },
    {
      name: 'takes-code-with-a-tail',
      operation: 'createShelf',
      sentence: 'The pattern of a code is not held to its end.',
      shows,
      seam: overlook(
        'code',
        isText((text) => /^[A-Z]{2}-[0-9]{3}./.test(text)),
        'AB-123',
      ),
    },
    {
      name: 'takes-isbn-with-line-end',
      operation: 'createBook',
      sentence: 'A line end behind an ISBN is not seen.',
      shows,
      seam: overlook(
        'isbn',
        isText((text) => /^97[89][0-9]{10}\n$/.test(text)),
        '9791234567890',
      ),
    },
    {
      name: 'takes-thirtieth-of-february',
      operation: 'createLoan',
      sentence: 'A day that no month has is taken.',
      shows,
      seam: overlook(
        'dueOn',
        isText((text) => /^\d{4}-02-30$/.test(text)),
        '2026-09-30',
      ),
    },
    {
      name: 'takes-thirteenth-month',
      operation: 'createShelf',
      sentence: 'A day of the thirteenth month is taken.',
      shows,
      seam: overlook(
        'opensOn',
        isText((text) => /^\d{4}-13-/.test(text)),
        '2026-03-01',
      ),
    },
    {
      name: 'takes-volume-nought',
      operation: 'replaceBook',
      sentence: 'A volume of 0 is taken: off by one.',
      shows,
      seam: overlook('volume', (value) => value === 0, 1),
    },
    {
      name: 'takes-year-after-the-last',
      operation: 'createBook',
      sentence: 'The year after the maximum is taken: off by one.',
      shows,
      seam: overlook('year', (value) => value === 2101, 2100),
    },
    {
      name: 'takes-half-a-page',
      operation: 'createBook',
      sentence: 'A number with a fraction is rounded down and taken.',
      shows,
      seam: overlook('pages', (value) => typeof value === 'number' && !Number.isInteger(value), 1),
    },
    {
      name: 'takes-null-among-tags',
      operation: 'createShelf',
      sentence: 'Null is taken for an item of a list.',
      shows,
      seam: overlook('tags', (value) => isList(value) && value.includes(null), ['low']),
    },
    {
      name: 'takes-no-author-in-quotes',
      operation: 'replaceBook',
      sentence: 'An empty author is taken: its length is asked only where there is one.',
      shows,
      seam: overlook('author', (value) => value === '' || lengthOf(asText(value)) === 1, 'Li'),
    },
    {
      name: 'takes-yes-for-gift',
      operation: 'createLoan',
      sentence: 'A text is taken for true.',
      shows,
      seam: overlook('gift', (value) => typeof value === 'string' && value !== '', true),
    },
    {
      name: 'takes-one-for-abridged',
      operation: 'createBook',
      sentence: 'A number is taken for true.',
      shows,
      seam: overlook('abridged', (value) => typeof value === 'number', true),
    },
    {
      name: 'takes-limit-with-fraction',
      operation: 'listShelves',
      sentence: 'A limit with a fraction is rounded down and taken.',
      shows,
      seam: overlookQuery('limit', (value) => value.includes('.')),
    },
    {
      name: 'takes-sort-in-capitals',
      operation: 'searchCatalogue',
      sentence: 'A sort in capitals is taken.',
      shows,
      seam: overlookField('sort', (value) => /^(TITLE|YEAR|PRICE)$/.test(value)),
    },
    {
      name: 'takes-side-in-capitals',
      operation: 'uploadCover',
      sentence: 'A side in capitals is taken in a part.',
      shows,
      seam: overlookPart('side', (value) => /^(FRONT|BACK|SPINE)$/.test(value), 'front'),
    },
    {
      name: 'takes-state-in-capitals',
      operation: 'listLoans',
      sentence: 'A state in capitals is taken in the query.',
      shows,
      seam: overlookQuery('state', (value) => /^(ACTIVE|OVERDUE|RETURNED)$/.test(value)),
    },
  ]),
  ...faultsOf({ class: 'refuses-valid', check: 'refuses-valid' }, [
    {
      name: 'refuses-one-day',
      operation: 'renewLoan',
      sentence: 'The fewest days are refused: off by one.',
      shows: 'edge',
      seam: refuse(
        bodySays('days', (value) => value === 1),
        'must be at least 2',
      ),
    },
    {
      name: 'refuses-greatest-height',
      operation: 'createShelf',
      sentence: 'The greatest height is refused: below, where at most is meant.',
      shows: 'edge',
      seam: refuse(
        bodySays('heightCm', (value) => value === 400),
        'must be less than 400',
      ),
    },
    {
      name: 'refuses-last-offset',
      operation: 'listLoans',
      sentence: 'The largest offset is refused.',
      shows: 'edge',
      seam: refuse(
        querySays('offset', (value) => value === '100000'),
        'is too large',
      ),
    },
    {
      name: 'refuses-members-unheard-of',
      operation: 'updateShelf',
      sentence: 'A change of the kind to archive is refused.',
      shows: 'edge',
      seam: refuse(
        bodySays('kind', (value) => value === 'archive'),
        'cannot be archive',
      ),
    },
    {
      name: 'refuses-audio-unabridged',
      operation: 'replaceBook',
      sentence: 'abridged: false is refused.',
      shows: 'edge',
      seam: refuse(
        bodySays('abridged', (value) => value === false),
        'is missing',
      ),
    },
  ]),
  ...faultsOf({ class: 'server-error', check: 'not-a-server-error' }, [
    {
      name: 'crashes-on-32-bits',
      operation: 'replaceBook',
      sentence: 'A barcode beyond 2^31 is a 500.',
      shows: 'edge',
      seam: instead(
        crash(),
        bodySays('barcode', (value) => Number(value) > 2 ** 31),
      ),
    },
    {
      name: 'crashes-on-emoji-in-query',
      operation: 'listShelves',
      sentence: 'A label to search for with a character beyond the basic plane is a 500.',
      shows: 'hostile',
      seam: instead(
        crash(),
        querySays('label', (value) => /[\u{10000}-\u{10ffff}]/u.test(value)),
      ),
    },
    {
      name: 'crashes-on-nul-in-note',
      operation: 'updateShelf',
      sentence: 'A NUL in the note is a 500.',
      shows: 'hostile',
      seam: instead(
        crash(),
        bodySays(
          'note',
          isText((text) => text.includes('\u0000')),
        ),
      ),
    },
    {
      name: 'crashes-on-list-for-floor',
      operation: 'createShelf',
      sentence: 'A list where a number is meant is a 500 instead of a 400.',
      shows,
      seam: crashesOn((request) => isList(memberOf(request, 'floor') ?? null)),
    },
    {
      name: 'crashes-without-title',
      operation: 'replaceBook',
      sentence: 'A body without a title is a 500 instead of a 400.',
      shows,
      seam: crashesOn((request) => isObjectWithout(jsonBody(request), 'title')),
    },
    {
      name: 'crashes-on-empty-cursor',
      operation: 'listBooks',
      sentence: 'A cursor that is no cursor is a 500 instead of a 400.',
      shows,
      seam: crashesOn(querySays('after', () => true)),
    },
    {
      name: 'crashes-on-unknown-shelf',
      operation: 'updateShelf',
      sentence: 'A change of a shelf that is not there is a 500 instead of a 404.',
      shows: 'edge',
      seam: { after: (answer) => (answer.status === 404 ? crash() : answer) },
    },
    {
      name: 'crashes-on-last-offset',
      operation: 'listShelves',
      sentence: 'The largest offset is a 500.',
      shows: 'edge',
      seam: instead(crash(), (request) =>
        splitTarget(request.target).query.includes('offset=100000'),
      ),
    },
  ]),
];

function isObjectWithout(body: Json | undefined, name: string): boolean {
  return typeof body === 'object' && body !== null && !isList(body) && !(name in body);
}
