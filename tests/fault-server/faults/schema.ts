/** Defects of body: what comes back is not what the response's schema says. */
import { asText, isList, isObject, type Json } from '../http/json.ts';
import { bytes, eachOf, json, member, spoil, spoilStatus } from './change-answer.ts';
import { faultsOf, type Fault } from './fault.ts';
import {
  bodySays,
  both,
  formSays,
  fromThe,
  headerSays,
  isText,
  partSays,
  querySays,
} from './when.ts';

const isIt = (word: string) => (value: Json) => value === word;

export const SCHEMA_FAULTS: readonly Fault[] = faultsOf(
  { class: 'schema', check: 'response-schema' },
  [
    {
      name: 'shelf-without-label',
      operation: 'getShelf',
      sentence: 'A required member is missing.',
      shows: 'template',
      seam: spoil(json(member('label', () => undefined))),
    },
    {
      name: 'book-id-as-number',
      operation: 'getBook',
      sentence: 'The id is a number.',
      shows: 'template',
      seam: spoil(json(member('id', (id) => Number(asText(id).slice(1))))),
    },
    {
      name: 'third-shelf-on-no-floor',
      operation: 'listShelves',
      sentence: 'Only the third shelf of a page has null for its floor.',
      shows: 'template',
      seam: spoil(
        json(
          eachOf('shelves', (item, index) =>
            index === 2 ? member('floor', () => null)(item) : item,
          ),
        ),
      ),
    },
    {
      name: 'broken-json-of-renewal',
      operation: 'renewLoan',
      sentence: 'The body has a comma too many.',
      shows: 'template',
      seam: spoil(bytes((body) => body.toString().replace(/\}$/, ',}'))),
    },
    {
      name: 'loan-with-inside',
      operation: 'createLoan',
      sentence: 'A member stands in an object that is closed.',
      shows: 'template',
      seam: spoil(json(member('row', () => 7))),
    },
    {
      name: 'empty-status',
      operation: 'getStatus',
      sentence: 'The word is one that is not listed.',
      shows: 'template',
      seam: spoil(bytes(() => 'maybe')),
    },
    {
      name: 'tags-twice',
      operation: 'createShelf',
      sentence: 'Of two tags and more the first comes back twice.',
      shows: 'edge',
      seam: spoil(
        json(
          member('tags', (tags) => (isList(tags) ? [...tags.slice(0, 4), tags[0] ?? null] : tags)),
        ),
        bodySays('tags', (tags) => isList(tags) && tags.length >= 2),
      ),
    },
    {
      name: 'moment-without-zone',
      operation: 'updateShelf',
      sentence: 'createdAt has lost its zone where the kind was changed.',
      shows: 'edge',
      seam: spoil(
        json(member('createdAt', (value) => asText(value).replace('Z', ''))),
        bodySays('kind', () => true),
      ),
    },
    {
      name: 'medium-in-capitals',
      operation: 'createBook',
      sentence: 'The discriminator of an ebook is EBOOK.',
      shows: 'edge',
      seam: spoil(json(member('medium', () => 'EBOOK')), bodySays('medium', isIt('ebook'))),
      mayAlso: ['enum-drift'],
    },
    {
      name: 'null-for-found',
      operation: 'searchCatalogue',
      sentence: 'Where nothing is found hits is null.',
      shows: 'edge',
      seam: spoil(
        json(member('hits', (hits) => (isList(hits) && hits.length === 0 ? null : hits))),
      ),
    },
    {
      name: 'ebook-without-format',
      operation: 'replaceBook',
      sentence: 'A protected pdf comes back without fileFormat.',
      shows: 'pair',
      seam: spoil(
        json(member('fileFormat', () => undefined)),
        both(
          bodySays('fileFormat', isIt('pdf')),
          bodySays('protected', (value) => value === true),
        ),
      ),
    },
    {
      name: 'price-as-text-in-pounds',
      operation: 'getBook',
      sentence: 'With X-Currency GBP the year is a text.',
      shows: 'header',
      seam: spoil(
        json(member('year', (year) => (year === null ? undefined : asText(year)))),
        headerSays('X-Currency', (value) => value === 'GBP'),
      ),
    },
    {
      name: 'renewals-below-nothing',
      operation: 'renewLoan',
      sentence: 'From the third renewal on renewals is -1.',
      shows: 'repeat',
      seam: spoil(json(member('renewals', () => -1)), fromThe(3)),
    },
    {
      name: 'crop-without-height',
      operation: 'uploadCover',
      sentence: 'A crop at the left edge comes back without its height.',
      shows: 'edge',
      seam: spoil(
        json(member('crop', (crop) => member('height', () => undefined)(crop))),
        partSays('crop', (value) => /"x":0[,}]/.test(value)),
      ),
    },
    {
      name: 'too-many-books',
      operation: 'listBooks',
      sentence: 'Without a page after it next is missing.',
      shows: 'edge',
      seam: spoil(json(member('next', (next) => next ?? undefined))),
    },
    {
      name: 'bad-problem',
      operation: 'createBook',
      sentence: 'A 400 tells its status as text.',
      shows: 'invalid',
      seam: spoilStatus(400, json(member('status', (value) => asText(value)))),
    },
    {
      name: 'list-for-one',
      operation: 'getLoan',
      sentence: 'One loan comes in a list.',
      shows: 'template',
      seam: spoil(json((body) => [body])),
    },
    {
      name: 'empty-page-as-object',
      operation: 'listLoans',
      sentence: 'An empty page of loans is an object, not a list.',
      shows: 'edge',
      seam: spoil(
        json(member('loans', (loans) => (isList(loans) && loans.length === 0 ? {} : loans))),
      ),
    },
    {
      name: 'export-without-title',
      operation: 'exportCatalogue',
      sentence: 'JSON of one medium leaves out the titles.',
      shows: 'header',
      seam: spoil((reply) =>
        reply.body.toString('latin1').startsWith('[')
          ? json((rows) => (isList(rows) ? rows.map(member('title', () => undefined)) : rows))(
              reply,
            )
          : reply,
      ),
    },
    {
      name: 'backslash-doubled',
      operation: 'createShelf',
      sentence: 'A label with a backslash comes back as broken JSON.',
      shows: 'hostile',
      seam: spoil(
        bytes((body) => body.toString().replaceAll('\\\\', '\\ ')),
        bodySays(
          'label',
          isText((label) => label.includes('\\')),
        ),
      ),
    },
    {
      name: 'words-lost-by-branch',
      operation: 'searchCatalogue',
      sentence: 'Where branches are named a hidden member shows.',
      shows: 'edge',
      seam: spoil(
        json((body) => (isObject(body) ? { ...body, shard: 3 } : body)),
        formSays('branches', () => true),
      ),
    },
    {
      name: 'offset-as-text',
      operation: 'listShelves',
      sentence: 'An offset that was asked for is told as text.',
      shows: 'edge',
      seam: spoil(
        json(member('offset', (value) => asText(value))),
        querySays('offset', () => true),
      ),
    },
  ],
);
