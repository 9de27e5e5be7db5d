/**
 * Truth, as far as it can be kept here: answers made up from what the recordings are known to hold,
 * member by member and null by null, and the small things that each envelope does differently.
 */
import { describe, expect, test } from 'vitest';
import { loadDescription } from './description.ts';
import { without } from './mutants.ts';
import {
  anAttachment,
  anAudit,
  aComment,
  aTicket,
  AGENT_ID,
  cursorPage,
  jobStatus,
  offsetPage,
} from './recorded-shapes.ts';

const { operations, errorsOf } = loadDescription();

/** @returns what the description holds against an answer; nothing when it accepts it. */
function complaints(
  id: string,
  status: string,
  body: unknown,
  type = 'application/json',
): readonly string[] {
  const response = operations.find((operation) => operation.id === id)?.responses.get(status);
  const schema = response?.value.content?.[type]?.schema;
  if (response === undefined || schema === undefined)
    return [`${id} ${status} declares no ${type}`];
  return errorsOf(schema, response.file, body).map(
    ({ instancePath, keyword, message }) => `${instancePath} ${keyword}: ${message ?? ''}`,
  );
}

describe('tickets', () => {
  test('a recorded create brings ticket and audit, with or without a zero timestamp', () => {
    expect(complaints('CreateTicket', '201', { ticket: aTicket(), audit: anAudit() })).toEqual([]);
    const stamped = aTicket({ generated_timestamp: 0 });
    expect(complaints('CreateTicket', '201', { ticket: stamped, audit: anAudit() })).toEqual([]);
    expect(complaints('CreateTicket', '201', { ticket: aTicket() })).not.toEqual([]);
  });

  test.each([
    'external_id',
    'type',
    'priority',
    'recipient',
    'assignee_id',
    'organization_id',
    'group_id',
    'forum_topic_id',
    'problem_id',
    'due_at',
    'satisfaction_rating',
    'custom_status_id',
    'ticket_form_id',
    'subject',
    'raw_subject',
  ])('%s may be null', (name) => {
    expect(complaints('ShowTicket', '200', { ticket: aTicket({ [name]: null }) })).toEqual([]);
  });

  test.each([
    'id',
    'url',
    'description',
    'status',
    'requester_id',
    'submitter_id',
    'brand_id',
    'tags',
    'custom_fields',
    'via',
    'is_public',
    'collaborator_ids',
  ])('%s may not be null', (name) => {
    expect(complaints('ShowTicket', '200', { ticket: aTicket({ [name]: null }) })).not.toEqual([]);
  });

  test('values that replace the nulls are held to their types', () => {
    const filled = {
      external_id: 'a',
      type: 'task',
      priority: 'low',
      recipient: 'help@example.com',
      assignee_id: AGENT_ID,
      group_id: AGENT_ID,
      forum_topic_id: 1,
      problem_id: 33,
      due_at: '2023-10-01T09:00:00Z',
      satisfaction_rating: { score: 'good', id: 5, comment: null },
    };

    expect(complaints('ShowTicket', '200', { ticket: aTicket(filled) })).toEqual([]);
    expect(complaints('ShowTicket', '200', { ticket: aTicket({ type: 'bug' }) })).not.toEqual([]);
    expect(
      complaints('ShowTicket', '200', { ticket: aTicket({ due_at: 'tomorrow' }) }),
    ).not.toEqual([]);
    expect(
      complaints('ShowTicket', '200', {
        ticket: aTicket({ satisfaction_rating: { score: 'fine' } }),
      }),
    ).not.toEqual([]);
  });

  test('members that nobody has declared pass', () => {
    expect(
      complaints('ShowTicket', '200', { ticket: aTicket({ lookup: { any: [1] } }), more: 1 }),
    ).toEqual([]);
  });

  test('deleted is a status of exports and of no other route', () => {
    const deleted = aTicket({ status: 'deleted', generated_timestamp: 1695080076 });
    const page = {
      tickets: [deleted],
      count: 1,
      end_of_stream: true,
      next_page: 'https://x.zendesk.com/api/v2/incremental/tickets.json?start_time=1',
      end_time: 1,
    };

    expect(complaints('IncrementalTicketExportTime', '200', page)).toEqual([]);
    expect(complaints('ShowTicket', '200', { ticket: deleted })).not.toEqual([]);
  });

  test('an old account may have a number for its channel', () => {
    const via = { channel: 30, source: { from: {}, to: {}, rel: null } };

    expect(complaints('ShowTicket', '200', { ticket: aTicket({ via }) })).toEqual([]);
  });
});

