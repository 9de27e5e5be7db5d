// Finding people by what a request says of them, and making an end user of somebody who is not known yet.
import type { Desk } from '../../desk/desk.ts';
import type { User } from '../../desk/user.ts';

const LOCALES: ReadonlySet<number> = new Set([1, 8, 16, 1176]);

/** The active user with this address, in whatever case it is written. */
export function userByEmail(desk: Desk, email: string): User | null {
  return desk.usersByEmail().get(email.toLowerCase()) ?? null;
}

/** An active user of this id. */
export function activeUser(desk: Desk, id: number): User | null {
  const user = desk.users.get(id);
  return user?.isActive === true ? user : null;
}

/** What is known of a person who is about to become a user. */
export interface Newcomer {
  readonly name: string;
  readonly email: string | null;
  readonly localeId?: number;
  readonly handle?: string;
}

/** Makes an end user and returns it. */
export function addEndUser(desk: Desk, newcomer: Newcomer): User {
  const now = desk.clock.now();
  const user: User = {
    id: desk.ids.large(),
    name: newcomer.name,
    email: newcomer.email,
    createdAt: now,
    updatedAt: now,
    phone: null,
    // A locale that the account does not have is passed over (K).
    localeId: LOCALES.has(newcomer.localeId ?? 0) ? (newcomer.localeId ?? 1) : 1,
    organizationId: null,
    role: 'end-user',
    isVerified: false,
    isActive: true,
    isSuspended: false,
    isLightAgent: false,
    mayDelete: false,
    restriction: 'requested',
    groupIds: [],
    externalId: null,
    tags: [],
    alias: null,
    details: null,
    notes: null,
    handle: newcomer.handle ?? null,
  };
  desk.users.set(user.id, user);
  return user;
}

/** True for users who answer tickets and can be given one: agents and admins, not light agents. */
export function isAssignable(user: User): boolean {
  return user.role !== 'end-user' && !user.isLightAgent && !user.isSuspended;
}
