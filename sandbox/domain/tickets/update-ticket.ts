// Changing a ticket: refused when it is closed or when a safe update comes too late; otherwise worked out step by step and
// written down with one audit. A change that changes nothing leaves no trace.
import type { Audit, EventDraft } from '../../desk/audit.ts';
import type { Comment } from '../../desk/comment.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Ticket } from '../../desk/ticket.ts';
import type { User } from '../../desk/user.ts';
import { VIA_API, type Via } from '../../desk/via.ts';
import { isBlank } from '../../input/comment-input.ts';
import type { TicketInput } from '../../input/ticket-members.ts';
import { updateConflict } from '../../refusals/catalogue.ts';
import type { DetailList } from '../../refusals/record-invalid.ts';
import { newComment } from '../comments/new-comment.ts';
import { assignmentStep } from './assignment-step.ts';
import { applySteps, type Change, type Step } from './change.ts';
import { filingStep, textStep, typeStep } from './content-step.ts';
import { macroEvents } from './create-ticket.ts';
import { fieldsAndTagsStep } from './fields-step.ts';
import { solveIncidents } from './incidents.ts';
import { milestonesAfter } from './milestones.ts';
import { peopleStep } from './people-step.ts';
import { recordAudit } from './record-audit.ts';
import { requesterStep } from './requester-step.ts';
import { defaultCustomStatus, statusStep } from './status-step.ts';
import { changeEvents } from './tracked-fields.ts';
import { triggerEvents } from './triggers.ts';

export interface Updated {
  readonly ticket: Ticket;
  /** Null when nothing changed. */
  readonly audit: Audit | null;
}

const STEPS = [
  requesterStep,
  textStep,
  typeStep,
  filingStep,
  fieldsAndTagsStep,
  peopleStep,
  assignmentStep,
  statusStep,
] as const satisfies readonly Step[];

/** Applies a change to a ticket. @throws {Refusal} 409 or 422 */
export function updateTicket(
  desk: Desk,
  actor: User,
  before: Ticket,
  input: TicketInput,
  problems: DetailList,
  via: Via = VIA_API,
): Updated {
  refuseIfClosed(before, input, problems);
  refuseIfStale(before, input);
  const now = desk.clock.now();
  const change: Change = { desk, actor, before, input, problems, now, isImport: false };
  const draft = applySteps(change, before, STEPS);
  const auditId = desk.ids.large();
  const comment = spokenComment(change, draft, auditId, via);
  problems.refuseIfAny();
  const after = withComment(change, draft, comment);
  const events = eventsOf(change, after, comment);
  if (events.length === 0) return { ticket: before, audit: null };
  const milestones = milestonesAfter({ before, after, actor, comment, now });
  const ticket: Ticket = { ...after, milestones, updatedAt: now, generatedAt: now };
  desk.tickets.set(ticket.id, ticket);
  if (comment !== null)
    desk.comments.set(ticket.id, [...(desk.comments.get(ticket.id) ?? []), comment]);
  const custom = input.metadata ?? {};
  const audit = recordAudit(desk, {
    id: auditId,
    ticketId: ticket.id,
    authorId: actor.id,
    events,
    via,
    custom,
  });
  if (ticket.status === 'solved' && before.status !== 'solved')
    solveIncidents(desk, actor, ticket, comment);
  return { ticket, audit };
}

const ONLY_TAGS = new Set(['additional_tags', 'remove_tags', 'safe_update', 'updated_stamp']);

/** @throws {Refusal} 422 for a closed ticket, unless only tags are added or removed (the way to retag closed tickets) */
function refuseIfClosed(before: Ticket, input: TicketInput, problems: DetailList): void {
  if (before.status !== 'closed') return;
  const names = Object.keys(input);
  if (names.length > 0 && names.every((name) => ONLY_TAGS.has(name))) return;
  problems.add('status', {
    description: 'Status: closed prevents ticket update',
    error: 'ClosedTicket',
  });
  problems.refuseIfAny();
}

// `safe_update: false` behaves as true; a stamp alone protects nothing.
function refuseIfStale(before: Ticket, input: TicketInput): void {
  if (input.safe_update === undefined) return;
  if (input.updated_stamp !== before.updatedAt) throw updateConflict();
}

function spokenComment(change: Change, ticket: Ticket, auditId: number, via: Via): Comment | null {
  const { desk, actor, input, problems } = change;
  if (input.comment === undefined || isBlank(input.comment)) return null;
  const custom = input.metadata ?? {};
  return newComment({
    desk,
    ticket,
    input: input.comment,
    author: actor,
    auditId,
    via,
    custom,
    problems,
  });
}

// The requester's answer reopens a ticket that was waiting or done, unless the same change says what it becomes.
function withComment({ desk, input }: Change, draft: Ticket, comment: Comment | null): Ticket {
  if (comment === null) return draft;
  const isPublic = draft.isPublic || comment.isPublic;
  const isAsked = input.status !== undefined || (input.custom_status_id ?? null) !== null;
  const reopens =
    !isAsked && desk.users.get(comment.authorId)?.role === 'end-user' && isWaiting(draft);
  if (!reopens) return { ...draft, isPublic };
  return { ...draft, isPublic, status: 'open', customStatusId: defaultCustomStatus(desk, 'open') };
}

function isWaiting({ status }: Ticket): boolean {
  return status === 'pending' || status === 'hold' || status === 'solved';
}

function eventsOf(
  { desk, before, input }: Change,
  after: Ticket,
  comment: Comment | null,
): readonly EventDraft[] {
  const said: readonly EventDraft[] =
    comment === null ? [] : [{ kind: 'comment', commentId: comment.id }];
  const changes = before === null ? [] : changeEvents(before, after);
  const macroIds = input.macro_ids ?? (input.macro_id === undefined ? [] : [input.macro_id]);
  if (said.length === 0 && changes.length === 0) return [];
  return [
    ...said,
    ...changes,
    ...macroEvents(desk, macroIds),
    ...triggerEvents(after, comment, false),
  ];
}
