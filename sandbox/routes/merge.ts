// Merging tickets into one: answered with a job whose results tell which sources were taken.
import type { Ticket } from '../desk/ticket.ts';
import { startJob } from '../domain/jobs/start-job.ts';
import { findTicket } from '../domain/tickets/find-ticket.ts';
import {
  closeSource,
  maySpeakPublicly,
  refuseDoneTarget,
  writeIntoTarget,
} from '../domain/tickets/merge-tickets.ts';
import { MAX_IDS, pathId, whereOf } from '../http/arguments.ts';
import type { Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import { withWarning } from '../http/warning.ts';
import { otherMembers } from '../input/body.ts';
import { readMembers } from '../input/members.ts';
import { arrayOf, flag, id, isRecord, nullable, text } from '../input/reader.ts';
import { presentJob } from '../present/job.ts';
import { invalidAttribute, tooManyValues } from '../refusals/catalogue.ts';
import { failure } from './bulk-change.ts';

const MEMBERS = {
  ids: arrayOf(id),
  target_comment: nullable(text),
  source_comment: nullable(text),
  target_comment_is_public: flag,
  source_comment_is_public: flag,
};

/** POST /tickets/{ticket_id}/merge */
export function mergeTickets(call: Call): Reply {
  const { desk, actor } = call;
  const target = findTicket(desk, actor, pathId(call, 'ticket_id'));
  const { ids, ...words } = mergeBody(call);
  const sources = [...new Set(ids)].flatMap((sourceId) => desk.tickets.get(sourceId) ?? []);
  const isPublic = maySpeakPublicly([target, ...sources]);
  const merged: Ticket[] = [];
  const job = startJob(desk, {
    type: 'Ticket Merge',
    verb: 'Updating ticket',
    items: ids,
    run: (sourceId) => {
      refuseDoneTarget(target);
      const source = findTicket(desk, actor, sourceId);
      const sourceWords = {
        text: words.source_comment ?? null,
        isPublic: isPublic && words.source_comment_is_public === true,
      };
      closeSource(desk, actor, { source, target }, sourceWords);
      merged.push(source);
      return { action: 'update', id: sourceId, status: 'Updated', success: true };
    },
    onFailure: (ticketId, index, refusal) =>
      failure({ index, ticketId, error: 'TicketMergeFailed', refusal }),
  });
  const targetWords = {
    text: words.target_comment ?? null,
    isPublic: isPublic && words.target_comment_is_public === true,
  };
  writeIntoTarget(desk, actor, { target, sources: merged }, targetWords);
  return withWarning(
    json(200, presentJob(call.origin, job)),
    call,
    otherMembers(call, Object.keys(MEMBERS)),
  );
}

function mergeBody(call: Call): MergeBody {
  const { values, invalid } = readMembers(isRecord(call.body) ? call.body : {}, MEMBERS);
  const [wrong] = invalid;
  if (wrong !== undefined) throw invalidAttribute(wrong, 'is invalid', whereOf(call));
  const { ids, ...words } = values;
  if (ids === undefined || ids.length === 0)
    throw invalidAttribute('ids', 'must name the tickets to merge', whereOf(call));
  if (ids.length > MAX_IDS) throw tooManyValues(MAX_IDS);
  return { ids, ...words };
}

interface MergeBody {
  readonly ids: readonly number[];
  readonly target_comment?: string | null;
  readonly source_comment?: string | null;
  readonly target_comment_is_public?: boolean;
  readonly source_comment_is_public?: boolean;
}
