// The account next door: two people and three tickets that no credential of the main account may ever show.
import type { Desk } from '../desk/desk.ts';
import { NEIGHBOUR_IDS } from './account-ids.ts';
import { whole } from './people.ts';
import { createScribe } from './scribe.ts';

/** Fills the neighbour's desk. */
export function seedNeighbour(desk: Desk): void {
  const { users, group, customStatus } = NEIGHBOUR_IDS;
  const createdAt = desk.clock.now();
  desk.groups.set(group, { id: group, name: 'Everybody', isDefault: true, createdAt });
  for (const [index, category] of (
    ['new', 'open', 'pending', 'hold', 'solved'] as const
  ).entries()) {
    const id = customStatus + index;
    desk.customStatuses.set(id, { id, category, label: category, isDefault: true, createdAt });
  }
  desk.users.set(
    users.admin,
    whole(desk, {
      id: users.admin,
      name: 'Nora Neighbour',
      email: 'nora@neighbour.example',
      role: 'admin',
      mayDelete: true,
      groupIds: [group],
    }),
  );
  desk.users.set(
    users.endUser,
    whole(desk, { id: users.endUser, name: 'Nils Next', email: 'nils@next.example' }),
  );
  const scribe = createScribe(desk);
  for (const subject of ['Fence', 'Hedge', 'Music at night'])
    scribe.create(users.endUser, { subject, comment: { body: `${subject}, again.` } });
}
