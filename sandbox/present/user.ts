// A user on the wire: 37 keys in this order, on user routes, in people lists and as a sideload.
import { isoOf } from '../desk/instant.ts';
import type { User } from '../desk/user.ts';
import type { Wire } from './ticket.ts';

/** A user as answers show it. */
export function presentUser(origin: string, user: User): Wire {
  const isAgent = user.role !== 'end-user';
  const id = user.id === 0 ? null : user.id;
  return {
    id,
    url: `${origin}/api/v2/users/${user.id}.json`,
    name: user.name,
    email: user.email,
    created_at: isoOf(user.createdAt),
    updated_at: isoOf(user.updatedAt),
    time_zone: 'Eastern Time (US & Canada)',
    iana_time_zone: 'America/New_York',
    phone: user.phone,
    shared_phone_number: null,
    photo: null,
    locale_id: user.localeId,
    locale: 'en-US',
    organization_id: user.organizationId,
    role: user.role,
    verified: user.isVerified,
    external_id: user.externalId,
    tags: user.tags,
    alias: isAgent ? (user.alias ?? '') : user.alias,
    active: user.isActive,
    shared: false,
    shared_agent: false,
    last_login_at: isAgent ? isoOf(user.createdAt) : null,
    two_factor_auth_enabled: isAgent ? false : null,
    signature: isAgent ? '' : null,
    details: user.details,
    notes: user.notes,
    role_type: roleType(user),
    custom_role_id: null,
    moderator: isAgent,
    ticket_restriction: user.restriction,
    only_private_comments: user.isLightAgent,
    restricted_agent: user.restriction !== null,
    suspended: user.isSuspended,
    default_group_id: user.groupIds[0] ?? null,
    report_csv: user.role === 'admin',
    user_fields: {},
    ...(user.isActive ? {} : { permanently_deleted: false }),
  };
}

function roleType(user: User): number | null {
  if (user.role === 'admin') return 4;
  if (user.role === 'agent') return user.isLightAgent ? 1 : 0;
  return null;
}
