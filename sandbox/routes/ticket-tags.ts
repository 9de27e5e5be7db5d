// The tags of a ticket: show, replace (POST), add (PUT), remove (DELETE with a body). A closed ticket refuses all three
// writes; a safe update with a stale stamp is a conflict.
import { findTicket } from '../domain/tickets/find-ticket.ts';
import { normaliseTags, withoutTags, withTags } from '../domain/tickets/tags.ts';
import { updateTicket } from '../domain/tickets/update-ticket.ts';
import { pathId, whereOf } from '../http/arguments.ts';
import type { Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import { withWarning } from '../http/warning.ts';
import { otherMembers } from '../input/body.ts';
import { instant } from '../input/instant-reader.ts';
import { readMembers } from '../input/members.ts';
import { isRecord, looseFlag, oneOrMore, text } from '../input/reader.ts';
import { invalidAttribute } from '../refusals/catalogue.ts';
import { DetailList } from '../refusals/record-invalid.ts';

/** GET /tickets/{ticket_id}/tags */
export function listTags(call: Call): Reply {
  return json(200, { tags: findTicket(call.desk, call.actor, pathId(call, 'ticket_id')).tags });
}

/** POST /tickets/{ticket_id}/tags */
export function setTags(call: Call): Reply {
  return writeTags(call, 201, (_before, given) => given);
}

/** PUT /tickets/{ticket_id}/tags */
export function addTags(call: Call): Reply {
  return writeTags(call, 200, withTags);
}

/** DELETE /tickets/{ticket_id}/tags */
export function removeTags(call: Call): Reply {
  return writeTags(call, 200, withoutTags);
}

type Combine = (before: readonly string[], given: readonly string[]) => readonly string[];

const MEMBERS = { tags: oneOrMore(text), updated_stamp: instant, safe_update: looseFlag };

function writeTags(call: Call, status: number, combine: Combine): Reply {
  const { desk, actor } = call;
  const before = findTicket(desk, actor, pathId(call, 'ticket_id'));
  const { tags: given, ...safety } = tagBody(call);
  const tags = combine(before.tags, normaliseTags(given));
  const { ticket } = updateTicket(desk, actor, before, { tags, ...safety }, new DetailList());
  return withWarning(
    json(status, { tags: ticket.tags }),
    call,
    otherMembers(call, Object.keys(MEMBERS)),
  );
}

function tagBody(call: Call): {
  readonly tags: readonly string[];
  readonly updated_stamp?: number;
  readonly safe_update?: boolean;
} {
  if (!isRecord(call.body)) throw invalidAttribute('tags', 'must be an array', whereOf(call));
  const { values, invalid } = readMembers(call.body, MEMBERS);
  const [wrong] = invalid;
  if (wrong !== undefined) throw invalidAttribute(wrong, 'is invalid', whereOf(call));
  const { tags, ...safety } = values;
  if (tags === undefined) throw invalidAttribute('tags', 'must be an array', whereOf(call));
  return {
    tags,
    ...(safety.updated_stamp === undefined || safety.safe_update !== undefined
      ? safety
      : { ...safety, safe_update: true }),
  };
}
