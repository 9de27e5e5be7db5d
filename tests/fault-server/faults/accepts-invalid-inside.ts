/** Defects of validation further in: in items, in maps, in parts, and where a whole value is of the wrong kind. */
import { asText, isList, isObject, type Json } from '../http/json.ts';
import { day, moment } from '../rules/formats.ts';
import {
  overlook,
  overlookField,
  overlookPart,
  overlookQuery,
  repair,
  withJson,
} from './change-request.ts';
import { faultsOf, type Fault } from './fault.ts';
import { isText, jsonBody, lengthOf } from './when.ts';

const shows = 'invalid' as const;
const GENRES: readonly string[] = ['fiction', 'crime', 'travel', 'cooking', 'science', 'poetry'];

/** A body that is no object at all is taken for a good one. */
function overlookWhole(isWrong: (body: Json) => boolean, good: Json): ReturnType<typeof repair> {
  return repair((request) => {
    const body = jsonBody(request);
    return body !== undefined && isWrong(body) ? withJson(request, good) : request;
  });
}

function isNumber(isSo: (value: number) => boolean): (value: Json) => boolean {
  return (value) => typeof value === 'number' && isSo(value);
}

const IN_MEMBERS = faultsOf({ class: 'accepts-invalid', check: 'accepts-invalid' }, [
  {
    name: 'takes-unknown-genre-in-list',
    operation: 'replaceBook',
    sentence: 'A list with one genre that there is not is taken.',
    shows,
    seam: overlook(
      'genres',
      (value) => isList(value) && value.some((one) => !GENRES.includes(asText(one))),
      ['crime'],
    ),
  },
  {
    name: 'takes-no-genres',
    operation: 'createBook',
    sentence: 'An empty list below minItems is taken.',
    shows,
    seam: overlook('genres', (value) => isList(value) && value.length === 0, ['crime']),
  },
  {
    name: 'takes-long-tag',
    operation: 'createShelf',
    sentence: 'An item above its maxLength is taken.',
    shows,
    seam: overlook(
      'tags',
      (value) => isList(value) && value.some((one) => lengthOf(asText(one)) > 12),
      ['low'],
    ),
  },
  {
    name: 'takes-dear-book',
    operation: 'replaceBook',
    sentence: 'A price at its exclusive maximum is taken.',
    shows,
    seam: overlook(
      'price',
      isNumber((price) => price >= 1000),
      1,
    ),
  },
  {
    name: 'takes-uneven-price',
    operation: 'createBook',
    sentence: 'A price that is no multiple of a quarter is taken.',
    shows,
    seam: overlook(
      'price',
      isNumber((price) => price % 0.25 !== 0),
      1,
    ),
  },
  {
    name: 'takes-title-as-number',
    operation: 'replaceBook',
    sentence: 'A number is taken where a text belongs.',
    shows,
    seam: overlook('title', (value) => typeof value === 'number', 'Numbered'),
  },
  {
    name: 'takes-bad-isbn',
    operation: 'createBook',
    sentence: 'An ISBN that does not match its pattern is taken.',
    shows,
    seam: overlook(
      'isbn',
      isText((isbn) => !/^97[89][0-9]{10}$/.test(isbn)),
      null,
    ),
  },
  {
    name: 'takes-country-in-address',
    operation: 'createLoan',
    sentence: 'A closed object inside takes a member that it does not know.',
    shows,
    seam: overlook(
      'address',
      (value) =>
        isObject(value) &&
        Object.keys(value).some((name) => !['street', 'city', 'postcode'].includes(name)),
      { street: 'Lantern Street', city: 'Bellhaven' },
    ),
  },
  {
    name: 'takes-bad-moment',
    operation: 'renewLoan',
    sentence: 'What is no moment is taken for one.',
    shows,
    seam: overlook(
      'remindAt',
      (value) => typeof value === 'string' && moment(value, '').length > 0,
      '2026-01-01T00:00:00Z',
    ),
  },
  {
    name: 'takes-list-for-a-book',
    operation: 'createBook',
    sentence: 'A list is taken where an object belongs.',
    shows,
    seam: overlookWhole(isList, {
      medium: 'audio',
      title: 'Unnamed',
      author: 'Unknown',
      genres: ['crime'],
      minutes: 1,
    }),
  },
  {
    name: 'takes-null-for-a-change',
    operation: 'updateShelf',
    sentence: 'Null is taken for a body.',
    shows,
    seam: overlookWhole((body) => body === null, { note: null }),
  },
]);

const IN_PARAMETERS = faultsOf({ class: 'accepts-invalid', check: 'accepts-invalid' }, [
  {
    name: 'takes-bad-day-in-range',
    operation: 'listLoans',
    sentence: 'A member of an object in the query is no date, and taken.',
    shows,
    seam: overlookQuery('due[from]', (value) => day(value, '').length > 0),
  },
  {
    name: 'takes-strange-genre-in-query',
    operation: 'listBooks',
    sentence: 'An item of a list in the query is not listed, and taken.',
    shows,
    seam: overlookQuery('genres', (value) => value.split(',').some((one) => !GENRES.includes(one))),
  },
  {
    name: 'takes-negative-offset',
    operation: 'listLoans',
    sentence: 'An offset below nothing is taken.',
    shows,
    seam: overlookQuery('offset', (value) => /^-[0-9]+$/.test(value)),
  },
  {
    name: 'takes-long-label-in-query',
    operation: 'listShelves',
    sentence: 'A label above its maxLength is searched for.',
    shows,
    seam: overlookQuery('label', (value) => lengthOf(value) > 40),
  },
  {
    name: 'takes-unknown-field',
    operation: 'getBook',
    sentence: 'A field that cannot be left out is named, and taken.',
    shows,
    seam: overlookQuery('fields', (value) => !['summary', 'links'].includes(value)),
  },
  {
    name: 'takes-half-a-line',
    operation: 'getExcerpt',
    sentence: 'A number with a fraction is taken for a count of lines.',
    shows,
    seam: overlookQuery('lines', (value) => /^[0-9]+\.[0-9]+$/.test(value)),
  },
  {
    name: 'takes-late-year',
    operation: 'searchCatalogue',
    sentence: 'A year above its maximum is taken in a form.',
    shows,
    seam: overlookField('fromYear', (value) => /^[0-9]+$/.test(value) && Number(value) > 2100),
  },
  {
    name: 'takes-crop-without-width',
    operation: 'uploadCover',
    sentence: 'A part in JSON lacks a required member, and is taken.',
    shows,
    mayAlso: ['missing-required-accepted'],
    seam: overlookPart(
      'crop',
      (value) => /^\{/.test(value) && !value.includes('"width"'),
      '{"x":0,"y":0,"width":1,"height":1}',
    ),
  },
  {
    name: 'takes-unknown-side',
    operation: 'uploadCover',
    sentence: 'A side that is not listed is taken in a part.',
    shows,
    seam: overlookPart('side', (value) => !['front', 'back', 'spine'].includes(value), 'front'),
  },
]);

export const ACCEPTS_INVALID_INSIDE_FAULTS: readonly Fault[] = [...IN_MEMBERS, ...IN_PARAMETERS];
