// The whole account as a sandbox begins with it, and the directory that tells where everything is.
import type { Desk } from '../desk/desk.ts';
import { IDS } from './account-ids.ts';
import { seedBulk } from './bulk.ts';
import { seedFurniture } from './furniture.ts';
import { seedPeople } from './people.ts';
import { createScribe, type HistoryClock } from './scribe.ts';
import { seedTickets, type TicketDirectory } from './tickets.ts';

/** Fixed ids of seeded records by what they are for. */
export interface AccountDirectory extends TicketDirectory {
  readonly accountId: number;
  readonly adminId: number;
  readonly agentId: number;
  readonly otherAgentId: number;
  readonly lightAgentId: number;
  readonly restrictedAgentId: number;
  readonly endUserId: number;
  readonly otherEndUserId: number;
  readonly suspendedEndUserId: number;
  readonly groupId: number;
  readonly otherGroupId: number;
  readonly organizationId: number;
  readonly brandId: number;
  readonly formId: number;
  readonly viewId: number;
  readonly inactiveViewId: number;
  /** Solves. */
  readonly macroId: number;
  /** Answers in public, sets a priority, a field and a tag. */
  readonly commentMacroId: number;
  readonly inactiveMacroId: number;
  readonly textFieldId: number;
  readonly dropdownFieldId: number;
  readonly dropdownValues: readonly string[];
  readonly customStatusIds: Readonly<
    Record<'new' | 'open' | 'pending' | 'hold' | 'solved' | 'escalated', number>
  >;
  readonly attributeValueIds: readonly string[];
  readonly monitoredTwitterHandleId: number;
}

/** Days before the start at which the account was opened. */
const OPENED_DAYS_AGO = 400;

/** Fills an empty desk. @param extraTickets plain tickets on top of the usual ones */
export function seedAccount(
  desk: Desk,
  clock: HistoryClock,
  extraTickets: number,
): AccountDirectory {
  const today = clock.now();
  clock.standAt(today - OPENED_DAYS_AGO * 86_400);
  seedFurniture(desk);
  seedPeople(desk);
  clock.standAt(null);
  const scribe = createScribe(desk);
  const tickets = seedTickets({ desk, clock, scribe });
  clock.standAt(today - 3_600);
  seedBulk(scribe, extraTickets);
  clock.standAt(null);
  return { ...tickets, ...fixedIds(desk) };
}

function fixedIds(desk: Desk): Omit<AccountDirectory, keyof TicketDirectory> {
  const { users, groups, macros, views, fields, routing } = IDS;
  return {
    accountId: desk.accountId,
    adminId: users.admin,
    agentId: users.agent,
    otherAgentId: users.otherAgent,
    lightAgentId: users.lightAgent,
    restrictedAgentId: users.restrictedAgent,
    endUserId: users.endUser,
    otherEndUserId: users.otherEndUser,
    suspendedEndUserId: users.suspendedEndUser,
    groupId: groups.support,
    otherGroupId: groups.billing,
    organizationId: IDS.organization,
    brandId: IDS.brand,
    formId: IDS.form,
    viewId: views.unsolved,
    inactiveViewId: views.inactive,
    macroId: macros.solve,
    commentMacroId: macros.answer,
    inactiveMacroId: macros.inactive,
    textFieldId: fields.text,
    dropdownFieldId: fields.dropdown,
    dropdownValues: (desk.fields.get(fields.dropdown)?.options ?? []).map(({ value }) => value),
    customStatusIds: IDS.customStatuses,
    attributeValueIds: [routing.english, routing.french],
    monitoredTwitterHandleId: IDS.xHandle,
  };
}
