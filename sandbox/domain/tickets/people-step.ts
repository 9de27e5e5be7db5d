// Who listens: followers (agents only) and people in copy. Both may be replaced whole by ids, or changed entry by entry;
// collaborators are the older spelling of both together.
import type { Desk } from '../../desk/desk.ts';
import type { Ticket } from '../../desk/ticket.ts';
import type { User } from '../../desk/user.ts';
import type { PersonChange, PersonReference } from '../../input/person.ts';
import { activeUser, addEndUser, userByEmail } from '../users/user-directory.ts';
import type { Change, Step } from './change.ts';
import { sameList } from './tags.ts';

/** People in copy that one ticket takes. */
export const MAX_EMAIL_CCS = 48;

/** Sets followers and people in copy. */
export const peopleStep: Step = (change, ticket) => {
  const { desk, input } = change;
  const listed = listedPeople(change);
  const replaced =
    listed === null ? ticket : { ...ticket, ...partPeople(listed, ticket.requesterId) };
  const added = (input.additional_collaborators ?? []).flatMap((person) =>
    personOf(change, person),
  );
  const grown = join(replaced, partPeople(added, ticket.requesterId));
  const followerIds = byIds(desk, input.follower_ids) ?? grown.followerIds;
  const emailCcIds = byIds(desk, input.email_cc_ids) ?? grown.emailCcIds;
  const followers = applyChanges(change, followerIds, input.followers ?? []).filter((id) =>
    isAgent(desk.users.get(id)),
  );
  const copied = applyChanges(change, emailCcIds, input.email_ccs ?? []).slice(0, MAX_EMAIL_CCS);
  return {
    followerIds: keep(ticket.followerIds, followers),
    emailCcIds: keep(ticket.emailCcIds, copied),
  };
};

interface People {
  readonly followerIds: readonly number[];
  readonly emailCcIds: readonly number[];
}

function listedPeople(change: Change): readonly User[] | null {
  const { collaborators, collaborator_ids: ids } = change.input;
  if (collaborators !== undefined)
    return collaborators.flatMap((person) => personOf(change, person));
  if (ids === undefined) return null;
  return ids.flatMap((id) => activeUser(change.desk, id) ?? []);
}

function partPeople(users: readonly User[], requesterId: number): People {
  const others = users.filter(({ id }) => id !== requesterId);
  return {
    followerIds: unique(others.filter(isAgent)),
    emailCcIds: unique(others.filter((user) => !isAgent(user))),
  };
}

function join(left: People, right: People): People {
  return {
    followerIds: [...new Set([...left.followerIds, ...right.followerIds])],
    emailCcIds: [...new Set([...left.emailCcIds, ...right.emailCcIds])],
  };
}

function applyChanges(
  change: Change,
  ids: readonly number[],
  changes: readonly PersonChange[],
): readonly number[] {
  const result = new Set(ids);
  for (const { action, person } of changes) {
    for (const user of action === 'put' ? personOf(change, person) : knownPerson(change, person)) {
      if (action === 'put') result.add(user.id);
      else result.delete(user.id);
    }
  }
  return [...result];
}

function knownPerson({ desk }: Change, person: PersonReference): readonly User[] {
  if (person.kind === 'nobody') return [];
  const user = person.kind === 'id' ? activeUser(desk, person.id) : userByEmail(desk, person.email);
  return user === null ? [] : [user];
}

// Somebody in copy who is not known yet becomes an end user; an id that is nobody's is passed over.
function personOf(change: Change, person: PersonReference): readonly User[] {
  const known = knownPerson(change, person);
  if (known.length > 0 || person.kind !== 'email') return known;
  const name = person.name ?? person.email.slice(0, person.email.indexOf('@'));
  return [addEndUser(change.desk, { name, email: person.email })];
}

function byIds(desk: Desk, ids: readonly number[] | undefined): readonly number[] | null {
  return ids === undefined ? null : [...new Set(ids.filter((id) => activeUser(desk, id) !== null))];
}

function unique(users: readonly User[]): readonly number[] {
  return [...new Set(users.map(({ id }) => id))];
}

function isAgent(user: User | undefined): boolean {
  return user !== undefined && user.role !== 'end-user';
}

// The same list object when nothing changed, so that comparing is cheap.
function keep(before: readonly number[], after: readonly number[]): readonly number[] {
  return sameList(before, after) ? before : after;
}

/** Collaborators as the wire shows them: followers and people in copy together. */
export function collaboratorIds({ followerIds, emailCcIds }: Ticket): readonly number[] {
  return [...new Set([...followerIds, ...emailCcIds])];
}
