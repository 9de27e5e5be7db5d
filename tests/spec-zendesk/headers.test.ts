/**
 * The headers that answers declare: which are always there, and what their values look like.
 */
import { expect, test } from 'vitest';
import { loadDescription, type JsonObject } from './description.ts';

const { operations, follow, errorsOf } = loadDescription();

interface HeaderObject {
  readonly required?: boolean;
  readonly schema: JsonObject;
}

function headersOf(
  id: string,
  status: string,
): ReadonlyMap<string, { required: boolean; accepts: (value: unknown) => boolean }> {
  const response = operations.find((operation) => operation.id === id)?.responses.get(status);
  return new Map(
    Object.entries(response?.value.headers ?? {}).map(([name, value]) => {
      const header = follow<HeaderObject>({ value, file: response?.file ?? '' });
      return [
        name,
        {
          required: header.value.required ?? false,
          accepts: (given) => errorsOf(header.value.schema, header.file, given).length === 0,
        },
      ];
    }),
  );
}

function requiredOf(id: string, status: string): readonly string[] {
  return [...headersOf(id, status)].filter(([, { required }]) => required).map(([name]) => name);
}

const ALWAYS = [
  'X-Request-Id',
  'X-Zendesk-API-Version',
  'X-Runtime',
  'X-Rate-Limit',
  'X-Rate-Limit-Remaining',
];

test.each([
  ['CreateTicket', '201', [...ALWAYS, 'ETag', 'Cache-Control', 'Location']],
  ['CreateTicket', '202', ALWAYS],
  ['CreateTicket', '422', []],
  ['CreateTicket', '429', []],
  ['ShowTicket', '200', [...ALWAYS, 'ETag', 'Cache-Control']],
  ['ShowTicket', '404', [...ALWAYS, 'Cache-Control']],
  ['ShowTicket', '401', []],
  ['ShowTicket', '304', []],
  ['DeleteTicket', '204', [...ALWAYS, 'Cache-Control']],
  ['MakeTicketCommentPrivate', '200', ALWAYS],
])('%s %s requires the headers that every recording has', (id, status, expected) => {
  expect(requiredOf(id, status)).toEqual(expected);
});

test('the rate limit is declared under each of its names, none of the renamed ones required', () => {
  const headers = headersOf('ListTickets', '200');
  const renamed = [
    'Rate-Limit',
    'Rate-Limit-Remaining',
    'Rate-Limit-Reset',
    'RateLimit-Limit',
    'RateLimit-Remaining',
    'RateLimit-Reset',
    'Zendesk-Rate-Limit-tickets-index',
    'Zendesk-RateLimit-tickets-index',
  ];

  expect(renamed.map((name) => headers.get(name)?.required)).toEqual(renamed.map(() => false));
});

test.each([
  ['X-Request-Id', ['1f9a2c80ae0b'], []],
  ['X-Request-Id', ['1f9a2c80ae0b', '1f9a2c80ae0b'], ['']],
  ['X-Rate-Limit', 700, -1],
  ['X-Rate-Limit-Remaining', 698, 'many'],
  ['RateLimit-Reset', 57, 57.5],
  ['X-Runtime', 0.281, 'fast'],
  ['X-Zendesk-API-Version', 'v2', 'v3'],
  ['ETag', 'W/"0cb6b4a4ae2e23d6d0a3f5cd0c0a7c1b"', '"0cb6b4a4ae2e23d6d0a3f5cd0c0a7c1b"'],
  ['Cache-Control', 'max-age=0, private, must-revalidate', 'public'],
  [
    'Zendesk-RateLimit-ticket-request-create-by-user-and-ip',
    'total=300; remaining=299; resets=57',
    '299',
  ],
  [
    'Location',
    'https://x.zendesk.com/api/v2/tickets/33.json',
    'https://x.zendesk.com/api/v2/tickets/33',
  ],
  ['X-Idempotency-Lookup', 'miss', 'maybe'],
  ['X-Zendesk-API-Warn', '{:controller=>"tickets"}', 5],
])('%s takes %j and not %j', (name, good, bad) => {
  const header = headersOf('CreateTicket', '201').get(name);

  expect(header?.accepts(good)).toBe(true);
  expect(header?.accepts(bad)).toBe(false);
});

test('a refusal for sending too much may say how long to wait', () => {
  const header = headersOf('ListTickets', '429').get('Retry-After');

  expect(header?.required).toBe(false);
  expect([10, '10s'].map((value) => header?.accepts(value))).toEqual([true, false]);
});
