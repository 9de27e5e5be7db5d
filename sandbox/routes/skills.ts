// The skills that a ticket asks for: shown, and replaced as a whole.
import type { AttributeValue } from '../desk/account-records.ts';
import { isoOf } from '../desk/instant.ts';
import { findTicket } from '../domain/tickets/find-ticket.ts';
import { setSkills, skillsOf } from '../domain/tickets/set-skills.ts';
import { pathId, whereOf } from '../http/arguments.ts';
import type { Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import { withWarning } from '../http/warning.ts';
import { bodyMember, otherMembers } from '../input/body.ts';
import { arrayOf, INVALID, text } from '../input/reader.ts';
import { invalidAttribute } from '../refusals/catalogue.ts';

/** GET /routing/tickets/{ticket_id}/instance_values */
export function listSkills(call: Call): Reply {
  const ticket = findTicket(call.desk, call.actor, pathId(call, 'ticket_id'));
  return presentSkills(call, skillsOf(call.desk, ticket));
}

/** POST /routing/tickets/{ticket_id}/instance_values */
export function setTicketSkills(call: Call): Reply {
  const ticket = findTicket(call.desk, call.actor, pathId(call, 'ticket_id'));
  const ids = arrayOf(text)(bodyMember(call, 'attribute_value_ids'));
  if (ids === INVALID)
    throw invalidAttribute('attribute_value_ids', 'must be an array of strings', whereOf(call));
  const reply = presentSkills(call, setSkills(call.desk, call.actor, ticket, ids));
  return withWarning(reply, call, otherMembers(call, ['attribute_value_ids']));
}

function presentSkills({ origin }: Call, values: readonly AttributeValue[]): Reply {
  return json(200, {
    attribute_values: values.map(({ id, attributeId, name, createdAt }) => ({
      url: `${origin}/api/v2/routing/attributes/${attributeId}/values/${id}.json`,
      id,
      attribute_id: attributeId,
      name,
      created_at: isoOf(createdAt),
      updated_at: isoOf(createdAt),
    })),
  });
}