describe('paging', () => {
  const bare = without(aTicket(), 'fields');

  test('a list without paging has addresses and a count, and its tickets have `fields`', () => {
    expect(complaints('ListTickets', '200', offsetPage('tickets', [aTicket()], 1186))).toEqual([]);
    expect(complaints('ListTickets', '200', offsetPage('tickets', [bare], 1186))).not.toEqual([]);
  });

  test('a cursor page has neither, and its tickets lack `fields`', () => {
    expect(complaints('ListTickets', '200', cursorPage('tickets', [bare]))).toEqual([]);
    const broken = without(cursorPage('tickets', [bare]), 'meta');
    expect(complaints('ListTickets', '200', broken)).not.toEqual([]);
  });

  test('an empty cursor page has four nulls', () => {
    const page = {
      tickets: [],
      meta: { has_more: false, after_cursor: null, before_cursor: null },
      links: { prev: null, next: null },
    };

    expect(complaints('ListTickets', '200', page)).toEqual([]);
  });

  test("a view's first cursor page has nothing before it", () => {
    const page = cursorPage('tickets', [aTicket()]);
    const first = {
      ...page,
      meta: { ...page.meta, before_cursor: null },
      links: { ...page.links, prev: null },
    };

    expect(complaints('ListTicketsFromView', '200', first)).toEqual([]);
    expect(
      complaints('ListTicketsFromView', '200', offsetPage('tickets', [aTicket()], 2061)),
    ).toEqual([]);
    expect(complaints('ListTicketsFromView', '200', cursorPage('tickets', [bare]))).not.toEqual([]);
  });

  test('tickets shown by number come on one page', () => {
    expect(
      complaints('TicketsShowMany', '200', offsetPage('tickets', [aTicket()], 1, null)),
    ).toEqual([]);
  });

  test('the export by time counts its page and never lets the end be missed', () => {
    const ticket = aTicket({ generated_timestamp: 1695080076 });
    const page = {
      tickets: [ticket],
      count: 1,
      end_of_stream: true,
      next_page: null,
      end_time: null,
    };

    expect(complaints('IncrementalTicketExportTime', '200', page)).toEqual([]);
    expect(
      complaints('IncrementalTicketExportTime', '200', { ...page, tickets: [aTicket()] }),
    ).not.toEqual([]);
  });

  test('the export by cursor has nothing before any page', () => {
    const page = {
      tickets: [aTicket({ generated_timestamp: 1707271741 })],
      after_url:
        'https://x.zendesk.com/api/v2/incremental/tickets/cursor.json?cursor=MTcw%3D&per_page=1',
      before_url: null,
      after_cursor: 'MTcw',
      before_cursor: null,
      end_of_stream: false,
    };

    expect(complaints('IncrementalTicketExportCursor', '200', page)).toEqual([]);
  });

  test('sideloads are typed', () => {
    const page = offsetPage('tickets', [aTicket({ comment_count: 2 })], 1);

    expect(
      complaints('ListTickets', '200', {
        ...page,
        users: [{ id: AGENT_ID, name: 'A' }],
        groups: [{ id: 1, name: '' }],
      }),
    ).toEqual([]);
    expect(complaints('ListTickets', '200', { ...page, users: { id: AGENT_ID } })).not.toEqual([]);
    expect(
      complaints('ListTickets', '200', offsetPage('tickets', [aTicket({ comment_count: '2' })], 1)),
    ).not.toEqual([]);
  });
});

