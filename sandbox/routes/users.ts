// People: who am I, and the plain routes by which tests and clients find and make users.
import type { Role, User } from '../desk/user.ts';
import { activeUser, addEndUser, userByEmail } from '../domain/users/user-directory.ts';
import { pathId, requiredIds } from '../http/arguments.ts';
import type { Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import { withWarning } from '../http/warning.ts';
import { objectOf } from '../input/body.ts';
import { readMembers } from '../input/members.ts';
import { email, flag, id, nullable, text, word } from '../input/reader.ts';
import { pageOf } from '../paging/list.ts';
import { presentUser } from '../present/user.ts';
import { recordNotFound } from '../refusals/catalogue.ts';
import { DetailList } from '../refusals/record-invalid.ts';
import { USERS_BY_ID } from './people.ts';

/** GET /users/me: also for nobody, who is shown as such. */
export function showMe(call: Call): Reply {
  return json(200, { user: presentUser(call.origin, call.actor) });
}

/** GET /users, narrowed by `role` */
export function listUsers(call: Call): Reply {
  const role = call.query.get('role') ?? call.query.get('role[]');
  const users = [...call.desk.users.values()].filter(
    (user) => user.isActive && (role === undefined || user.role === role),
  );
  return listOf(call, users);
}

/** GET /users/search, by `query` (name or address, also as `email:...`) or `external_id` */
export function searchUsers(call: Call): Reply {
  const query = (call.query.get('query') ?? '').toLowerCase().replace(/^(?:email|name):"?|"$/g, '');
  const externalId = call.query.get('external_id');
  const users = [...call.desk.users.values()].filter((user) => {
    if (!user.isActive) return false;
    if (externalId !== undefined) return user.externalId === externalId;
    return (
      user.name.toLowerCase().includes(query) || user.email?.toLowerCase().includes(query) === true
    );
  });
  return listOf(call, users);
}

/** GET /users/show_many */
export function showManyUsers(call: Call): Reply {
  return listOf(
    call,
    requiredIds(call).flatMap((userId) => activeUser(call.desk, userId) ?? []),
  );
}

/** GET /users/{user_id} */
export function showUser(call: Call): Reply {
  return json(200, { user: presentUser(call.origin, findUser(call)) });
}

/** POST /users */
export function createUser(call: Call): Reply {
  const { values, unknown } = userBody(call);
  checkNew(call, values);
  const user = write(
    call,
    addEndUser(call.desk, { name: values.name ?? '', email: values.email ?? null }),
    values,
  );
  const location = { location: `${call.origin}/api/v2/users/${user.id}.json` };
  return withWarning(json(201, { user: presentUser(call.origin, user) }, location), call, unknown);
}

/** POST /users/create_or_update, by address */
export function createOrUpdateUser(call: Call): Reply {
  const { values } = userBody(call);
  const known =
    values.email === undefined || values.email === null
      ? null
      : userByEmail(call.desk, values.email);
  if (known === null) return createUser(call);
  return json(200, { user: presentUser(call.origin, write(call, known, values)) });
}

/** PUT /users/{user_id} */
export function updateUser(call: Call): Reply {
  const before = findUser(call);
  const { values, unknown } = userBody(call);
  const problems = new DetailList();
  const holder =
    values.email === undefined || values.email === null
      ? null
      : userByEmail(call.desk, values.email);
  if (holder !== null && holder.id !== before.id) addDuplicate(problems, holder);
  problems.refuseIfAny();
  const user = write(call, before, values);
  return withWarning(json(200, { user: presentUser(call.origin, user) }), call, unknown);
}

/** DELETE /users/{user_id} */
export function deleteUser(call: Call): Reply {
  const user = { ...findUser(call), isActive: false, updatedAt: call.desk.clock.now() };
  call.desk.users.set(user.id, user);
  return json(200, { user: presentUser(call.origin, user) });
}

const MEMBERS = {
  name: text,
  email: nullable(email),
  role: word<Role>(['end-user', 'agent', 'admin']),
  verified: flag,
  suspended: flag,
  organization_id: nullable(id),
  external_id: nullable(text),
  phone: nullable(text),
  alias: nullable(text),
  details: nullable(text),
  notes: nullable(text),
  only_private_comments: flag,
};

type UserValues = ReturnType<typeof readMembers<typeof MEMBERS>>['values'];

function userBody(call: Call): {
  readonly values: UserValues;
  readonly unknown: readonly string[];
} {
  const { values, unknown, invalid } = readMembers(objectOf(call, 'user'), MEMBERS);
  const problems = new DetailList();
  for (const name of invalid) problems.addInvalid(name);
  problems.refuseIfAny();
  return { values, unknown: unknown.map((name) => `user.${name}`) };
}

function checkNew(call: Call, { name, email: address }: UserValues): void {
  const problems = new DetailList();
  if (name === undefined || name.trim() === '')
    problems.add('name', {
      description: 'Name:  is too short (minimum is 1 character)',
      error: 'ValueTooShort',
    });
  const holder = address === undefined || address === null ? null : userByEmail(call.desk, address);
  if (holder !== null) addDuplicate(problems, holder);
  problems.refuseIfAny();
}

function addDuplicate(problems: DetailList, { email: address }: User): void {
  const description = `Email: ${address ?? ''} is already being used by another user`;
  problems.add('email', { description, error: 'DuplicateValue' });
}

function write(call: Call, before: User, values: UserValues): User {
  const role = values.role ?? before.role;
  const or = <T>(given: T | undefined, kept: T): T => (given === undefined ? kept : given);
  const user: User = {
    ...before,
    name: or(values.name, before.name),
    email: or(values.email, before.email),
    role,
    restriction: restrictionOf(role, before),
    isVerified: or(values.verified, before.isVerified),
    isSuspended: or(values.suspended, before.isSuspended),
    isLightAgent: or(values.only_private_comments, before.isLightAgent),
    organizationId: or(values.organization_id, before.organizationId),
    externalId: or(values.external_id, before.externalId),
    phone: or(values.phone, before.phone),
    alias: or(values.alias, before.alias),
    details: or(values.details, before.details),
    notes: or(values.notes, before.notes),
    groupIds: role === 'end-user' ? [] : groupsOf(call, before),
    updatedAt: call.desk.clock.now(),
  };
  call.desk.users.set(user.id, user);
  return user;
}

// End users see what they asked; an agent who was one sees everything.
function restrictionOf(role: Role, { restriction }: User): User['restriction'] {
  if (role === 'end-user') return 'requested';
  return restriction === 'requested' ? null : restriction;
}

// An agent is always in a group: the default one to begin with.
function groupsOf({ desk }: Call, before: User): readonly number[] {
  if (before.groupIds.length > 0) return before.groupIds;
  return [...desk.groups.values()].filter(({ isDefault }) => isDefault).map((group) => group.id);
}

function findUser(call: Call): User {
  const user = call.desk.users.get(pathId(call, 'user_id'));
  if (user === undefined) throw recordNotFound();
  return user;
}

function listOf(call: Call, users: readonly User[]): Reply {
  const page = pageOf(call, users, USERS_BY_ID);
  return json(200, {
    users: page.items.map((user) => presentUser(call.origin, user)),
    ...page.envelope,
  });
}
