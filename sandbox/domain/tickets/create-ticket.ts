// Making a ticket: worked out step by step from a blank one, refused whole when anything is wrong, then written down with
// its first comment and one audit.
import type { Audit, EventDraft } from '../../desk/audit.ts';
import type { CallRecord, Comment } from '../../desk/comment.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Ticket } from '../../desk/ticket.ts';
import type { User } from '../../desk/user.ts';
import { VIA_API, type Via } from '../../desk/via.ts';
import { isBlank, type CommentInput } from '../../input/comment-input.ts';
import type { TicketInput } from '../../input/ticket-members.ts';
import type { DetailList } from '../../refusals/record-invalid.ts';
import { newComment } from '../comments/new-comment.ts';
import { assignmentStep } from './assignment-step.ts';
import { blankTicket } from './blank-ticket.ts';
import { applySteps, type Change } from './change.ts';
import { filingStep, textStep, typeStep } from './content-step.ts';
import { fieldsAndTagsStep } from './fields-step.ts';
import { followUp } from './follow-up.ts';
import { milestonesAfter } from './milestones.ts';
import { peopleStep } from './people-step.ts';
import { recordAudit } from './record-audit.ts';
import { requesterStep, submitterStep } from './requester-step.ts';
import { statusStep } from './status-step.ts';
import { creationEvents, joiningEvents } from './tracked-fields.ts';
import { triggerEvents } from './triggers.ts';

/** What differs between the ways a ticket can be made. */
export interface CreationManner {
  readonly via?: Via;
  /** A first comment that is a call or a tweet. */
  readonly firstKind?: Comment['kind'];
  readonly call?: CallRecord;
  /** Whether people are notified. @defaultValue true */
  readonly runsTriggers?: boolean;
  /** Brought over from elsewhere: solved without an assignee is taken, and nobody is notified. */
  readonly isImport?: boolean;
}

export interface Created {
  readonly ticket: Ticket;
  readonly audit: Audit;
  readonly comment: Comment;
}

const STEPS = [
  submitterStep,
  requesterStep,
  textStep,
  typeStep,
  filingStep,
  fieldsAndTagsStep,
  peopleStep,
  assignmentStep,
  statusStep,
] as const;

/** Makes a ticket. @param problems what reading the body found wrong already @throws {Refusal} 422 */
export function createTicket(
  desk: Desk,
  actor: User,
  input: TicketInput,
  problems: DetailList,
  manner: CreationManner = {},
): Created {
  const source = followUp(desk, input, problems);
  const change: Change = {
    desk,
    actor,
    before: null,
    input,
    problems,
    now: desk.clock.now(),
    isImport: manner.isImport ?? false,
  };
  const start = {
    ...blankTicket(desk, actor, manner.via ?? channelOf(input)),
    ...source?.inherited,
  };
  const draft = applySteps(change, start, STEPS);
  const said = firstComment(input);
  if (said === null || isBlank(said)) addBlankDescription(desk, problems);
  problems.refuseIfAny();
  const created = write(change, draft, said ?? EMPTY_COMMENT, manner);
  source?.link(created.ticket);
  return created;
}

const EMPTY_COMMENT: CommentInput = {
  body: '',
  htmlBody: null,
  isPublic: null,
  authorId: null,
  uploads: [],
  createdAt: null,
  unknown: [],
};

function firstComment({ comment, description }: TicketInput): CommentInput | null {
  if (comment !== undefined && (description === undefined || !isBlank(comment))) return comment;
  return description === undefined ? null : { ...EMPTY_COMMENT, body: description };
}

function write(change: Change, draft: Ticket, said: CommentInput, manner: CreationManner): Created {
  const { desk, actor, input, problems, now } = change;
  const auditId = desk.ids.large();
  const id = desk.ids.ticket();
  const custom = input.metadata ?? {};
  const author = desk.users.get(draft.submitterId) ?? actor;
  const spoken = newComment({
    desk,
    ticket: { ...draft, id },
    input: said,
    author,
    auditId,
    via: VIA_API,
    custom,
    problems,
  });
  problems.refuseIfAny();
  const comment: Comment = {
    ...spoken,
    kind: manner.firstKind ?? 'Comment',
    call: manner.call ?? null,
  };
  const named: Ticket = {
    ...draft,
    id,
    description: comment.plainBody,
    isPublic: comment.isPublic,
  };
  const milestones = milestonesAfter({ before: null, after: named, actor, comment, now });
  const ticket: Ticket = { ...named, milestones };
  desk.tickets.set(id, ticket);
  desk.comments.set(id, [comment]);
  const audit = recordAudit(desk, {
    id: auditId,
    ticketId: id,
    authorId: actor.id,
    via: ticket.via.channel === 'api' ? VIA_API : ticket.via,
    custom,
    events: eventsOf(change, ticket, comment, manner.runsTriggers ?? !change.isImport),
  });
  return { ticket, audit, comment };
}

function eventsOf(
  { desk, input }: Change,
  ticket: Ticket,
  comment: Comment,
  runsTriggers: boolean,
): readonly EventDraft[] {
  return [
    { kind: 'comment', commentId: comment.id },
    ...creationEvents(ticket),
    ...joiningEvents(ticket),
    ...macroEvents(desk, input.macro_ids ?? (input.macro_id === undefined ? [] : [input.macro_id])),
    ...(runsTriggers ? triggerEvents(ticket, comment, true) : []),
  ];
}

/** The events that tell which macros a change says it came from. */
export function macroEvents(desk: Desk, macroIds: readonly number[]): readonly EventDraft[] {
  return macroIds.flatMap((id): readonly EventDraft[] => {
    const macro = desk.macros.get(id);
    if (macro === undefined) return [];
    const members = { macro_id: id, macro_title: macro.title, macro_deleted: false };
    return [{ kind: 'other', type: 'AgentMacroReference', members }];
  });
}

function addBlankDescription(desk: Desk, problems: DetailList): void {
  const field = [...desk.fields.values()].find(({ type }) => type === 'description');
  problems.add('base', {
    description: 'Description: cannot be blank',
    error: 'BlankValue',
    ...(field && { ticket_field_id: field.id, ticket_field_type: 'FieldDescription' }),
  });
}

// The channel is the one part of via that a request may set.
function channelOf({ via }: TicketInput): Via {
  const channel = via?.['channel'];
  return typeof channel === 'string' && /^[a-z_]{1,40}$/.test(channel)
    ? { ...VIA_API, channel }
    : VIA_API;
}