describe('audits and comments', () => {
  const list = (audit: unknown): unknown => cursorPage('audits', [audit]);

  test('a recorded audit passes with all, some or none of the system members', () => {
    for (const system of [
      anAudit().metadata.system,
      { location: 'Lisbon', latitude: 38.7, longitude: -9.1 },
      {},
    ]) {
      const audit = { ...anAudit(), metadata: { system, custom: {} } };
      expect(complaints('ListAuditsForTicket', '200', list(audit))).toEqual([]);
    }
  });

  test.each([
    ['Create', { value: '6130907993114', field_name: 'requester_id' }, { value: 6130907993114 }],
    ['Create', { value: 'old-17', field_name: 'external_id' }, { value: 17 }],
    ['Create', { value: null, field_name: 'priority' }, { value: 'huge' }],
    ['Create', { value: ['invoice'], field_name: 'tags' }, { value: 'invoice' }],
    ['Create', { value: 'test', field_name: 'subject' }, { value: 5 }],
    ['Create', { value: 'new', field_name: 'status' }, { value: 'fresh' }],
    [
      'Change',
      { value: 'deleted', field_name: 'status', previous_value: 'open' },
      { previous_value: 'ajar' },
    ],
    [
      'Change',
      { value: 'incident', field_name: 'type', previous_value: null },
      { previous_value: undefined },
    ],
    [
      'Change',
      { value: '1', field_name: 'assignee_id', previous_value: '2' },
      { previous_value: 2 },
    ],
    [
      'Comment',
      {
        author_id: -1,
        body: '',
        html_body: '',
        plain_body: '',
        public: true,
        attachments: [anAttachment()],
        audit_id: 7,
      },
      { audit_id: '7' },
    ],
    [
      'Notification',
      {
        via: {
          channel: 'rule',
          source: { from: { id: 1, title: 'T', deleted: false, revision_id: 1 }, rel: 'trigger' },
        },
        subject: 's',
        body: 'b',
        recipients: [AGENT_ID],
      },
      { recipients: ['a'] },
    ],
    ['CommentPrivacyChange', { comment_id: 7, public: false }, { public: 'no' }],
    ['CommentRedactionEvent', { comment_id: 7 }, { comment_id: undefined }],
    ['AttachmentRedactionEvent', { attachment_id: 8, comment_id: 7 }, { attachment_id: null }],
    ['SatisfactionRating', { score: 'good', assignee_id: AGENT_ID, body: null }, { score: 5 }],
    [
      'VoiceComment',
      { data: { from: '+1', call_duration: 40 }, public: false, formatted_from: '+1' },
      { data: { call_duration: 'long' } },
    ],
    ['Error', { message: 'm' }, { message: 5 }],
    ['OrganizationActivity', { subject: 's', body: 'b', recipients: [1] }, { recipients: 1 }],
    ['TicketSharingEvent', { agreement_id: 1, action: 'shared' }, { action: true }],
    [
      'AgentMacroReference',
      { macro_id: '1', macro_title: 'M', macro_deleted: false },
      { macro_deleted: 'no' },
    ],
    [
      'FollowerChange',
      { previous_followers: [], current_followers: ['a@example.com'] },
      { current_followers: 'a' },
    ],
  ])('an event %s like %j passes, and with %j it does not', (type, members, spoiled) => {
    const event = { id: 7400000000128, type, ...members };
    const broken = JSON.parse(JSON.stringify({ ...event, ...spoiled })) as unknown;

    expect(
      complaints('ListAuditsForTicket', '200', list({ ...anAudit(), events: [event] })),
    ).toEqual([]);
    expect(
      complaints('ListAuditsForTicket', '200', list({ ...anAudit(), events: [broken] })),
    ).not.toEqual([]);
  });

  test('an event of a type that nobody knows passes, but not without type or number', () => {
    const unknown = { ...anAudit(), events: [{ id: 1, type: 'WormholeOpened', radius: 3 }] };
    const untyped = { ...anAudit(), events: [{ id: 1, radius: 3 }] };
    const nameless = { ...anAudit(), events: [{ type: 'WormholeOpened' }] };

    expect(complaints('ListAuditsForTicket', '200', list(unknown))).toEqual([]);
    expect(complaints('ListAuditsForTicket', '200', list(untyped))).not.toEqual([]);
    expect(complaints('ListAuditsForTicket', '200', list(nameless))).not.toEqual([]);
  });

  test('a recorded comment passes under either paging', () => {
    expect(complaints('ListTicketComments', '200', cursorPage('comments', [aComment()]))).toEqual(
      [],
    );
    expect(
      complaints('ListTicketComments', '200', offsetPage('comments', [aComment()], 1)),
    ).toEqual([]);
    const broken = without(aComment(), 'metadata');
    expect(complaints('ListTicketComments', '200', cursorPage('comments', [broken]))).not.toEqual(
      [],
    );
  });

  test('a redacted attachment is answered as it was, without a size in pixels', () => {
    expect(complaints('RedactCommentAttachment', '200', { attachment: anAttachment() })).toEqual(
      [],
    );
    expect(
      complaints('RedactCommentAttachment', '200', {
        attachment: { ...anAttachment(), width: '80' },
      }),
    ).not.toEqual([]);
  });
});

