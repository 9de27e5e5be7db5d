/**
 * The links: each leads to an operation and names its parameters, each expression finds something
 * in an example of the answer, and whoever makes a ticket leads to everything that can be done with it.
 */
import { expect, test } from 'vitest';
import { loadDescription, type LinkObject, type MediaTypeObject } from './description.ts';

const description = loadDescription();
const { operations, follow } = description;

interface Found {
  readonly from: string;
  readonly status: string;
  readonly name: string;
  readonly link: LinkObject;
  readonly bodies: readonly unknown[];
  readonly requests: readonly unknown[];
}

const links: readonly Found[] = operations.flatMap(({ id, file, requestBody, responses }) =>
  [...responses].flatMap(([status, response]) =>
    Object.entries(response.value.links ?? {}).map(([name, link]) => ({
      from: id,
      status,
      name,
      link,
      bodies: valuesOf(response.value.content, response.file),
      requests: valuesOf(requestBody?.content, file),
    })),
  ),
);

function valuesOf(
  content: Readonly<Record<string, MediaTypeObject>> | undefined,
  file: string,
): readonly unknown[] {
  return Object.values(content ?? {})
    .flatMap(({ examples }) => Object.values(examples ?? {}))
    .map((value) => follow<{ value: unknown }>({ value, file }).value.value);
}

const ticketOperations = operations
  .filter(({ path }) => path.includes('{ticket_id}'))
  .map(({ id }) => id);
const bulkOperations = [
  'TicketsShowMany',
  'TicketsUpdateMany',
  'BulkDeleteTickets',
  'MarkManyTicketsAsSpam',
];

test('a link leads to an operation and names only its parameters', () => {
  const astray = links.filter(({ link }) => {
    const target = operations.find(({ id }) => id === link.operationId);
    const names = target?.parameters.map(({ value }) => value.name) ?? [];
    return (
      target === undefined ||
      Object.keys(link.parameters ?? {}).some((name) => !names.includes(name))
    );
  });

  expect(links.length).toBeGreaterThan(200);
  expect(astray).toEqual([]);
});

test("each expression finds something in an example of the answer, the request's path or its query", () => {
  const empty = links.flatMap((found) =>
    Object.values(found.link.parameters ?? {})
      .filter((expression) => !finds(expression, found))
      .map((expression) => `${found.from} ${found.name} ${expression}`),
  );

  expect(empty).toEqual([]);
});

function finds(expression: string, { from, bodies, requests }: Found): boolean {
  const own = operations
    .find(({ id }) => id === from)
    ?.parameters.map(({ value }) => `${value.in}.${value.name}`);
  if (expression.startsWith('$request.body#'))
    return requests.some((body) => holds(body, expression));
  if (expression.startsWith('$request.'))
    return own?.includes(expression.slice('$request.'.length)) ?? false;
  return expression.startsWith('$response.body#') && bodies.some((body) => holds(body, expression));
}

function holds(body: unknown, expression: string): boolean {
  const tokens = expression.slice(expression.indexOf('#/') + 2).split('/');
  const found = tokens.reduce<unknown>(
    (value, token) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string, unknown>)[token]
        : undefined,
    body,
  );
  return typeof found === 'number' || typeof found === 'string' || Array.isArray(found);
}

test.each(['CreateTicket', 'TicketImport', 'CreateTicketOrVoicemailTicket'])(
  '%s leads to every operation on the ticket that it made',
  (creator) => {
    const targets = links
      .filter(({ from }) => from === creator)
      .map(({ link }) => link.operationId);
    // What lies below a comment or an audit needs a number that only CreateTicket's answer is sure to show.
    const deeper = ticketOperations.filter((id) =>
      /Audit$|FromAudits$|^Redact|CommentPrivate$/.test(id),
    );
    const expected = [...ticketOperations, ...bulkOperations].filter(
      (id) => creator === 'CreateTicket' || !deeper.includes(id),
    );

    expect(targets).toEqual(expect.arrayContaining(expected));
  },
);

test.each([
  ['ListTickets', ['ShowTicket', 'UpdateTicket', 'DeleteTicket']],
  ['TicketsShowMany', ['ShowTicket', 'UpdateTicket', 'DeleteTicket']],
  ['ListTicketsFromView', ['ShowTicket', 'UpdateTicket', 'DeleteTicket']],
  ['ListTicketIncidents', ['ShowTicket', 'UpdateTicket', 'DeleteTicket']],
  ['IncrementalTicketExportTime', ['ShowTicket', 'UpdateTicket', 'DeleteTicket']],
  ['IncrementalTicketExportCursor', ['ShowTicket', 'UpdateTicket', 'DeleteTicket']],
  ['ListAuditsForTicket', ['ShowTicketAudit', 'MakeTicketCommentPrivateFromAudits']],
  [
    'ListTicketComments',
    ['MakeTicketCommentPrivate', 'RedactStringInComment', 'RedactCommentAttachment'],
  ],
  [
    'TicketsCreateMany',
    ['ListTickets', 'TicketsShowMany', 'ShowTicket', 'UpdateTicket', 'DeleteTicket'],
  ],
  ['SetTagsTicket', ['ListResourceTags', 'PutTagsTicket', 'DeleteTagsTicket']],
  ['SetTicketAttributeValues', ['ListTicketAttributeValues', 'SetTicketAttributeValues']],
  [
    'UpdateTicket',
    ['ShowTicket', 'ShowTicketAudit', 'MakeTicketCommentPrivate', 'RedactStringInComment'],
  ],
])('%s leads to what reads, changes and removes what it shows', (from, expected) => {
  const targets = links.filter((found) => found.from === from).map(({ link }) => link.operationId);

  expect(targets).toEqual(expect.arrayContaining(expected));
});

test.each([
  'ListTickets',
  'ListTicketComments',
  'ListAuditsForTicket',
  'ListTicketsFromView',
  'ListConversationLogForTicket',
  'IncrementalTicketExportTime',
  'IncrementalTicketExportCursor',
])('%s leads to its own next page', (id) => {
  const next = links.find(({ from, name }) => from === id && name === 'NextPage');

  expect(next?.link.operationId).toBe(id);
});
