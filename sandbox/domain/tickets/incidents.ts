// Problems and their incidents: which tickets point at a problem, and how solving it solves them.
import type { Comment } from '../../desk/comment.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Ticket } from '../../desk/ticket.ts';
import type { User } from '../../desk/user.ts';
import { viaOf } from '../../desk/via.ts';
import { recordAudit } from './record-audit.ts';
import { milestonesAfter } from './milestones.ts';
import { changeEvents } from './tracked-fields.ts';
import { defaultCustomStatus } from './status-step.ts';

const NONE: readonly Ticket[] = [];

/** Tickets that are incidents of this one, by id; deleted ones are left out. */
export function incidentsOf(desk: Desk, problemId: number): readonly Ticket[] {
  return desk.incidents().get(problemId) ?? NONE;
}

/** Solves the open incidents of a problem that was solved, with its comment copied onto each. */
export function solveIncidents(
  desk: Desk,
  actor: User,
  problem: Ticket,
  comment: Comment | null,
): void {
  if (problem.type !== 'problem') return;
  for (const incident of incidentsOf(desk, problem.id)) {
    if (incident.status !== 'solved' && incident.status !== 'closed')
      solveIncident(desk, actor, problem, incident, comment);
  }
}

function solveIncident(
  desk: Desk,
  actor: User,
  problem: Ticket,
  incident: Ticket,
  comment: Comment | null,
): void {
  const now = desk.clock.now();
  const via = viaOf('api', 'problem', { ticket_id: problem.id, subject: problem.subject });
  const auditId = desk.ids.large();
  const copy = comment && { ...comment, id: desk.ids.large(), ticketId: incident.id, auditId, via };
  const after: Ticket = {
    ...incident,
    status: 'solved',
    customStatusId: defaultCustomStatus(desk, 'solved'),
    assigneeId: incident.assigneeId ?? problem.assigneeId,
    groupId: incident.groupId ?? problem.groupId,
    isPublic: incident.isPublic || copy?.isPublic === true,
    updatedAt: now,
    generatedAt: now,
  };
  const milestones = milestonesAfter({ before: incident, after, actor, comment: copy, now });
  desk.tickets.set(incident.id, { ...after, milestones });
  if (copy !== null)
    desk.comments.set(incident.id, [...(desk.comments.get(incident.id) ?? []), copy]);
  const said = copy === null ? [] : [{ kind: 'comment', commentId: copy.id } as const];
  recordAudit(desk, {
    id: auditId,
    ticketId: incident.id,
    authorId: actor.id,
    via,
    events: [...said, ...changeEvents(incident, after)],
  });
}
