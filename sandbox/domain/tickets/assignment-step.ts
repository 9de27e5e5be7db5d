// Who answers: an agent, and the group that the agent answers for. A group without the assignee in it drops the assignee,
// an assignee without a group brings the group along; a group once set is never cleared.
import type { Ticket } from '../../desk/ticket.ts';
import type { User } from '../../desk/user.ts';
import { activeUser, isAssignable, userByEmail } from '../users/user-directory.ts';
import type { Change, Step } from './change.ts';

/** Sets assignee and group. */
export const assignmentStep: Step = (change, ticket) => {
  const groupId = askedGroup(change);
  const asked = askedAssignee(change);
  switch (asked.kind) {
    case 'none':
      return { groupId: groupId ?? ticket.groupId, ...droppedBy(change, ticket, groupId) };
    case 'cleared':
      return { assigneeId: null, groupId: groupId ?? ticket.groupId };
    case 'user':
      return assign(change, ticket, asked.user, groupId);
  }
};

function assign(
  { input, problems }: Change,
  ticket: Ticket,
  assignee: User,
  groupId: number | null,
): Partial<Ticket> {
  if (groupId !== null && !assignee.groupIds.includes(groupId)) {
    const description = 'Assignee: is not a member of the group';
    problems.add('assignee', { description, error: null });
  }
  if (groupId !== null || input.group_id !== undefined)
    return { assigneeId: assignee.id, groupId: groupId ?? ticket.groupId };
  const keepsGroup = ticket.groupId !== null && assignee.groupIds.includes(ticket.groupId);
  return {
    assigneeId: assignee.id,
    groupId: keepsGroup ? ticket.groupId : (assignee.groupIds[0] ?? ticket.groupId),
  };
}

// Moving a ticket to a group that its assignee is not in takes the assignee off.
function droppedBy({ desk }: Change, ticket: Ticket, groupId: number | null): Partial<Ticket> {
  if (groupId === null || ticket.assigneeId === null) return {};
  const assignee = desk.users.get(ticket.assigneeId);
  return assignee?.groupIds.includes(groupId) === true ? {} : { assigneeId: null };
}

type AskedAssignee =
  | { readonly kind: 'none' }
  | { readonly kind: 'cleared' }
  | { readonly kind: 'user'; readonly user: User };

function askedAssignee({ desk, input, problems }: Change): AskedAssignee {
  const { assignee_id: id, assignee_email: email } = input;
  if (id === null) return { kind: 'cleared' };
  if (id === undefined && email === undefined) return { kind: 'none' };
  const user = id === undefined ? userByEmail(desk, email ?? '') : activeUser(desk, id);
  if (user !== null && isAssignable(user)) return { kind: 'user', user };
  problems.addInvalid('assignee');
  return { kind: 'none' };
}

function askedGroup({ desk, input, problems }: Change): number | null {
  const asked = input.group_id;
  if (asked === undefined || asked === null) return null;
  if (desk.groups.get(asked) !== undefined) return asked;
  problems.addInvalid('group');
  return null;
}
