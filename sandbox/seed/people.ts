// The people of the account: one of each kind that the rules tell apart.
import type { Desk } from '../desk/desk.ts';
import type { User } from '../desk/user.ts';
import { IDS } from './account-ids.ts';

const { support, billing } = IDS.groups;

type Person = Pick<User, 'id' | 'name' | 'email'> & Partial<User>;

const PEOPLE: readonly Person[] = [
  {
    id: IDS.users.admin,
    name: 'Ada Admin',
    email: 'admin@sandbox.example',
    role: 'admin',
    groupIds: [support, billing],
    mayDelete: true,
  },
  {
    id: IDS.users.agent,
    name: 'Abel Agent',
    email: 'agent@sandbox.example',
    role: 'agent',
    groupIds: [support],
    mayDelete: true,
  },
  {
    id: IDS.users.otherAgent,
    name: 'Berta Billing',
    email: 'billing@sandbox.example',
    role: 'agent',
    groupIds: [billing],
    mayDelete: true,
  },
  {
    id: IDS.users.lightAgent,
    name: 'Lena Light',
    email: 'light@sandbox.example',
    role: 'agent',
    groupIds: [support],
    isLightAgent: true,
  },
  {
    id: IDS.users.restrictedAgent,
    name: 'Rosa Restricted',
    email: 'restricted@sandbox.example',
    role: 'agent',
    groupIds: [billing],
    restriction: 'groups',
  },
  {
    id: IDS.users.plainAgent,
    name: 'Paul Plain',
    email: 'plain@sandbox.example',
    role: 'agent',
    groupIds: [support],
  },
  {
    id: IDS.users.endUser,
    name: 'Erin Enduser',
    email: 'erin@customer.example',
    organizationId: IDS.organization,
    externalId: 'customer-1',
  },
  {
    id: IDS.users.unverifiedEndUser,
    name: 'Uma Unverified',
    email: 'uma@customer.example',
    isVerified: false,
  },
  {
    id: IDS.users.suspendedEndUser,
    name: 'Sam Suspended',
    email: 'sam@spam.example',
    isSuspended: true,
  },
  { id: IDS.users.otherEndUser, name: 'Otto Other', email: 'otto@elsewhere.example' },
  { id: IDS.users.xUser, name: 'Xenia on X', email: null, handle: 'xenia' },
];

/** Adds the account's people. */
export function seedPeople(desk: Desk): void {
  for (const person of PEOPLE) desk.users.set(person.id, whole(desk, person));
}

/** A user with everything that the account does not say of them. */
export function whole(desk: Desk, person: Person): User {
  const now = desk.clock.now();
  const role = person.role ?? 'end-user';
  return {
    createdAt: now,
    updatedAt: now,
    phone: null,
    localeId: 1,
    organizationId: null,
    role,
    isVerified: true,
    isActive: true,
    isSuspended: false,
    isLightAgent: false,
    mayDelete: false,
    restriction: role === 'end-user' ? 'requested' : null,
    groupIds: [],
    externalId: null,
    tags: [],
    alias: null,
    details: null,
    notes: null,
    handle: null,
    ...person,
  };
}
