/**
 * Builders of answers as the recordings are known to hold them: the same members in the same order,
 * the same nulls, made-up values.
 */
import type { JsonObject } from './description.ts';

export const AGENT_ID = 6_130_907_993_114;
const BASE = 'https://x.zendesk.com/api/v2';
const NO_SOURCE = { from: {}, to: {}, rel: null };

/** A ticket with the 37 members of every route and `fields`; overrides last. */
export function aTicket(overrides: JsonObject = {}): JsonObject {
  return {
    url: `${BASE}/tickets/33.json`,
    id: 33,
    external_id: null,
    via: { channel: 'api', source: NO_SOURCE },
    created_at: '2023-09-18T23:34:35Z',
    updated_at: '2023-09-18T23:34:35Z',
    type: null,
    subject: 'test',
    raw_subject: 'test',
    description: 'test',
    priority: null,
    status: 'new',
    recipient: null,
    requester_id: AGENT_ID,
    submitter_id: AGENT_ID,
    assignee_id: null,
    organization_id: AGENT_ID,
    group_id: null,
    collaborator_ids: [],
    follower_ids: [],
    email_cc_ids: [],
    forum_topic_id: null,
    problem_id: null,
    has_incidents: false,
    is_public: true,
    due_at: null,
    tags: [],
    custom_fields: [{ id: AGENT_ID, value: null }],
    satisfaction_rating: null,
    sharing_agreement_ids: [],
    custom_status_id: AGENT_ID,
    fields: [{ id: AGENT_ID, value: null }],
    followup_ids: [],
    ticket_form_id: AGENT_ID,
    brand_id: AGENT_ID,
    allow_channelback: false,
    allow_attachments: true,
    from_messaging_channel: false,
    ...overrides,
  };
}

/** The audit of a plain creation. */
export function anAudit(): JsonObject & {
  readonly metadata: { readonly system: JsonObject; readonly custom: JsonObject };
} {
  const create = (field: string, value: unknown): JsonObject => ({
    id: 7_400_000_000_256,
    type: 'Create',
    value,
    field_name: field,
  });
  return {
    id: 7_400_000_000_000,
    ticket_id: 33,
    created_at: '2023-09-18T23:34:35Z',
    author_id: AGENT_ID,
    metadata: { system: aSystem(), custom: {} },
    events: [
      {
        id: 7_400_000_000_128,
        type: 'Comment',
        author_id: AGENT_ID,
        body: 'test',
        html_body: '<p>test</p>',
        plain_body: 'test',
        public: true,
        attachments: [],
        audit_id: 7_400_000_000_000,
      },
      create('subject', 'test'),
      create('requester_id', String(AGENT_ID)),
      create('priority', null),
      create('type', null),
      create('status', 'new'),
      create('custom_status_id', String(AGENT_ID)),
    ],
    via: { channel: 'api', source: NO_SOURCE },
  };
}

/** The one recorded comment. */
export function aComment(): JsonObject {
  return {
    id: 7_400_000_000_128,
    type: 'Comment',
    author_id: AGENT_ID,
    body: 'test',
    html_body: '<p>test</p>',
    plain_body: 'test',
    public: true,
    attachments: [anAttachment()],
    audit_id: 7_400_000_000_000,
    via: {
      channel: 'api',
      source: { from: {}, to: { name: 'Ada', address: 'ada@example.com' }, rel: null },
    },
    created_at: '2024-09-06T12:00:05Z',
    metadata: { system: aSystem(), custom: {} },
  };
}

/** A text file, whose width and height are null. */
export function anAttachment(): JsonObject {
  return {
    url: `${BASE}/attachments/${String(AGENT_ID)}.json`,
    id: AGENT_ID,
    file_name: 'notes.txt',
    content_url: 'https://x.zendesk.com/attachments/token/a/?name=notes.txt',
    mapped_content_url: 'https://x.zendesk.com/attachments/token/a/?name=notes.txt',
    content_type: 'text/plain',
    size: 131,
    width: null,
    height: null,
    inline: false,
    deleted: false,
    malware_access_override: false,
    malware_scan_result: 'not_scanned',
    thumbnails: [],
  };
}

/** The envelope without cursors; `next` is null for the only page. */
export function offsetPage(
  collection: string,
  items: readonly unknown[],
  count: number,
  next: string | null = `${BASE}/tickets.json?include=None&page=2`,
): JsonObject {
  return { [collection]: items, next_page: next, previous_page: null, count };
}

/** The envelope with cursors, none of them null although it is the last page. */
export function cursorPage(
  collection: string,
  items: readonly unknown[],
): JsonObject & { readonly meta: JsonObject; readonly links: JsonObject } {
  const address = `${BASE}/tickets.json?page%5Bafter%5D=eyJvIjoi%3D%3D&page%5Bsize%5D=100`;
  return {
    [collection]: items,
    meta: { has_more: false, after_cursor: 'eyJvIjoi==', before_cursor: 'eyJvIjoj==' },
    links: { prev: address, next: address },
  };
}

/** A job of two records at one of its stages, without `job_type` as in 2023. */
export function jobStatus(status: 'queued' | 'working' | 'completed'): JsonObject {
  const id = `V3-${'0a'.repeat(16)}`;
  const stages = {
    queued: { progress: null, status, message: null, results: null },
    working: { progress: 1, status, message: 'Creating ticket #1', results: null },
    completed: {
      progress: 2,
      status,
      message: 'Completed at 2023-09-18 23:22:37 +0000',
      results: [],
    },
  };
  return { id, url: `${BASE}/job_statuses/${id}.json`, total: 2, ...stages[status] };
}

function aSystem(): JsonObject {
  return {
    client: 'python-requests/2.31.0',
    ip_address: '203.0.113.7',
    location: 'Lisbon, 11, Portugal',
    latitude: 38.7219,
    longitude: -9.1398,
  };
}
