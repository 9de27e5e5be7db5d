// What the account is set up with before the first ticket: groups, organizations, fields, statuses, macros, views, skills
// and the X account it watches.
import type { CustomStatus } from '../desk/account-records.ts';
import type { Desk } from '../desk/desk.ts';
import { IDS } from './account-ids.ts';

/** Adds everything that tickets point at, people excepted. */
export function seedFurniture(desk: Desk): void {
  desk.settings.set('settings', { autoAssignOnSolve: false });
  seedGroups(desk);
  seedFields(desk);
  seedStatuses(desk);
  seedMacros(desk);
  seedViews(desk);
  seedRouting(desk);
  desk.handles.set(IDS.xHandle, { id: IDS.xHandle, screenName: 'sandbox_help' });
}

function seedGroups(desk: Desk): void {
  const createdAt = desk.clock.now();
  const { support, billing } = IDS.groups;
  desk.groups.set(support, { id: support, name: 'Support', isDefault: true, createdAt });
  desk.groups.set(billing, { id: billing, name: 'Billing', isDefault: false, createdAt });
  for (const [id, name] of [
    [IDS.organization, 'Customer Ltd'],
    [IDS.otherOrganization, 'Elsewhere Inc'],
  ] as const)
    desk.organizations.set(id, { id, name, externalId: null, createdAt });
}

function seedFields(desk: Desk): void {
  const createdAt = desk.clock.now();
  const { description, assignee, text, dropdown } = IDS.fields;
  const shared = { isRequired: false, options: [], createdAt };
  desk.fields.set(description, {
    id: description,
    type: 'description',
    title: 'Description',
    ...shared,
  });
  desk.fields.set(assignee, { id: assignee, type: 'assignee', title: 'Assignee', ...shared });
  desk.fields.set(text, { id: text, type: 'text', title: 'Order number', ...shared });
  const options = ['red', 'green', 'blue'].map((name) => ({ name, value: `colour_${name}` }));
  desk.fields.set(dropdown, { id: dropdown, type: 'tagger', title: 'Colour', ...shared, options });
}

function seedStatuses(desk: Desk): void {
  const createdAt = desk.clock.now();
  const categories: readonly CustomStatus['category'][] = [
    'new',
    'open',
    'pending',
    'hold',
    'solved',
  ];
  for (const category of categories) {
    const id = IDS.customStatuses[category];
    const label =
      category === 'hold' ? 'On-hold' : category.charAt(0).toUpperCase() + category.slice(1);
    desk.customStatuses.set(id, { id, category, label, isDefault: true, createdAt });
  }
  const id = IDS.customStatuses.escalated;
  desk.customStatuses.set(id, {
    id,
    category: 'open',
    label: 'Escalated',
    isDefault: false,
    createdAt,
  });
}

function seedMacros(desk: Desk): void {
  const nothing = { status: null, priority: null, addedTags: [], field: null, comment: null };
  const createdAt = desk.clock.now();
  const { solve, answer, inactive } = IDS.macros;
  desk.macros.set(solve, {
    ...nothing,
    id: solve,
    title: 'Solve',
    isActive: true,
    status: 'solved',
    createdAt,
  });
  desk.macros.set(answer, {
    ...nothing,
    id: answer,
    title: 'Answer and tag',
    isActive: true,
    priority: 'high',
    addedTags: ['answered'],
    field: { id: IDS.fields.text, value: 'A-1' },
    comment: { text: 'Thank you for writing. We are looking into it.', isPublic: true },
    createdAt,
  });
  desk.macros.set(inactive, { ...nothing, id: inactive, title: 'Old', isActive: false, createdAt });
}

function seedViews(desk: Desk): void {
  const createdAt = desk.clock.now();
  const { unsolved, inactive } = IDS.views;
  const below = 'solved';
  desk.views.set(unsolved, {
    id: unsolved,
    title: 'Unsolved tickets',
    isActive: true,
    below,
    createdAt,
  });
  desk.views.set(inactive, { id: inactive, title: 'Old view', isActive: false, below, createdAt });
}

function seedRouting(desk: Desk): void {
  const createdAt = desk.clock.now();
  const { attribute, english, french } = IDS.routing;
  for (const [id, name] of [
    [english, 'English'],
    [french, 'French'],
  ] as const)
    desk.attributeValues.set(id, {
      id,
      attributeId: attribute,
      attributeName: 'Language',
      name,
      createdAt,
    });
}
