/**
 * What requests are held to. Every constraint that counts against the service when it accepts a
 * violation is listed with its evidence; all others carry `x-enforced: false`.
 */
import { describe, expect, test } from 'vitest';
import { loadDescription, nameOf, type JsonObject } from './description.ts';
import { requestConstraints } from './request-constraints.ts';

const description = loadDescription();
const constraints = requestConstraints(description);

/** C recorded, P probed, I public report, S published description, D vendor's documentation. */
const EVIDENCE: Readonly<Record<string, string>> = {
  'parameters/ids-to-update.yaml#/schema/maxItems': 'C D: id lists hold a hundred',
  'parameters/ids.yaml#/schema/maxItems': 'C D: id lists hold a hundred',
  'parameters/page.yaml#/schema/type': 'I P: 400 Invalid attribute',
  'schemas/requests/path-id.yaml#/type': 'I: 400 Invalid attribute',
  'schemas/requests/path-id.yaml#/minimum': 'C: 404 for every number without a record',
  'schemas/requests/create-many-tickets.yaml#/properties/tickets/maxItems': 'C: 400 TooManyValues',
  'schemas/requests/import-many-tickets.yaml#/properties/tickets/maxItems': 'C D: as create_many',
  'schemas/requests/update-many-tickets.yaml#/properties/tickets/maxItems': 'C D: as create_many',
  'schemas/requests/ticket-to-create.yaml#/type': 'I: 400, `ticket` is not an object',
  'schemas/requests/ticket-to-update.yaml#/type': 'I: 400, `ticket` is not an object',
  'schemas/requests/ticket-to-import.yaml#/type': 'I: 400, `ticket` is not an object',
  'schemas/requests/voice-ticket.yaml#/type': 'I: 400, `ticket` is not an object',
  'schemas/requests/create-ticket-from-tweet.yaml#/properties/ticket/type':
    'I: 400, `ticket` is not an object',
  'schemas/requests/ticket-to-create.yaml#/else/required': 'I: 422 BlankValue, three reports',
  'schemas/requests/ticket-to-create.yaml#/else/properties/description/pattern':
    'I: 422 BlankValue, three reports',
  'schemas/requests/first-comment.yaml#/else/required': 'I: 422 BlankValue, three reports',
  'schemas/requests/first-comment.yaml#/else/properties/body/pattern':
    'I: 422 BlankValue, three reports',
  'schemas/requests/ticket-type.yaml#/enum': 'S D: the values are fixed, 422',
  'schemas/requests/ticket-priority.yaml#/enum': 'S D: the values are fixed, 422',
  'schemas/requests/ticket-status.yaml#/enum': 'S D: the values are fixed, 422',
  'schemas/requests/rules/assignee-is-agent.yaml#/properties/assignee_id/maximum':
    'I D: 422 for an assignee who is no agent',
  'schemas/requests/rules/solving-needs-assignee.yaml#/then/anyOf/0/required':
    'P D: 422 FieldAssignee',
  'schemas/requests/rules/solving-needs-assignee.yaml#/then/anyOf/1/required':
    'P D: 422 FieldAssignee',
  'schemas/requests/rules/voicemail-needs-call.yaml#/then/required':
    'S: a voicemail must have a `voice_comment`',
  'schemas/requests/create-voice-ticket.yaml#/properties/display_to_agent/minimum':
    'S: 422 for an agent that is none',
  'schemas/requests/import-ticket.yaml#/required': 'I: 422 for an empty import',
  'schemas/requests/ticket-to-import.yaml#/anyOf/0/required': 'I: 422 for an empty import',
  'schemas/requests/ticket-to-import.yaml#/anyOf/1/required': 'I: 422 for an empty import',
  'schemas/requests/ticket-to-import.yaml#/anyOf/2/required': 'I: 422 for an empty import',
  'schemas/requests/rate-ticket.yaml#/properties/satisfaction_rating/properties/score/enum':
    'S: 422 for the states before a rating',
  'schemas/requests/redact-string.yaml#/required': 'S: the text is required',
};

test('exactly the constraints with evidence are held against the service', () => {
  const enforced = constraints
    .filter((constraint) => constraint.enforced)
    .map(({ place }) => place);

  expect(constraints.length).toBeGreaterThan(300);
  expect(enforced).toEqual(Object.keys(EVIDENCE).sort());
});

test('a request body may be missing without a known refusal', () => {
  const bodies = description.operations.flatMap(({ requestBody }) => requestBody ?? []);

  expect(bodies).toHaveLength(15);
  expect(bodies.filter((body) => (body as unknown as JsonObject)['x-enforced'] !== false)).toEqual(
    [],
  );
});

test('answers carry no marks of requests', () => {
  const answering = [...description.files].filter(
    ([file]) =>
      /^(schemas|headers|responses)\//.test(nameOf(file)) && !nameOf(file).includes('/requests/'),
  );
  const marked = answering.filter(([, value]) =>
    /"x-(enforced|opaque)"/.test(JSON.stringify(value)),
  );

  expect(marked.map(([file]) => nameOf(file))).toEqual([]);
});

