/** Defects of what is written: null where nothing is meant, numbers in quotes, moments without a zone, a text cut in the middle. */
import { asText, isList, isObject } from '../http/json.ts';
import { headerOf } from '../http/message.ts';
import { crash, bytes, header, json, member, spoil, spoilStatus } from './change-answer.ts';
import { faultsOf, type Fault } from './fault.ts';
import { bodySays, headerSays, isText, querySays } from './when.ts';

export const CARELESS_WRITER_FAULTS: readonly Fault[] = [
  ...faultsOf({ class: 'schema', check: 'response-schema' }, [
    {
      name: 'limit-told-only-when-asked',
      operation: 'listShelves',
      sentence: 'The limit is left out unless it was asked for.',
      shows: 'template',
      seam: spoil(
        json(member('limit', () => undefined)),
        (request) => !request.target.includes('limit='),
      ),
    },
    {
      name: 'null-for-no-series',
      operation: 'getBook',
      sentence: 'What a book has not is told as null.',
      shows: 'template',
      seam: spoil(json(member('series', (value) => value))),
    },
    {
      name: 'price-in-quotes',
      operation: 'replaceBook',
      sentence: 'A price comes back in quotes.',
      shows: 'edge',
      seam: spoil(
        json(member('price', (value) => (value === null ? undefined : asText(value)))),
        bodySays('price', () => true),
      ),
    },
    {
      name: 'null-for-no-tags',
      operation: 'createShelf',
      sentence: 'An empty list comes back as null.',
      shows: 'edge',
      seam: spoil(
        json(member('tags', () => null)),
        bodySays('tags', (tags) => isList(tags) && tags.length === 0),
      ),
    },
    {
      name: 'moment-of-no-zone',
      operation: 'createShelf',
      sentence: 'The moment has no zone.',
      shows: 'template',
      seam: spoil(json(member('createdAt', () => '2026-03-01T12:00:00'))),
    },
    {
      name: 'moment-in-seconds',
      operation: 'updateShelf',
      sentence: 'The moment is a count of seconds.',
      shows: 'template',
      seam: spoil(json(member('createdAt', () => 1_772_366_400))),
    },
    {
      name: 'half-a-capacity',
      operation: 'createShelf',
      sentence: 'A capacity comes back with a half too many.',
      shows: 'edge',
      seam: spoil(
        json(member('capacity', (value) => Number(value) + 0.5)),
        bodySays('capacity', () => true),
      ),
    },
    {
      name: 'year-of-two-digits',
      operation: 'getBook',
      sentence: 'With X-Currency SEK the year has two digits.',
      shows: 'header',
      seam: spoil(
        json(member('year', () => 99)),
        headerSays('X-Currency', (value) => value === 'SEK'),
      ),
    },
    {
      name: 'tab-before-the-excerpt',
      operation: 'getExcerpt',
      sentence: 'The text begins with a tab, which its pattern has not.',
      shows: 'template',
      seam: spoil(bytes((body) => Buffer.concat([Buffer.from('\t'), body]))),
    },
    {
      name: 'csv-with-bare-line-ends',
      operation: 'exportCatalogue',
      sentence: 'The lines of CSV of one medium end in LF alone.',
      shows: 'edge',
      seam: spoil(
        (answer) =>
          headerOf(answer, 'Content-Type')?.includes('csv') === true
            ? bytes((body) => body.toString().replaceAll('\r\n', '\n'))(answer)
            : answer,
        querySays('medium', () => true),
      ),
    },
    {
      name: 'address-as-a-text',
      operation: 'createLoan',
      sentence: 'An address comes back as one text.',
      shows: 'edge',
      seam: spoil(
        json(
          member('address', (value) =>
            isObject(value) ? asText(value['city'] ?? null) : undefined,
          ),
        ),
        bodySays('address', () => true),
      ),
    },
  ]),
  ...faultsOf({ class: 'headers', check: 'response-headers' }, [
    {
      name: 'no-location-of-tagged-shelf',
      operation: 'createShelf',
      sentence: 'A shelf with tags has no Location.',
      shows: 'edge',
      seam: spoil(
        header('Location'),
        bodySays('tags', (tags) => isList(tags) && tags.length > 0),
      ),
    },
    {
      name: 'total-with-a-comma',
      operation: 'listLoans',
      sentence: 'X-Total-Count is written for people: 1,000.',
      shows: 'edge',
      seam: spoil(
        header('X-Total-Count', '1,000'),
        querySays('state', (state) => state === 'returned'),
      ),
    },
  ]),
  ...faultsOf({ class: 'content-type', check: 'content-type-declared' }, [
    {
      name: 'not-acceptable-in-plain-text',
      operation: 'getShelf',
      sentence: 'A 406 comes as text/plain.',
      shows: 'probe',
      seam: spoilStatus(406, header('Content-Type', 'text/plain')),
    },
  ]),
  ...faultsOf({ class: 'www-authenticate', check: 'www-authenticate' }, [
    {
      name: 'challenge-without-scheme',
      operation: 'listBooks',
      sentence: 'The WWW-Authenticate of a 401 names a realm and no scheme.',
      shows: 'probe',
      mayAlso: ['response-headers'],
      seam: spoilStatus(401, header('WWW-Authenticate', 'realm="library"')),
    },
  ]),
  ...faultsOf({ class: 'utf8', check: 'utf8-valid' }, [
    {
      name: 'letter-cut-in-the-middle',
      operation: 'updateShelf',
      sentence: 'Of a letter beyond ASCII the last byte is lost.',
      shows: 'hostile',
      mayAlso: ['response-schema'],
      seam: spoil(
        bytes((body) => {
          const at = body.findIndex((byte) => byte >= 0x80);
          return at < 0 ? body : Buffer.concat([body.subarray(0, at), body.subarray(at + 1)]);
        }),
        bodySays(
          'label',
          isText((label) => /[^\u0000-\u007f]/.test(label)),
        ),
      ),
    },
  ]),
  ...faultsOf({ class: 'server-error', check: 'not-a-server-error' }, [
    {
      name: 'crashes-when-refusing-type',
      operation: 'createShelf',
      sentence: 'A media type that is not declared is a 500.',
      shows: 'probe',
      seam: spoilStatus(415, () => crash()),
    },
  ]),
];
