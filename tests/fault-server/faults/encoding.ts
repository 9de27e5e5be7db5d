/** Defects of bytes and words: text that is no UTF-8, numbers that lose digits, words that drift from those listed. */
import { asText, isList, isObject, type Json } from '../http/json.ts';
import { bytes, json, member, spoil } from './change-answer.ts';
import { faultsOf, type Fault } from './fault.ts';
import { bodySays, both, fromThe, isText, querySays } from './when.ts';

const ASTRAL = /[\u{10000}-\u{10ffff}]/u;

/** Characters up to U+00FF as one byte each. */
function latin1(body: Buffer): Buffer {
  return Buffer.from(body.toString('utf8'), 'latin1');
}

/** What 32 bits make of a number. */
function wrapped(value: Json): Json {
  return typeof value === 'number' || typeof value === 'bigint'
    ? Number(BigInt.asIntN(32, BigInt(value)))
    : value;
}

function single(value: Json): Json {
  return typeof value === 'number' || typeof value === 'bigint'
    ? Math.fround(Number(value))
    : value;
}

export const ENCODING_FAULTS: readonly Fault[] = [
  ...faultsOf({ class: 'utf8', check: 'utf8-valid' }, [
    {
      name: 'latin-letters-in-label',
      operation: 'createShelf',
      sentence: 'A label with letters beyond ASCII comes back in Latin-1.',
      shows: 'hostile',
      mayAlso: ['response-schema'],
      seam: spoil(
        bytes(latin1),
        bodySays(
          'label',
          isText((text) => /[\u0080-\u00ff]/.test(text)),
        ),
      ),
    },
    {
      name: 'numbered-excerpt-in-latin',
      operation: 'getExcerpt',
      sentence: 'With numbers the text, said to be UTF-8, holds a byte of Latin-1.',
      shows: 'edge',
      mayAlso: ['response-schema'],
      seam: spoil(
        bytes((body) => Buffer.concat([body, Buffer.from([0xe9])])),
        querySays('numbered', (value) => value === 'true'),
      ),
    },
    {
      name: 'half-a-character-in-title',
      operation: 'replaceBook',
      sentence: 'Of a character beyond the basic plane half comes back.',
      shows: 'hostile',
      mayAlso: ['response-schema'],
      seam: spoil(
        bytes((body) => body.toString('utf8').replace(ASTRAL, '\\ud83d')),
        bodySays(
          'title',
          isText((text) => ASTRAL.test(text)),
        ),
      ),
    },
  ]),
  ...faultsOf({ class: 'integer-precision', check: 'integer-precision' }, [
    {
      name: 'barcode-in-single-precision',
      operation: 'createBook',
      sentence: 'A large barcode comes back as a float of 32 bits holds it.',
      shows: 'edge',
      seam: spoil(
        json(member('barcode', (value) => (value === null ? undefined : single(value)))),
        bodySays('barcode', (value) => Number(value) > 2 ** 24),
      ),
    },
  ]),
  ...faultsOf({ class: 'integer-precision', check: 'response-schema' }, [
    {
      name: 'barcode-wraps',
      operation: 'replaceBook',
      sentence: 'A barcode of more than 32 bits wraps and turns negative.',
      shows: 'edge',
      mayAlso: ['integer-precision'],
      seam: spoil(
        json(member('barcode', wrapped)),
        bodySays('barcode', (value) => Number(value) > 2 ** 31),
      ),
    },
  ]),
  ...faultsOf({ class: 'enum-drift', check: 'response-schema' }, [
    {
      name: 'binding-drifts',
      operation: 'createBook',
      sentence: 'hard comes back as hardcover.',
      shows: 'edge',
      mayAlso: ['enum-drift'],
      seam: spoil(
        json(member('binding', () => 'hardcover')),
        bodySays('binding', (value) => value === 'hard'),
      ),
    },
    {
      name: 'kind-in-capitals',
      operation: 'getShelf',
      sentence: 'The kind begins with a capital.',
      shows: 'template',
      mayAlso: ['enum-drift'],
      seam: spoil(
        json(member('kind', (kind) => asText(kind).replace(/^./, (first) => first.toUpperCase()))),
      ),
    },
    {
      name: 'state-drifts-on-renewal',
      operation: 'renewLoan',
      sentence: 'From the second renewal on the state is Active.',
      shows: 'repeat',
      mayAlso: ['enum-drift'],
      seam: spoil(json(member('state', () => 'Active')), fromThe(2)),
    },
    {
      name: 'currency-drifts-with-fields',
      operation: 'getBook',
      sentence: 'With fields left out the currency is in small letters.',
      shows: 'edge',
      mayAlso: ['enum-drift'],
      seam: spoil(
        json(member('currency', (value) => asText(value).toLowerCase())),
        querySays('fields', () => true),
      ),
    },
  ]),
];

export const OPT_IN_FAULTS: readonly Fault[] = [
  ...faultsOf({ class: 'undeclared-members', check: 'undeclared-members' }, [
    {
      name: 'access-code-shown',
      operation: 'createShelf',
      sentence: 'The access code, which only goes in, comes out again.',
      shows: 'edge',
      optIn: true,
      seam: {
        after: (reply, request) => {
          const code = /"accessCode":\s*("[0-9]+")/.exec(request.body.toString('utf8'))?.[1];
          const isMade = reply.status === 201 && code !== undefined;
          return isMade ? json(member('accessCode', () => code.slice(1, -1)))(reply) : reply;
        },
      },
    },
    {
      name: 'row-number-shown',
      operation: 'listBooks',
      sentence: 'Every book has a member that no one declares.',
      shows: 'template',
      optIn: true,
      seam: spoil(
        json(
          member('books', (books) =>
            isList(books)
              ? books.map((book) => (isObject(book) ? { ...book, _row: 1 } : book))
              : books,
          ),
        ),
      ),
    },
  ]),
  ...faultsOf({ class: 'response-time', check: 'response-time' }, [
    {
      name: 'slow-status',
      operation: 'getStatus',
      sentence: 'One word takes two seconds.',
      shows: 'template',
      optIn: true,
      seam: { delayMs: () => 2_000 },
    },
    {
      name: 'slow-urgent-courier',
      operation: 'createLoan',
      sentence: 'A gift by courier takes two seconds.',
      shows: 'pair',
      optIn: true,
      seam: {
        delayMs: (_reply, request, scene) =>
          both(
            bodySays('delivery', (value) => value === 'courier'),
            bodySays('priority', (value) => value === 'high'),
          )(request, scene)
            ? 2_000
            : 0,
      },
    },
  ]),
  ...faultsOf({ class: 'error-body-consistency', check: 'error-body-consistency' }, [
    {
      name: 'another-shape-of-refusal',
      operation: 'createLoan',
      sentence: 'Its 400 tells errors by member, where all others list complaints.',
      shows: 'invalid',
      optIn: true,
      seam: {
        after: (reply) =>
          reply.status === 400
            ? json((body) => {
                if (!isObject(body)) return body;
                const { complaints, ...rest } = body;
                const rows = isList(complaints ?? null) ? (complaints as readonly Json[]) : [];
                const errors = rows.flatMap((row) =>
                  isObject(row) ? [[asText(row['at']), asText(row['message'])] as const] : [],
                );
                return { ...rest, errors: Object.fromEntries(errors) };
              })(reply)
            : reply,
      },
    },
  ]),
];