describe('jobs', () => {
  const complaintsOfJob = (job: unknown): readonly string[] =>
    complaints('TicketsCreateMany', '200', { job_status: job });

  test.each([
    ['queued in 2023', jobStatus('queued')],
    ['queued in 2024', { ...jobStatus('queued'), job_type: 'Bulk Create Ticket' }],
    ['queued without a total', { ...jobStatus('queued'), total: null }],
    ['working', jobStatus('working')],
    [
      'completed creation',
      { ...jobStatus('completed'), results: [{ index: 0, id: 4018, account_id: 18525119 }] },
    ],
    [
      'completed update',
      {
        ...jobStatus('completed'),
        results: [{ action: 'update', status: 'Updated', success: true, id: 3862 }],
      },
    ],
    [
      'completed with a failure',
      {
        ...jobStatus('completed'),
        results: [{ index: 0, error: 'TicketUpdateFailed', id: 1, details: 'no' }],
      },
    ],
    [
      'completed removal for good',
      { ...jobStatus('completed'), total: null, progress: null, results: { success: true } },
    ],
  ])('a job %s passes', (_, job) => {
    expect(complaintsOfJob(job)).toEqual([]);
  });

  test.each([
    ['queued with results', { ...jobStatus('queued'), results: [] }],
    ['queued with progress', { ...jobStatus('queued'), progress: 0 }],
    ['working without a message', { ...jobStatus('working'), message: null }],
    ['completed without results', { ...jobStatus('completed'), results: null }],
    ['of an unknown status', { ...jobStatus('queued'), status: 'waiting' }],
    ['without its number', { ...jobStatus('queued'), id: 'abc' }],
    [
      'with a creation that lacks its account',
      { ...jobStatus('completed'), results: [{ index: 0, id: 1 }] },
    ],
    [
      'with an update that lacks its status',
      { ...jobStatus('completed'), results: [{ action: 'update', id: 1, success: true }] },
    ],
  ])('a job %s does not', (_, job) => {
    expect(complaintsOfJob(job)).not.toEqual([]);
  });
});

