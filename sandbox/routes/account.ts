// What the account is set up with, as clients look it up: groups, organizations, fields, forms, statuses, macros, skills.
import type { Macro, TicketField } from '../desk/account-records.ts';
import { isoOf } from '../desk/instant.ts';
import { pathId, requiredIds } from '../http/arguments.ts';
import type { Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import { objectOf } from '../input/body.ts';
import { pageOf } from '../paging/list.ts';
import type { Sorting } from '../paging/order.ts';
import {
  presentBrand,
  presentCustomStatus,
  presentForm,
  presentGroup,
  presentOrganization,
} from '../present/account-records.ts';
import type { Wire } from '../present/ticket.ts';
import { recordNotFound } from '../refusals/catalogue.ts';

/** GET /groups */
export function listGroups(call: Call): Reply {
  return listOf(call, 'groups', call.desk.groups.values(), (group) =>
    presentGroup(call.origin, group),
  );
}

/** GET /groups/{group_id} */
export function showGroup(call: Call): Reply {
  return json(200, {
    group: presentGroup(call.origin, found(call.desk.groups.get(pathId(call, 'group_id')))),
  });
}

/** GET /organizations */
export function listOrganizations(call: Call): Reply {
  const present = (organization: Parameters<typeof presentOrganization>[1]): Wire =>
    presentOrganization(call.origin, organization);
  return listOf(call, 'organizations', call.desk.organizations.values(), present);
}

/** GET /organizations/{organization_id} */
export function showOrganization(call: Call): Reply {
  const organization = found(call.desk.organizations.get(pathId(call, 'organization_id')));
  return json(200, { organization: presentOrganization(call.origin, organization) });
}

/** GET /organizations/show_many */
export function showManyOrganizations(call: Call): Reply {
  const organizations = requiredIds(call).flatMap((id) => call.desk.organizations.get(id) ?? []);
  return listOf(call, 'organizations', organizations, (organization) =>
    presentOrganization(call.origin, organization),
  );
}

/** GET /custom_statuses */
export function listCustomStatuses(call: Call): Reply {
  const statuses = [...call.desk.customStatuses.values()];
  return json(200, {
    custom_statuses: statuses.map((status) => presentCustomStatus(call.origin, status)),
  });
}

/** GET /custom_statuses/{custom_status_id} */
export function showCustomStatus(call: Call): Reply {
  const status = found(call.desk.customStatuses.get(pathId(call, 'custom_status_id')));
  return json(200, { custom_status: presentCustomStatus(call.origin, status) });
}

/** GET /ticket_forms */
export function listForms(call: Call): Reply {
  const forms = [presentForm(call.desk, call.origin)];
  return json(200, { ticket_forms: forms, next_page: null, previous_page: null, count: 1 });
}

/** GET /ticket_forms/{form_id} */
export function showForm(call: Call): Reply {
  if (pathId(call, 'form_id') !== call.desk.defaults.formId) throw recordNotFound();
  return json(200, { ticket_form: presentForm(call.desk, call.origin) });
}

/** GET /brands */
export function listBrands(call: Call): Reply {
  const brands = [presentBrand(call.desk, call.origin)];
  return json(200, { brands, next_page: null, previous_page: null, count: 1 });
}

/** GET /brands/{brand_id} */
export function showBrand(call: Call): Reply {
  if (pathId(call, 'brand_id') !== call.desk.defaults.brandId) throw recordNotFound();
  return json(200, { brand: presentBrand(call.desk, call.origin) });
}

/** GET /ticket_fields */
export function listFields(call: Call): Reply {
  return listOf(call, 'ticket_fields', call.desk.fields.values(), (field) =>
    presentField(call, field),
  );
}

/** GET /ticket_fields/{field_id} */
export function showField(call: Call): Reply {
  return json(200, {
    ticket_field: presentField(call, found(call.desk.fields.get(pathId(call, 'field_id')))),
  });
}

/** PUT /ticket_fields/{field_id}: whether the field is needed to solve, which is all that can be changed here. */
export function updateField(call: Call): Reply {
  const before = found(call.desk.fields.get(pathId(call, 'field_id')));
  const { required } = objectOf(call, 'ticket_field');
  const isRequired = typeof required === 'boolean' ? required : before.isRequired;
  const field = { ...before, isRequired };
  call.desk.fields.set(field.id, field);
  return json(200, { ticket_field: presentField(call, field) });
}

/** GET /macros */
export function listMacros(call: Call): Reply {
  return listOf(call, 'macros', call.desk.macros.values(), (macro) => presentMacro(call, macro));
}

/** GET /macros/{macro_id} */
export function showMacro(call: Call): Reply {
  return json(200, {
    macro: presentMacro(call, found(call.desk.macros.get(pathId(call, 'macro_id')))),
  });
}

function presentField({ origin }: Call, field: TicketField): Wire {
  return {
    url: `${origin}/api/v2/ticket_fields/${field.id}.json`,
    id: field.id,
    type: field.type,
    title: field.title,
    raw_title: field.title,
    active: true,
    required: field.isRequired,
    removable: field.type === 'text' || field.type === 'tagger',
    created_at: isoOf(field.createdAt),
    updated_at: isoOf(field.createdAt),
    ...(field.type === 'tagger' ? { custom_field_options: field.options } : {}),
  };
}

function presentMacro({ origin }: Call, macro: Macro): Wire {
  return {
    url: `${origin}/api/v2/macros/${macro.id}.json`,
    id: macro.id,
    title: macro.title,
    active: macro.isActive,
    actions: actionsOf(macro),
    restriction: null,
    created_at: isoOf(macro.createdAt),
    updated_at: isoOf(macro.createdAt),
  };
}

function actionsOf(macro: Macro): readonly Wire[] {
  return [
    ...(macro.status === null ? [] : [{ field: 'status', value: macro.status }]),
    ...(macro.priority === null ? [] : [{ field: 'priority', value: macro.priority }]),
    ...(macro.addedTags.length === 0
      ? []
      : [{ field: 'current_tags', value: macro.addedTags.join(' ') }]),
    ...(macro.field === null
      ? []
      : [{ field: `custom_fields_${macro.field.id}`, value: macro.field.value }]),
    ...(macro.comment === null ? [] : [{ field: 'comment_value', value: macro.comment.text }]),
  ];
}

function listOf<T extends { readonly id: number }>(
  call: Call,
  collection: string,
  rows: Iterable<T>,
  present: (row: T) => Wire,
): Reply {
  const sorting: Sorting<T> = {
    idOf: ({ id }) => id,
    fallback: { key: 'id', direction: 'asc' },
    fallbackKeyOf: ({ id }) => id,
    offset: { id: ({ id }) => id },
    cursor: { id: ({ id }) => id },
  };
  const page = pageOf(call, [...rows], sorting);
  return json(200, { [collection]: page.items.map(present), ...page.envelope });
}

function found<T>(row: T | undefined): T {
  if (row === undefined) throw recordNotFound();
  return row;
}
