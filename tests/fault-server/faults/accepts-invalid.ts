/** Defects of validation: what the description forbids is taken. */
import { asText, isList, isObject, type Json } from '../http/json.ts';
import { day, email } from '../rules/formats.ts';
import { isValidMultipart } from './multipart-body.ts';
import {
  fillIn,
  overlook,
  overlookField,
  overlookHeader,
  overlookPart,
  overlookQuery,
  repair,
  withJson,
} from './change-request.ts';
import { faultsOf, type Fault } from './fault.ts';
import { isText, jsonBody, lengthOf } from './when.ts';

const shows = 'invalid' as const;
function isWhole(value: Json): boolean {
  return Number.isInteger(value);
}

function isDigits(text: string): boolean {
  return /^-?[0-9]+$/.test(text);
}

const missing = { shows, mayAlso: ['missing-required-accepted'] } as const;

export const ACCEPTS_INVALID_FAULTS: readonly Fault[] = faultsOf(
  { class: 'accepts-invalid', check: 'accepts-invalid' },
  [
    {
      name: 'takes-floor-above-maximum',
      operation: 'createShelf',
      sentence: 'A floor above the maximum is taken.',
      shows,
      seam: overlook('floor', (floor) => isWhole(floor) && Number(floor) > 6, 6),
    },
    {
      name: 'takes-long-label',
      operation: 'createShelf',
      sentence: 'A label above maxLength is taken, and cut.',
      shows,
      seam: overlook(
        'label',
        isText((label) => lengthOf(label) > 40),
        'cut',
      ),
    },
    {
      name: 'takes-odd-capacity',
      operation: 'createShelf',
      sentence: 'A capacity that is no multiple of five is taken.',
      shows,
      seam: overlook('capacity', (value) => isWhole(value) && Number(value) % 5 !== 0, 50),
    },
    {
      name: 'takes-height-of-nothing',
      operation: 'createShelf',
      sentence: 'A height at its exclusive minimum is taken.',
      shows,
      seam: overlook('heightCm', (value) => value === 0, 1),
    },
    {
      name: 'takes-lower-case-code',
      operation: 'createShelf',
      sentence: 'A code that does not match its pattern is taken.',
      shows,
      seam: overlook(
        'code',
        isText((code) => !/^[A-Z]{2}-[0-9]{3}$/.test(code)),
        'AB-123',
      ),
    },
    {
      name: 'takes-tags-twice',
      operation: 'createShelf',
      sentence: 'The same tag twice is taken.',
      shows,
      seam: overlook('tags', (tags) => isList(tags) && new Set(tags).size < tags.length, ['once']),
    },
    {
      name: 'takes-bad-day',
      operation: 'createShelf',
      sentence: 'What is no date is taken for one.',
      shows,
      seam: overlook(
        'opensOn',
        (value) => typeof value === 'string' && day(value, '').length > 0,
        '2026-01-01',
      ),
    },
    {
      name: 'takes-shelf-without-kind',
      operation: 'createShelf',
      sentence: 'A required member may be left out.',
      ...missing,
      seam: fillIn('kind', 'open'),
    },
    {
      name: 'takes-empty-change',
      operation: 'updateShelf',
      sentence: 'An object below minProperties is taken.',
      shows,
      seam: repair((request) => {
        const body = jsonBody(request);
        const isEmpty = isObject(body) && Object.keys(body).length === 0;
        return isEmpty ? withJson(request, { note: null }) : request;
      }),
    },
    {
      name: 'takes-unknown-member',
      operation: 'updateShelf',
      sentence: 'A member that a closed object does not know is taken.',
      shows,
      seam: repair((request) => {
        const body = jsonBody(request);
        if (!isObject(body)) return request;
        const known = Object.entries(body).filter(([name]) =>
          ['label', 'kind', 'capacity', 'note'].includes(name),
        );
        const isLess = known.length < Object.keys(body).length && known.length > 0;
        return isLess ? withJson(request, Object.fromEntries(known)) : request;
      }),
    },
    {
      name: 'takes-year-as-text',
      operation: 'createBook',
      sentence: 'A text is taken where a number belongs.',
      shows,
      seam: overlook('year', (value) => typeof value === 'string', 1990),
    },
    {
      name: 'takes-series-alone',
      operation: 'createBook',
      sentence: 'A series without a volume is taken.',
      shows,
      mayAlso: ['missing-required-accepted'],
      seam: fillIn('volume', 1, (body) => isObject(body) && 'series' in body),
    },
    {
      name: 'takes-unknown-binding',
      operation: 'createBook',
      sentence: 'A word that the enum does not list is taken.',
      shows,
      seam: overlook(
        'binding',
        (value) => !['hard', 'soft', 'spiral'].includes(asText(value)),
        'soft',
      ),
    },
    {
      name: 'takes-one-side',
      operation: 'replaceBook',
      sentence: 'A pair with one item is taken.',
      shows,
      seam: overlook('sizeMm', (value) => isList(value) && value.length < 2),
    },
    {
      name: 'takes-book-without-title',
      operation: 'replaceBook',
      sentence: 'A required member may be left out.',
      ...missing,
      seam: fillIn('title', 'Untitled'),
    },
    {
      name: 'takes-too-many-genres',
      operation: 'replaceBook',
      sentence: 'More genres than maxItems are taken.',
      shows,
      seam: overlook('genres', (value) => isList(value) && value.length > 3, ['crime']),
    },
    {
      name: 'takes-null-pages',
      operation: 'replaceBook',
      sentence: 'Null is taken for a number.',
      shows,
      seam: overlook('pages', (value) => value === null, 1),
    },
    {
      name: 'takes-no-limit',
      operation: 'listShelves',
      sentence: 'A limit below the minimum is taken.',
      shows,
      seam: overlookQuery('limit', (value) => isDigits(value) && Number(value) < 1),
    },
    {
      name: 'takes-unknown-order',
      operation: 'listShelves',
      sentence: 'An order that is not listed is taken.',
      shows,
      seam: overlookQuery('order', (value) => !['ascending', 'descending'].includes(value)),
    },
    {
      name: 'takes-young-reader',
      operation: 'listBooks',
      sentence: 'A header below its minimum is taken.',
      shows,
      seam: overlookHeader('X-Reader-Age', (value) => isDigits(value) && Number(value) < 3),
    },
    {
      name: 'takes-unknown-branch',
      operation: 'listBooks',
      sentence: 'A cookie that is none of those listed is taken.',
      shows,
      seam: overlookHeader('Cookie', (value) => !/branch=(north|south|harbour)\b/.test(value)),
    },
    {
      name: 'takes-strange-currency',
      operation: 'getBook',
      sentence: 'A currency that is not listed is taken.',
      shows,
      seam: overlookHeader('X-Currency', (value) => !['EUR', 'GBP', 'SEK'].includes(value)),
    },
    {
      name: 'takes-unknown-sort',
      operation: 'searchCatalogue',
      sentence: 'A form field that is not listed is taken.',
      shows,
      seam: overlookField('sort', (value) => !['title', 'year', 'price'].includes(value)),
    },
    {
      name: 'takes-cover-without-caption',
      operation: 'uploadCover',
      sentence: 'A required part may be left out.',
      ...missing,
      seam: repair((request) => {
        const text = request.body.toString('latin1');
        if (text.includes('name="caption"') || !isValidMultipart(request)) return request;
        const line = text.slice(0, text.indexOf('\r\n') + 2);
        const part = `${line}Content-Disposition: form-data; name="caption"\r\n\r\nnone\r\n`;
        return { ...request, body: Buffer.from(part + text, 'latin1') };
      }),
    },
    {
      name: 'takes-coarse-scan',
      operation: 'uploadCover',
      sentence: 'A dpi below its minimum is taken.',
      shows,
      seam: overlookPart('dpi', (value) => isDigits(value) && Number(value) < 72, '72'),
    },
    {
      name: 'takes-unknown-state',
      operation: 'listLoans',
      sentence: 'A state that is not listed is taken.',
      shows,
      seam: overlookQuery('state', (value) => !['active', 'overdue', 'returned'].includes(value)),
    },
    {
      name: 'takes-bad-mail',
      operation: 'createLoan',
      sentence: 'What is no address of mail is taken.',
      shows,
      seam: overlook(
        'reader',
        (value) => typeof value === 'string' && email({})(value, '').length > 0,
        'reader@example.org',
      ),
    },
    {
      name: 'takes-courier-to-nowhere',
      operation: 'createLoan',
      sentence: 'A courier is taken without an address.',
      shows,
      mayAlso: ['missing-required-accepted'],
      seam: fillIn(
        'address',
        { street: 'Lantern Street', city: 'Bellhaven' },
        (body) => isObject(body) && body['delivery'] === 'courier',
      ),
    },
    {
      name: 'takes-short-street',
      operation: 'createLoan',
      sentence: 'A member of a member is below its minLength, and taken.',
      shows,
      seam: overlook(
        'address.street',
        isText((text) => lengthOf(text) < 3),
        'Via',
      ),
    },
    {
      name: 'takes-too-many-days',
      operation: 'renewLoan',
      sentence: 'More days than the maximum are taken.',
      shows,
      seam: overlook('days', (value) => isWhole(value) && Number(value) > 28, 28),
    },
    {
      name: 'takes-half-a-day',
      operation: 'renewLoan',
      sentence: 'A number with a fraction is taken where a whole one belongs.',
      shows,
      seam: overlook('days', (value) => typeof value === 'number' && !Number.isInteger(value), 7),
    },
    {
      name: 'takes-unknown-day',
      operation: 'getHours',
      sentence: 'A day that is not listed is taken.',
      shows,
      seam: overlookQuery('day', (value) => !['monday', 'tuesday', 'saturday'].includes(value)),
    },
    {
      name: 'takes-too-many-lines',
      operation: 'getExcerpt',
      sentence: 'More lines than the maximum are taken.',
      shows,
      seam: overlookQuery('lines', (value) => isDigits(value) && Number(value) > 40),
    },
  ],
);
