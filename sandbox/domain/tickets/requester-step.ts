// Who asks: by id, or described in place (found by address, made when new). The organization follows the requester.
import type { Ticket } from '../../desk/ticket.ts';
import type { User } from '../../desk/user.ts';
import { activeUser, addEndUser, userByEmail } from '../users/user-directory.ts';
import type { Change, Step } from './change.ts';

const NAME_TOO_SHORT = 'Requester: Name:  is too short (minimum is 1 character)';

/** Sets requester and organization. */
export const requesterStep: Step = (change, ticket) => {
  const requester = requesterOf(change, ticket);
  if (requester?.isSuspended === true && requester.id !== change.before?.requesterId) {
    const description = `Requester: ${requester.name} is suspended.`;
    change.problems.add('requester', { description, error: 'UserSuspended' });
  }
  const requesterId = requester?.id ?? ticket.requesterId;
  return { requesterId, organizationId: organizationOf(change, ticket, requester) };
};

/** Sets who submitted: the caller unless another user is named. */
export const submitterStep: Step = ({ desk, input, problems }, ticket) => {
  if (input.submitter_id === undefined) return {};
  const submitter = activeUser(desk, input.submitter_id);
  if (submitter === null) problems.addInvalid('submitter');
  return { submitterId: submitter?.id ?? ticket.submitterId };
};

function requesterOf({ desk, input, problems }: Change, ticket: Ticket): User | null {
  if (input.requester_id !== undefined) {
    const requester = activeUser(desk, input.requester_id);
    if (requester === null) problems.addInvalid('requester');
    return requester;
  }
  if (input.requester === undefined) return activeUser(desk, ticket.requesterId);
  const { name, email, localeId } = input.requester;
  const known = email === null ? null : userByEmail(desk, email);
  if (known !== null) return known;
  if (name === null || name.trim() === '') {
    problems.add('requester', { description: NAME_TOO_SHORT, error: 'ValueTooShort' });
    return null;
  }
  return addEndUser(desk, { name, email, ...(localeId === null ? {} : { localeId }) });
}

function organizationOf(
  { desk, before, input, problems }: Change,
  ticket: Ticket,
  requester: User | null,
): number | null {
  const asked = input.organization_id;
  if (asked === null) return null;
  if (asked !== undefined) {
    const isTheirs =
      desk.organizations.get(asked) !== undefined && requester?.organizationId === asked;
    if (!isTheirs && asked !== before?.organizationId) problems.addInvalid('organization');
    return asked;
  }
  if (requester === null || requester.id === before?.requesterId) return ticket.organizationId;
  return requester.organizationId;
}
