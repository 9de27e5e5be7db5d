// Merging: what the sources said is pointed to from the target, the sources are closed, and whoever waited for them is put
// in copy on the target.
import type { Comment } from '../../desk/comment.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Ticket } from '../../desk/ticket.ts';
import type { User } from '../../desk/user.ts';
import { viaOf, type Via } from '../../desk/via.ts';
import { invalidField } from '../../refusals/record-invalid.ts';
import { bodiesOf } from '../comments/bodies.ts';
import { MAX_EMAIL_CCS } from './people-step.ts';
import { milestonesAfter } from './milestones.ts';
import { touchTicket } from './touch-ticket.ts';
import { changeEvents } from './tracked-fields.ts';
import { withTags } from './tags.ts';

/** Tag of every source of a merge. */
export const MERGED_TAG = 'closed_by_merge';

const PRIVATE_CHANNELS = new Set(['twitter', 'facebook', 'any_channel']);

export interface MergeWords {
  readonly text: string | null;
  readonly isPublic: boolean;
}

/** True when a merge of these tickets may speak in public. */
export function maySpeakPublicly(tickets: readonly Ticket[]): boolean {
  return tickets.every(({ isPublic, via }) => isPublic && !PRIVATE_CHANNELS.has(via.channel));
}

/** @throws {Refusal} 422 for a target that is done */
export function refuseDoneTarget({ status }: Ticket): void {
  if (status === 'solved' || status === 'closed')
    throw invalidField('status', `${status} prevents merging into this ticket`);
}

/** Closes one source of a merge. @throws {Refusal} 422 when it is closed already or the target itself */
export function closeSource(
  desk: Desk,
  actor: User,
  pair: { readonly source: Ticket; readonly target: Ticket },
  words: MergeWords,
): void {
  const { source, target } = pair;
  if (source.id === target.id) throw invalidField('base', 'a ticket cannot be merged into itself');
  if (source.status === 'closed') throw invalidField('status', 'closed prevents ticket update');
  const via = viaOf('system', 'merge', { ticket_id: target.id, subject: target.subject });
  const closed: Ticket = { ...source, status: 'closed', tags: withTags(source.tags, [MERGED_TAG]) };
  speak({ desk, actor, ticket: closed, before: source, via, attachmentIds: [] }, words);
}

/** Writes the merge into the target, with the files of the sources. */
export function writeIntoTarget(
  desk: Desk,
  actor: User,
  pair: { readonly target: Ticket; readonly sources: readonly Ticket[] },
  words: MergeWords,
): void {
  const { target, sources } = pair;
  if (sources.length === 0) return;
  const via = viaOf('system', 'merge', {
    ticket_ids: sources.map(({ id }) => id),
    subject: sources[0]?.subject ?? null,
  });
  const attachmentIds = sources.flatMap(({ id }) =>
    (desk.comments.get(id) ?? []).flatMap((comment) => comment.attachmentIds),
  );
  const joined: Ticket = { ...target, emailCcIds: copiedAfter(desk, target, sources) };
  speak({ desk, actor, ticket: joined, before: target, via, attachmentIds }, words);
}

function copiedAfter(desk: Desk, target: Ticket, sources: readonly Ticket[]): readonly number[] {
  const newcomers = sources
    .flatMap(({ requesterId, emailCcIds }) => [requesterId, ...emailCcIds])
    .filter((id) => id !== target.requesterId && desk.users.get(id)?.role === 'end-user');
  return [...new Set([...target.emailCcIds, ...newcomers])].slice(0, MAX_EMAIL_CCS);
}

interface Speech {
  readonly desk: Desk;
  readonly actor: User;
  readonly ticket: Ticket;
  readonly before: Ticket;
  readonly via: Via;
  readonly attachmentIds: readonly number[];
}

function speak(
  { desk, actor, ticket, before, via, attachmentIds }: Speech,
  words: MergeWords,
): void {
  const auditId = desk.ids.large();
  const comment = words.text === null ? null : commentOf();
  if (comment !== null)
    desk.comments.set(ticket.id, [...(desk.comments.get(ticket.id) ?? []), comment]);
  const said = comment === null ? [] : [{ kind: 'comment', commentId: comment.id } as const];
  const events = [...said, ...changeEvents(before, ticket)];
  // A merge that says nothing and brings nobody leaves its target as it was.
  if (events.length === 0) return;
  const milestones = milestonesAfter({
    before,
    after: ticket,
    actor,
    comment,
    now: desk.clock.now(),
  });
  const isPublic = ticket.isPublic || comment?.isPublic === true;
  touchTicket({
    desk,
    actor,
    ticket: { ...ticket, milestones, isPublic },
    events,
    via,
    auditId,
  });

  function commentOf(): Comment {
    return {
      id: desk.ids.large(),
      ticketId: ticket.id,
      auditId,
      kind: 'Comment',
      authorId: actor.id,
      ...bodiesOf({ body: words.text, htmlBody: null }),
      isPublic: words.isPublic && !actor.isLightAgent,
      attachmentIds,
      createdAt: desk.clock.now(),
      via,
      call: null,
      custom: {},
    };
  }
}
