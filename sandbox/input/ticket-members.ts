// The members of a ticket that a request may set, each with its reader, and which of them each kind of request knows.
import { PRIORITIES, STATUSES, TYPES } from '../desk/ticket.ts';
import { comment } from './comment-input.ts';
import { fieldSettings } from './custom-fields.ts';
import { instant } from './instant-reader.ts';
import type { MembersOf } from './members.ts';
import { collaborator, inlineRequester, personChange } from './person.ts';
import {
  arrayOf,
  email,
  id,
  integer,
  looseFlag,
  nullable,
  oneOrMore,
  record,
  text,
  word,
} from './reader.ts';

const SHARED = {
  additional_collaborators: arrayOf(collaborator),
  assignee_email: email,
  assignee_id: nullable(id),
  attribute_value_ids: arrayOf((value) =>
    typeof value === 'number' ? integer(value) : text(value),
  ),
  brand_id: id,
  collaborator_ids: arrayOf(id),
  collaborators: arrayOf(collaborator),
  comment,
  custom_fields: fieldSettings,
  custom_status_id: nullable(id),
  due_at: nullable(instant),
  email_cc_ids: arrayOf(id),
  email_ccs: arrayOf(personChange),
  external_id: nullable(text),
  fields: fieldSettings,
  follower_ids: arrayOf(id),
  followers: arrayOf(personChange),
  group_id: nullable(id),
  macro_id: id,
  macro_ids: arrayOf(id),
  metadata: record,
  organization_id: nullable(id),
  priority: nullable(word(PRIORITIES)),
  problem_id: nullable(id),
  raw_subject: nullable(text),
  recipient: nullable(email),
  requester: inlineRequester,
  requester_id: id,
  safe_update: looseFlag,
  sharing_agreement_ids: arrayOf(id),
  status: word(STATUSES),
  subject: nullable(text),
  tags: oneOrMore(text),
  ticket_form_id: nullable(id),
  type: nullable(word(TYPES)),
  updated_stamp: instant,
} as const;

const CREATE_ONLY = {
  description: text,
  submitter_id: id,
  via: record,
  via_followup_source_id: id,
  via_id: integer,
  voice_comment: record,
} as const;

const IMPORT_ONLY = {
  created_at: instant,
  updated_at: instant,
  solved_at: nullable(instant),
  comments: arrayOf(comment),
} as const;

const BULK_ONLY = {
  additional_tags: oneOrMore(text),
  remove_tags: oneOrMore(text),
} as const;

type AllMembers = typeof SHARED & typeof CREATE_ONLY & typeof IMPORT_ONLY & typeof BULK_ONLY;

/** Everything a request may say of a ticket, by its name on the wire. */
export type TicketInput = MembersOf<AllMembers>;

/** The kinds of request that bring a ticket. */
export type TicketRequest = 'create' | 'update' | 'bulk-update' | 'import';

/** The members that each kind of request knows. */
export const TICKET_MEMBERS = {
  create: { ...SHARED, ...CREATE_ONLY },
  update: SHARED,
  'bulk-update': { ...SHARED, ...BULK_ONLY },
  import: { ...SHARED, ...CREATE_ONLY, ...IMPORT_ONLY },
} as const satisfies Record<TicketRequest, Partial<AllMembers>>;
