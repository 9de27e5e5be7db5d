// What must hold of a desk after any requests whatsoever: references lead somewhere, derived members agree with what they
// derive from, times run forward. Returns what does not hold; tests call it after thousands of random requests.
import type { Comment } from './desk/comment.ts';
import type { Desk } from './desk/desk.ts';
import type { Ticket } from './desk/ticket.ts';
import { normaliseTags, sameList } from './domain/tickets/tags.ts';

/** Everything that is wrong with a desk, in words; empty for one that is consistent. */
export function violations(desk: Desk): readonly string[] {
  const found: string[] = [];
  for (const ticket of desk.tickets.values()) {
    for (const [claim, holds] of claimsOf(desk, ticket)) {
      if (!holds) found.push(`ticket ${ticket.id}: ${claim}`);
    }
  }
  return [...found, ...idViolations(desk), ...jobViolations(desk)];
}

type Claim = readonly [words: string, holds: boolean];

function claimsOf(desk: Desk, ticket: Ticket): readonly Claim[] {
  return [
    ...referenceClaims(desk, ticket),
    ...threadClaims(desk, ticket),
    ...statusClaims(desk, ticket),
    ...peopleClaims(desk, ticket),
    ['tags are normalised', sameList(normaliseTags(ticket.tags), ticket.tags)],
    ['was not changed in the future', ticket.updatedAt <= desk.clock.now()],
    ['was not exported from the future', ticket.generatedAt <= desk.clock.now()],
  ];
}

function referenceClaims(desk: Desk, ticket: Ticket): readonly Claim[] {
  const { groupId, organizationId, problemId, followupSourceId, rating } = ticket;
  return [
    ['has a requester', desk.users.get(ticket.requesterId) !== undefined],
    ['has a submitter', desk.users.get(ticket.submitterId) !== undefined],
    ['is in a group that exists', groupId === null || desk.groups.get(groupId) !== undefined],
    [
      'belongs to an organization that exists',
      organizationId === null || desk.organizations.get(organizationId) !== undefined,
    ],
    [
      'points at a ticket as its problem',
      problemId === null || desk.tickets.get(problemId) !== undefined,
    ],
    ['is an incident if it has a problem', problemId === null || ticket.type === 'incident'],
    ['is a task if it is due', ticket.dueAt === null || ticket.type === 'task'],
    [
      'is known to the ticket it follows',
      followupSourceId === null ||
        desk.tickets.get(followupSourceId)?.followupIds.includes(ticket.id) === true,
    ],
    [
      'has the rating it shows',
      rating === null || desk.ratings.get(rating.id)?.score === rating.score,
    ],
  ];
}

function threadClaims(desk: Desk, ticket: Ticket): readonly Claim[] {
  const comments = desk.comments.get(ticket.id) ?? [];
  const audits = desk.audits.get(ticket.id) ?? [];
  const told = audits.flatMap(({ events }) =>
    events.flatMap((event) => (event.kind === 'comment' ? [event.commentId] : [])),
  );
  return [
    ['has a first comment', comments.length > 0],
    ['is described by its first comment', comments[0]?.plainBody === ticket.description],
    ['is public if a comment is', ticket.isPublic === comments.some(({ isPublic }) => isPublic)],
    [
      'has an audit for each comment',
      sameList(
        told,
        comments.map(({ id }) => id),
      ),
    ],
    ['has comments of its own only', comments.every(({ ticketId }) => ticketId === ticket.id)],
    ['has files that exist', comments.every((comment) => hasFiles(desk, comment))],
    ['has audits that grow', isGrowing(audits.map(({ id }) => id))],
    ['has events in each audit', audits.every(({ events }) => events.length > 0)],
  ];
}

function hasFiles(desk: Desk, { attachmentIds }: Comment): boolean {
  return attachmentIds.every((id) => desk.attachments.get(id) !== undefined);
}

function statusClaims(desk: Desk, ticket: Ticket): readonly Claim[] {
  const custom = desk.customStatuses.get(ticket.customStatusId);
  const category = ticket.status === 'closed' ? custom?.category : ticket.status;
  return [
    ['has the custom status of its status', custom !== undefined && custom.category === category],
    ['is not new with an assignee', ticket.status !== 'new' || ticket.assigneeId === null],
    ['is archived only when closed', ticket.life.kind !== 'archived' || ticket.status === 'closed'],
  ];
}

function peopleClaims(desk: Desk, ticket: Ticket): readonly Claim[] {
  const { followerIds, emailCcIds } = ticket;
  return [
    ['has followers who exist', followerIds.every((id) => desk.users.get(id) !== undefined)],
    ['has people in copy who exist', emailCcIds.every((id) => desk.users.get(id) !== undefined)],
    [
      'has nobody twice',
      new Set(followerIds).size + new Set(emailCcIds).size ===
        followerIds.length + emailCcIds.length,
    ],
  ];
}

function idViolations(desk: Desk): readonly string[] {
  const ids = [...desk.comments.values()].flatMap((comments) => comments.map(({ id }) => id));
  const found = new Set(ids).size === ids.length ? [] : ['two comments have the same id'];
  return isGrowing([...desk.tickets.keys()]) ? found : [...found, 'ticket ids do not grow'];
}

function jobViolations(desk: Desk): readonly string[] {
  return [...desk.jobs.values()]
    .filter(({ stage, completedAt }) => (stage === 'completed') !== (completedAt !== null))
    .map(({ id }) => `job ${id}: is completed at no time, or not completed at some time`);
}

function isGrowing(ids: readonly number[]): boolean {
  return ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? 0));
}