test.each([
  ['parameters/cursor.yaml', ''],
  ['parameters/page-after.yaml', ''],
  ['parameters/page-before.yaml', ''],
  ['parameters/start-time.yaml', ''],
  ['parameters/start-time-of-first-page.yaml', ''],
  ['parameters/idempotency-key.yaml', ''],
  ['parameters/ids-to-update.yaml', ''],
  ['parameters/view-sort.yaml', ''],
  ['schemas/requests/updated-stamp.yaml', ''],
  ['schemas/requests/safe-update-flag.yaml', ''],
  ['schemas/requests/moment.yaml', ''],
  ['schemas/requests/collaborator.yaml', ''],
  ['schemas/requests/comment-members.yaml', 'uploads'],
  ['schemas/requests/ticket-members.yaml', 'custom_fields'],
  ['schemas/requests/ticket-members.yaml', 'assignee_email'],
  ['schemas/requests/ticket-members.yaml', 'attribute_value_ids'],
  ['schemas/requests/ticket-creation-members.yaml', 'via_followup_source_id'],
  ['schemas/requests/ticket-creation-members.yaml', 'recipient'],
  ['schemas/requests/create-voice-ticket.yaml', 'display_to_agent'],
  ['schemas/requests/voice-comment.yaml', 'answered_by_id'],
  ['schemas/requests/update-many-tickets.yaml', 'ticket'],
  ['schemas/requests/redact-string.yaml', 'text'],
])('%s %s is opaque: no schema can state its valid values', (name, member) => {
  const [, value] = [...description.files].find(([file]) => nameOf(file) === name) ?? [];
  const schema = value as JsonObject & { properties?: Record<string, JsonObject> };

  expect((member === '' ? schema : schema.properties?.[member])?.['x-opaque']).toBe(true);
});

function accepts(id: string, body: unknown): boolean {
  const operation = description.operations.find((each) => each.id === id);
  const schema = operation?.requestBody?.content['application/json']?.schema;
  return description.errorsOf(schema ?? {}, operation?.file ?? '', body).length === 0;
}

const TEXT = { comment: { body: 'b' } };

describe('rules across members', () => {
  test.each([
    ['CreateTicket', { ticket: TEXT }, true],
    ['CreateTicket', { ticket: { subject: 'test', description: 'test' } }, true],
    ['CreateTicket', { ticket: { subject: 'test' } }, false],
    ['CreateTicket', { ticket: { comment: { body: ' ' } } }, false],
    ['CreateTicket', { ticket: { comment: { public: true } } }, false],
    ['CreateTicket', { ticket: { comment: { html_body: '<b>b</b>' } } }, true],
    ['CreateTicket', { ticket: { ...TEXT, status: 'solved' } }, false],
    ['CreateTicket', { ticket: { ...TEXT, status: 'solved', assignee_id: 7 } }, true],
    [
      'CreateTicket',
      { ticket: { ...TEXT, status: 'solved', assignee_email: 'a@example.com' } },
      true,
    ],
    ['CreateTicket', { ticket: { ...TEXT, status: 'deleted' } }, false],
    ['CreateTicket', { ticket: { ...TEXT, problem_id: 7 } }, false],
    ['CreateTicket', { ticket: { ...TEXT, problem_id: 7, type: 'incident' } }, true],
    ['CreateTicket', { ticket: { ...TEXT, safe_update: true } }, false],
    ['CreateTicket', { ticket: { ...TEXT, wombat: [1] }, koala: 2 }, true],
    ['CreateTicket', { ticket: { ...TEXT, comment: { body: 'b', uploads: 'token' } } }, true],
    ['CreateTicket', {}, false],
    ['UpdateTicket', { ticket: {} }, true],
    ['UpdateTicket', { ticket: { status: 'new' } }, false],
    ['UpdateTicket', { ticket: { status: 'solved' } }, false],
    ['UpdateTicket', { ticket: { status: 'solved', assignee_id: 7 } }, true],
    ['UpdateTicket', { ticket: { priority: 'huge' } }, false],
    [
      'UpdateTicket',
      { ticket: { priority: 'high', safe_update: 'true', updated_stamp: '2023-09-18T23:34:35Z' } },
      true,
    ],
    ['TicketsCreateMany', { tickets: [TEXT] }, true],
    ['TicketsCreateMany', { tickets: [] }, false],
    ['TicketsCreateMany', { tickets: Array.from({ length: 101 }, () => TEXT) }, false],
    ['TicketsUpdateMany', { tickets: [{ id: 1, additional_tags: ['a'] }] }, true],
    ['TicketsUpdateMany', { tickets: [{ status: 'open' }] }, false],
    ['TicketsUpdateMany', { ticket: { remove_tags: ['a'] } }, true],
    ['TicketsUpdateMany', {}, false],
    ['CreateTicketOrVoicemailTicket', { ticket: { via_id: 45, ...TEXT } }, true],
    ['CreateTicketOrVoicemailTicket', { ticket: { via_id: 44, ...TEXT } }, false],
    ['CreateTicketOrVoicemailTicket', { ticket: { via_id: 45 } }, false],
    ['CreateTicketOrVoicemailTicket', { ticket: { via_id: 47, ...TEXT } }, false],
    ['CreateTicketSatisfactionRating', { satisfaction_rating: { score: 'offered' } }, false],
    [
      'CreateTicketSatisfactionRating',
      { satisfaction_rating: { score: 'good', reason_code: 5 } },
      false,
    ],
    [
      'CreateTicketSatisfactionRating',
      { satisfaction_rating: { score: 'bad', reason_code: 5 } },
      true,
    ],
    ['TicketImport', { ticket: {} }, false],
    ['TicketImport', { ticket: { subject: 's', description: 'd' } }, true],
    ['TicketImport', { ticket: { comments: [{ author_id: 1, value: 'text' }] } }, true],
    ['TicketImport', { ticket: { comments: [{ author_id: 1 }] } }, false],
    ['MergeTicketsIntoTargetTicket', { ids: [] }, false],
    ['MergeTicketsIntoTargetTicket', { ids: [2] }, true],
    ['SetTagsTicket', { tags: [] }, true],
    ['SetTagsTicket', { tags: ['two words'] }, false],
    ['SetTagsTicket', {}, false],
    ['CreateTicketFromTweet', { ticket: { twitter_status_message_id: 1 } }, false],
    ['RedactStringInComment', {}, false],
    ['SetTicketAttributeValues', { attribute_value_ids: 'all' }, false],
  ])('%s with %j: valid is %s', (id, body, expected) => {
    expect(accepts(id, body)).toBe(expected);
  });
});

