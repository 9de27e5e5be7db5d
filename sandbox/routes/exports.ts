// The two incremental exports: by time, where a page never cuts a second in two, and by cursor, where it does not matter.
import type { Ticket } from '../desk/ticket.ts';
import {
  cursorPage,
  EXPORT_DELAY,
  timePage,
  type ExportPosition,
} from '../domain/tickets/export-tickets.ts';
import { queryBoolean, queryInteger, queryWord, whereOf } from '../http/arguments.ts';
import type { Call } from '../http/call.ts';
import { Refusal } from '../http/refusal.ts';
import { json, type Reply } from '../http/reply.ts';
import { besideTickets, presentTickets } from '../present/sideloads.ts';
import { invalidAttribute, invalidCursor } from '../refusals/catalogue.ts';

const MAX_EXPORT_PAGE = 1_000;

/** GET /incremental/tickets */
export function exportByTime(call: Call): Reply {
  const { desk, origin } = call;
  const startTime = startTimeOf(call);
  checkScope(call);
  const newest = desk.clock.now() - EXPORT_DELAY;
  if (startTime > newest) throw tooRecentForTime();
  const size = sizeOf(call);
  const settled = candidates(call).filter(({ generatedAt }) => generatedAt <= newest);
  const { page, isEnd, endTime } = timePage(settled, startTime, size);
  const sized = call.query.has('per_page') ? `per_page=${size}&` : '';
  return json(200, {
    tickets: presentTickets(call, page, { isExport: true }),
    ...besideTickets(call, page, true),
    count: page.length,
    end_of_stream: isEnd,
    next_page: `${origin}${call.path}.json?${sized}start_time=${endTime}${keptQuery(call)}`,
    end_time: endTime,
  });
}

/** GET /incremental/tickets/cursor */
export function exportByCursor(call: Call): Reply {
  const { origin } = call;
  checkScope(call);
  const after = positionOf(call);
  const size = sizeOf(call);
  const { page, isEnd, end } = cursorPage(candidates(call), after, size);
  const cursor = encodePosition(end);
  const sized = call.query.has('per_page') ? `&per_page=${size}` : '';
  return json(200, {
    tickets: presentTickets(call, page, { isExport: true }),
    ...besideTickets(call, page, true),
    after_url: `${origin}${call.path}.json?cursor=${encodeURIComponent(cursor)}${sized}${keptQuery(call)}`,
    before_url: null,
    after_cursor: cursor,
    before_cursor: null,
    end_of_stream: isEnd,
  });
}

// What shapes the items stays as it is on the pages that follow.
function keptQuery({ query }: Call): string {
  return ['include', 'exclude_deleted', 'support_type_scope']
    .flatMap((name) => {
      const value = query.get(name);
      return value === undefined ? [] : [`&${name}=${encodeURIComponent(value.toWellFormed())}`];
    })
    .join('');
}

function candidates(call: Call): readonly Ticket[] {
  const tickets = call.desk.byChange();
  const excludesDeleted = queryBoolean(call, 'exclude_deleted') ?? false;
  return excludesDeleted ? tickets.filter(({ life }) => life.kind !== 'deleted') : tickets;
}

function checkScope(call: Call): void {
  queryWord(call, 'support_type_scope', ['all', 'agent', 'ai_agent']);
}

function sizeOf(call: Call): number {
  return Math.min(queryInteger(call, 'per_page', { least: 1 }) ?? MAX_EXPORT_PAGE, MAX_EXPORT_PAGE);
}

function startTimeOf(call: Call): number {
  const startTime = queryInteger(call, 'start_time');
  if (startTime === null) throw invalidAttribute('start_time', 'is missing', whereOf(call));
  return startTime;
}

function positionOf(call: Call): ExportPosition {
  const cursor = call.query.get('cursor');
  if (cursor !== undefined) return decodePosition(cursor);
  const startTime = startTimeOf(call);
  if (startTime > call.desk.clock.now() - EXPORT_DELAY) throw tooRecentForCursor();
  return { second: startTime, id: 0 };
}

// The service's own spelling: the second as a decimal, two bars, the ticket's id, a bar.
function encodePosition({ second, id }: ExportPosition): string {
  return Buffer.from(`${second}.0||${id}|`).toString('base64');
}

function decodePosition(cursor: string): ExportPosition {
  const found = /^(\d{1,12})\.0\|\|(\d{1,16})\|$/.exec(
    Buffer.from(cursor, 'base64').toString('latin1'),
  );
  if (found === null) throw invalidCursor('cursor');
  return { second: Number(found[1]), id: Number(found[2]) };
}

function tooRecentForTime(): Refusal {
  const description = 'Too recent start_time. Use a start_time older than 5 minutes';
  return new Refusal(json(422, { error: 'InvalidValue', description }));
}

function tooRecentForCursor(): Refusal {
  const description = 'Too recent start_time. Use a start_time older than 60 seconds';
  return new Refusal(json(400, { error: 'StartTimeTooRecent', description }));
}