describe('errors', () => {
  test.each([
    ['ListTickets', '400', { errors: [{ code: 'InvalidPaginationDepth', title: 't' }] }],
    [
      'ListTickets',
      '400',
      { error: 'InvalidPaginationParameter', description: 'sort is not valid' },
    ],
    ['ListTickets', '400', { error: { title: 'Invalid attribute', message: 'm' } }],
    [
      'TicketsCreateMany',
      '400',
      {
        error: 'TooManyValues',
        description: 'Parameter  cannot specify more than 100 values',
        max_count: 100,
      },
    ],
    ['IncrementalTicketExportCursor', '400', { error: 'StartTimeTooRecent', description: 'd' }],
    ['IncrementalTicketExportTime', '422', { error: 'InvalidValue', description: 'd' }],
    ['CreateTicket', '400', { error: 'could not be read' }],
    ['ShowTicket', '401', { error: "Couldn't authenticate you" }],
    ['ShowTicket', '403', { error: { title: 'Forbidden', message: 'm' } }],
    ['ShowTicket', '404', { error: 'RecordNotFound', description: 'Not found' }],
    ['ShowTicket', '404', { error: 'InvalidEndpoint', description: 'Not found' }],
    ['OpenTicketInAgentBrowser', '404', ''],
    ['UpdateTicket', '409', { error: 'DatabaseConflict', description: 'Database collision' }],
    [
      'UpdateTicket',
      '422',
      {
        error: 'RecordInvalid',
        description: 'd',
        details: { status: [{ description: 'closed prevents ticket update' }] },
      },
    ],
    [
      'UpdateTicket',
      '422',
      {
        error: 'RecordInvalid',
        description: 'd',
        details: {
          base: [
            {
              description: 'x',
              error: null,
              ticket_field_id: 1,
              ticket_field_type: 'FieldAssignee',
            },
          ],
        },
      },
    ],
    ['ListTickets', '429', { error: 'APIRateLimitExceeded', description: 'd' }],
    ['ListTickets', '429', { errors: [{ code: 'TooManyRequests', title: 't' }] }],
  ])('%s %s takes %j', (id, status, body) => {
    expect(complaints(id, status, body)).toEqual([]);
  });

  test.each([
    ['ListTickets', '400', { error: 'InvalidPaginationParameter' }],
    ['ListTickets', '400', { error: { title: 'Invalid attribute' } }],
    ['ListTickets', '400', { errors: [] }],
    ['TicketsCreateMany', '400', { error: 'TooManyValues', description: 'd' }],
    ['ShowTicket', '401', { error: { title: 'no' } }],
    ['ShowTicket', '403', { error: 'no' }],
    ['ShowTicket', '404', { error: 'Gone', description: 'Not found' }],
    ['ShowTicket', '404', ''],
    ['UpdateTicket', '422', { error: 'RecordInvalid', description: 'd' }],
    ['UpdateTicket', '422', { error: 'RecordInvalid', description: 'd', details: [] }],
    ['UpdateTicket', '422', { error: 'RecordInvalid', description: 'd', details: { base: [] } }],
    ['ListTickets', '429', { error: 'APIRateLimitExceeded' }],
  ])('%s %s does not take %j', (id, status, body) => {
    expect(complaints(id, status, body)).not.toEqual([]);
  });

  test('a gateway may refuse in a sentence', () => {
    expect(complaints('ListTickets', '429', 'Too many', 'text/plain')).toEqual([]);
    expect(complaints('CreateTicket', '413', '<html></html>', 'text/html')).toEqual([]);
  });
});

describe('routes that were never recorded', () => {
  test('tags may be removed with or without an answer', () => {
    const operation = operations.find(({ id }) => id === 'DeleteTagsTicket');

    expect(complaints('DeleteTagsTicket', '200', { tags: [] })).toEqual([]);
    expect(operation?.responses.get('204')?.value.content).toBeUndefined();
  });

  test('related information is wrapped', () => {
    const flat = {
      topic_id: null,
      jira_issue_ids: [],
      followup_source_ids: [],
      from_archive: false,
      incidents: 0,
    };

    expect(complaints('TicketRelatedInformation', '200', { ticket_related: flat })).toEqual([]);
    expect(complaints('TicketRelatedInformation', '200', flat)).not.toEqual([]);
  });

  test('a person in copy may have a number or its digits', () => {
    expect(
      complaints('ListTicketEmailCCs', '200', { users: [{ id: '223443', name: 'J' }] }),
    ).toEqual([]);
    expect(complaints('ListTicketEmailCCs', '200', { users: [{ id: 223443, name: 'J' }] })).toEqual(
      [],
    );
    expect(
      complaints('ListTicketFollowers', '200', { users: [{ id: '223443', name: 'J' }] }),
    ).not.toEqual([]);
  });

  test('a count may not know when it was made', () => {
    expect(
      complaints('CountTickets', '200', { count: { value: 100000, refreshed_at: null } }),
    ).toEqual([]);
    expect(
      complaints('CountTickets', '200', {
        count: { value: 1, refreshed_at: '2023-09-18T23:37:39+00:00' },
      }),
    ).toEqual([]);
    expect(
      complaints('CountTickets', '200', { count: { value: 1, refreshed_at: 'now' } }),
    ).not.toEqual([]);
  });
});
