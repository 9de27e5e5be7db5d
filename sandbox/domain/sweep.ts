// What time alone does: solved tickets close after 28 days, closed ones are archived after 120, deleted ones lose their
// text after 30; old jobs, uploads and kept answers go. Looked at once an hour of logical time, not with each request.
import type { Desk } from '../desk/desk.ts';
import type { Ticket } from '../desk/ticket.ts';
import { recordAudit } from './tickets/record-audit.ts';
import { viaOf } from '../desk/via.ts';

const HOUR = 3_600;
const DAY = 86_400;
const CLOSE_AFTER = 28 * DAY;
const ARCHIVE_AFTER = 120 * DAY;
const SCRUB_AFTER = 30 * DAY;
const FORGET_JOB_AFTER = DAY;
const FORGET_ANSWER_AFTER = 2 * HOUR;

/** Does what is due; nearly always nothing. */
export function sweep(desk: Desk): void {
  const now = desk.clock.now();
  if (now < desk.sweepDue.at) return;
  desk.sweepDue.at = now - (now % HOUR) + HOUR;
  for (const ticket of [...desk.tickets.values()]) age(desk, ticket, now);
  forget(desk, now);
}

function age(desk: Desk, ticket: Ticket, now: number): void {
  const { life, status, milestones } = ticket;
  if (life.kind === 'deleted') {
    if (life.isScrubbed || now - life.at < SCRUB_AFTER) return;
    desk.tickets.set(ticket.id, { ...ticket, life: { ...life, isScrubbed: true } });
  } else if (status === 'solved' && isPast(milestones.solvedAt, CLOSE_AFTER, now)) {
    close(desk, ticket, now);
  } else if (
    life.kind === 'live' &&
    status === 'closed' &&
    isPast(milestones.closedAt, ARCHIVE_AFTER, now)
  ) {
    desk.tickets.set(ticket.id, { ...ticket, life: { kind: 'archived' } });
  }
}

function close(desk: Desk, ticket: Ticket, now: number): void {
  const milestones = { ...ticket.milestones, statusUpdatedAt: now, closedAt: now };
  desk.tickets.set(ticket.id, {
    ...ticket,
    status: 'closed',
    milestones,
    updatedAt: now,
    generatedAt: now,
  });
  recordAudit(desk, {
    ticketId: ticket.id,
    authorId: -1,
    via: viaOf('rule', 'automation', { id: 6_100_000_900_003, title: 'Close ticket after solved' }),
    events: [{ kind: 'change', field: 'status', value: 'closed', previous: 'solved' }],
  });
}

function forget(desk: Desk, now: number): void {
  for (const [id, job] of [...desk.jobs.entries()]) {
    if (now - job.queuedAt >= FORGET_JOB_AFTER) desk.jobs.delete(id);
  }
  for (const [key, answer] of [...desk.keptAnswers.entries()]) {
    if (now - answer.keptAt >= FORGET_ANSWER_AFTER) desk.keptAnswers.delete(key);
  }
  for (const [token, upload] of [...desk.uploads.entries()]) {
    if (now < upload.expiresAt) continue;
    for (const id of upload.attachmentIds) desk.attachments.delete(id);
    desk.uploads.delete(token);
  }
}

function isPast(since: number | null, seconds: number, now: number): boolean {
  return since !== null && now - since >= seconds;
}
