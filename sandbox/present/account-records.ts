// Groups, organizations, custom statuses, forms and brands on the wire.
import type { CustomStatus, Group, Organization } from '../desk/account-records.ts';
import type { Desk } from '../desk/desk.ts';
import { isoOf } from '../desk/instant.ts';
import type { Wire } from './ticket.ts';

/** A group. */
export function presentGroup(origin: string, group: Group): Wire {
  return {
    url: `${origin}/api/v2/groups/${group.id}.json`,
    id: group.id,
    is_public: true,
    name: group.name,
    description: '',
    default: group.isDefault,
    deleted: false,
    created_at: isoOf(group.createdAt),
    updated_at: isoOf(group.createdAt),
  };
}

/** An organization. */
export function presentOrganization(origin: string, organization: Organization): Wire {
  return {
    url: `${origin}/api/v2/organizations/${organization.id}.json`,
    id: organization.id,
    name: organization.name,
    shared_tickets: false,
    shared_comments: false,
    external_id: organization.externalId,
    created_at: isoOf(organization.createdAt),
    updated_at: isoOf(organization.createdAt),
    domain_names: [],
    details: null,
    notes: null,
    group_id: null,
    tags: [],
    organization_fields: {},
  };
}

/** A custom status. */
export function presentCustomStatus(origin: string, status: CustomStatus): Wire {
  return {
    url: `${origin}/api/v2/custom_statuses/${status.id}.json`,
    id: status.id,
    status_category: status.category,
    agent_label: status.label,
    raw_agent_label: status.label,
    end_user_label: status.label,
    raw_end_user_label: status.label,
    description: null,
    raw_description: null,
    end_user_description: null,
    raw_end_user_description: null,
    active: true,
    default: status.isDefault,
    created_at: isoOf(status.createdAt),
    updated_at: isoOf(status.createdAt),
  };
}

/** The account's only form. */
export function presentForm(desk: Desk, origin: string): Wire {
  const id = desk.defaults.formId;
  return {
    url: `${origin}/api/v2/ticket_forms/${id}.json`,
    id,
    name: 'Default Ticket Form',
    raw_name: 'Default Ticket Form',
    display_name: 'Default Ticket Form',
    raw_display_name: 'Default Ticket Form',
    end_user_visible: true,
    position: 1,
    active: true,
    default: true,
    in_all_brands: true,
    restricted_brand_ids: [],
    ticket_field_ids: [...desk.fields.keys()],
    created_at: isoOf(0),
    updated_at: isoOf(0),
  };
}

/** The account's only brand. */
export function presentBrand(desk: Desk, origin: string): Wire {
  const id = desk.defaults.brandId;
  return {
    url: `${origin}/api/v2/brands/${id}.json`,
    id,
    name: 'Sandbox',
    active: true,
    default: true,
  };
}
