// A person of the account: end users ask, agents answer, admins rule. Permissions that vary by agent are plain members.

/** The three roles that the wire knows; a light agent is an `agent` with `isLightAgent`. */
export type Role = 'end-user' | 'agent' | 'admin';

/** Which tickets an agent or end user may see; null is all of them. */
export type TicketRestriction = 'requested' | 'groups' | 'organization' | 'assigned';

export interface User {
  readonly id: number;
  readonly name: string;
  readonly email: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly phone: string | null;
  readonly localeId: number;
  readonly organizationId: number | null;
  readonly role: Role;
  readonly isVerified: boolean;
  readonly isActive: boolean;
  readonly isSuspended: boolean;
  readonly isLightAgent: boolean;
  readonly mayDelete: boolean;
  readonly restriction: TicketRestriction | null;
  readonly groupIds: readonly number[];
  readonly externalId: string | null;
  readonly tags: readonly string[];
  readonly alias: string | null;
  readonly details: string | null;
  readonly notes: string | null;
  /** Name on X, without the at sign. */
  readonly handle: string | null;
}