describe('query and header parameters', () => {
  const parameterOf = (id: string, name: string): JsonObject | undefined =>
    description.operations
      .find((operation) => operation.id === id)
      ?.parameters.map(({ value }) => value as unknown as JsonObject)
      .find((parameter) => parameter['name'] === name);

  test.each([
    ['ListTickets', 'per_page', { type: 'integer', minimum: 1, maximum: 100, default: 100 }],
    ['ListTickets', 'page[size]', { type: 'integer', minimum: 1, maximum: 100 }],
    [
      'ListTickets',
      'sort',
      { enum: ['id', '-id', 'status', '-status', 'updated_at', '-updated_at'] },
    ],
    ['ListTickets', 'sort_order', { enum: ['asc', 'desc'], default: 'asc' }],
    ['ListTicketComments', 'sort', { enum: ['created_at', '-created_at'] }],
    ['ListTicketComments', 'include_inline_images', { type: 'boolean', default: false }],
    ['IncrementalTicketExportTime', 'per_page', { minimum: 1, maximum: 1000, default: 1000 }],
    ['TicketsShowMany', 'ids', { type: 'array', minItems: 1, maxItems: 100 }],
    ['BulkDeleteTickets', 'ids', { type: 'array', minItems: 1, maxItems: 100 }],
    ['CreateTicket', 'async', { type: 'boolean' }],
    ['CreateTicket', 'Idempotency-Key', { type: 'string', maxLength: 255 }],
    ['TicketImport', 'archive_immediately', { type: 'boolean', default: false }],
  ])('%s takes %s as %j', (id, name, expected) => {
    expect(parameterOf(id, name)?.['schema']).toMatchObject(expected);
  });

  test('lists in the query are parted by commas', () => {
    const lists = description.operations
      .flatMap(({ parameters }) => parameters.map(({ value }) => value as unknown as JsonObject))
      .filter(({ schema }) => (schema as JsonObject)['type'] === 'array');

    expect(lists.length).toBeGreaterThan(10);
    expect(lists.filter(({ style, explode }) => style !== 'form' || explode !== false)).toEqual([]);
  });

  test('only the first call of the cursor export needs a moment', () => {
    expect(parameterOf('IncrementalTicketExportTime', 'start_time')?.['required']).toBe(true);
    expect(
      parameterOf('IncrementalTicketExportCursor', 'start_time')?.['required'],
    ).toBeUndefined();
    expect(parameterOf('IncrementalTicketExportCursor', 'start_time')?.['example']).toBe(
      1_577_836_800,
    );
  });

  test('no list needs more than what names the ticket, the view or the moment', () => {
    const needed = description.operations
      .filter(({ method }) => method === 'GET')
      .flatMap(({ id, parameters }) =>
        parameters
          .filter(({ value }) => value.required === true && value.in !== 'path')
          .map(({ value }) => `${id} ${value.name}`),
      );

    expect(needed).toEqual(['IncrementalTicketExportTime start_time', 'TicketsShowMany ids']);
  });
});
