// Who is calling when nobody signed in: only users/me lets such a caller in, and shows this.
import type { User } from '../../desk/user.ts';

/** The user without an account; its id is 0, which the wire shows as null. */
export function anonymousUser(now: number): User {
  return {
    id: 0,
    name: 'Anonymous user',
    email: null,
    createdAt: now,
    updatedAt: now,
    phone: null,
    localeId: 1,
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
    handle: null,
  };
}
