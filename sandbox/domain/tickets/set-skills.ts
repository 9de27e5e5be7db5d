// Which skills a ticket asks for: the whole set is replaced, values that nobody knows are passed over.
import type { EventDraft } from '../../desk/audit.ts';
import type { AttributeValue } from '../../desk/account-records.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Ticket } from '../../desk/ticket.ts';
import type { User } from '../../desk/user.ts';
import { touchTicket } from './touch-ticket.ts';

/** The skills of a ticket. */
export function skillsOf(desk: Desk, { attributeValueIds }: Ticket): readonly AttributeValue[] {
  return attributeValueIds.flatMap((id) => desk.attributeValues.get(id) ?? []);
}

/** Replaces the skills of a ticket and returns them. */
export function setSkills(
  desk: Desk,
  actor: User,
  ticket: Ticket,
  ids: readonly string[],
): readonly AttributeValue[] {
  const attributeValueIds = [...new Set(ids)].filter(
    (id) => desk.attributeValues.get(id) !== undefined,
  );
  const events = skillEvents(ticket.attributeValueIds, attributeValueIds);
  // It is a set: the same skills in another order change nothing.
  if (events.length === 0) return skillsOf(desk, ticket);
  const changes = { attributeValueIds };
  touchTicket({ desk, actor, ticket, changes, events });
  return skillsOf(desk, { ...ticket, ...changes });
}

function skillEvents(before: readonly string[], after: readonly string[]): readonly EventDraft[] {
  const added = after.filter((id) => !before.includes(id));
  const removed = before.filter((id) => !after.includes(id));
  const event = (type: string, ids: readonly string[]): readonly EventDraft[] =>
    ids.length === 0 ? [] : [{ kind: 'other', type, members: { attribute_value_ids: ids } }];
  return [...event('AssociateAttValsEvent', added), ...event('DisassociateAttValsEvent', removed)];
}
