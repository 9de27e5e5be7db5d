// Rating a ticket: for its requester alone, and only once they proved their address.
import type { SatisfactionRating } from '../desk/account-records.ts';
import { isoOf } from '../desk/instant.ts';
import { rateTicket, type Verdict } from '../domain/tickets/rate-ticket.ts';
import { pathId } from '../http/arguments.ts';
import type { Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import { withWarning } from '../http/warning.ts';
import { objectOf, otherMembers } from '../input/body.ts';
import { readMembers } from '../input/members.ts';
import { integer, nullable, text, word } from '../input/reader.ts';
import { pageOf } from '../paging/list.ts';
import type { Sorting } from '../paging/order.ts';
import { forbidden, recordNotFound } from '../refusals/catalogue.ts';
import { DetailList } from '../refusals/record-invalid.ts';

const MEMBERS = {
  score: word(['good', 'bad']),
  comment: nullable(text),
  reason_code: nullable(integer),
};

/** POST /tickets/{ticket_id}/satisfaction_rating */
export function rateOneTicket(call: Call): Reply {
  const { desk, actor, origin } = call;
  const ticketId = pathId(call, 'ticket_id');
  if (actor.role !== 'end-user' || !actor.isVerified) throw forbidden();
  const ticket = desk.tickets.get(ticketId);
  if (ticket === undefined || ticket.life.kind === 'deleted') throw recordNotFound();
  if (ticket.requesterId !== actor.id) throw forbidden();
  const { verdict, unknown } = verdictOf(call);
  const rating = rateTicket(desk, actor, ticket, verdict);
  return withWarning(
    json(200, { satisfaction_rating: presentRating(origin, rating) }),
    call,
    unknown,
  );
}

/** GET /satisfaction_ratings */
export function listRatings(call: Call): Reply {
  const page = pageOf(call, [...call.desk.ratings.values()], RATING_SORTING);
  const ratings = page.items.map((rating) => presentRating(call.origin, rating));
  return json(200, { satisfaction_ratings: ratings, ...page.envelope });
}

/** GET /satisfaction_ratings/{rating_id} */
export function showRating(call: Call): Reply {
  const rating = call.desk.ratings.get(pathId(call, 'rating_id'));
  if (rating === undefined) throw recordNotFound();
  return json(200, { satisfaction_rating: presentRating(call.origin, rating) });
}

const RATING_SORTING: Sorting<SatisfactionRating> = {
  idOf: ({ id }) => id,
  fallback: { key: 'id', direction: 'asc' },
  fallbackKeyOf: ({ id }) => id,
  offset: { created_at: ({ createdAt }) => createdAt },
  cursor: { created_at: ({ createdAt }) => createdAt },
};

/** A rating on the wire. */
export function presentRating(origin: string, rating: SatisfactionRating): Record<string, unknown> {
  return {
    url: `${origin}/api/v2/satisfaction_ratings/${rating.id}.json`,
    id: rating.id,
    assignee_id: rating.assigneeId,
    group_id: rating.groupId,
    requester_id: rating.requesterId,
    ticket_id: rating.ticketId,
    score: rating.score,
    created_at: isoOf(rating.createdAt),
    updated_at: isoOf(rating.updatedAt),
    comment: rating.comment,
    reason: rating.reason,
    reason_id: rating.reasonId,
  };
}

function verdictOf(call: Call): { readonly verdict: Verdict; readonly unknown: readonly string[] } {
  const { values, unknown, invalid } = readMembers(objectOf(call, 'satisfaction_rating'), MEMBERS);
  const problems = new DetailList();
  for (const name of invalid) problems.addInvalid(name);
  if (values.score === undefined && !invalid.includes('score')) problems.addInvalid('score');
  problems.refuseIfAny();
  return {
    verdict: {
      score: values.score ?? 'good',
      comment: values.comment ?? null,
      reasonCode: values.reason_code ?? null,
    },
    unknown: [
      ...otherMembers(call, ['satisfaction_rating']),
      ...unknown.map((name) => `satisfaction_rating.${name}`),
    ],
  };
}
