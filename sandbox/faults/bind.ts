// The few ways in which a fault takes hold of a request, each bound to the operations it is about.
import type { Ticket } from '../desk/ticket.ts';
import type { Call, Handler } from '../http/call.ts';
import type { Query } from '../http/query.ts';
import { Refusal } from '../http/refusal.ts';
import { json, type Reply } from '../http/reply.ts';
import { bodyMember } from '../input/body.ts';
import { editReply, type Edit } from './edit-json.ts';
import type { Hooks } from './hooks.ts';

/** Takes hold of the handler of these operations. */
export function around(
  operations: readonly string[],
  change: (call: Call, next: Handler) => Reply,
): Hooks {
  return {
    around: (call, next) => (operations.includes(call.operation) ? change(call, next) : next(call)),
  };
}

/** Changes what these operations are asked before they see it. */
export function asking(operations: readonly string[], change: (call: Call) => Call): Hooks {
  return around(operations, (call, next) => next(change(call)));
}

/** Changes the answer of these operations when they did what was asked. */
export function answering(
  operations: readonly string[],
  change: (reply: Reply, call: Call) => Reply,
): Hooks {
  return around(operations, (call, next) => change(next(call), call));
}

/** Changes one place in the answer of these operations. */
export function editing(operations: readonly string[], path: string, edit: Edit): Hooks {
  return answering(operations, (reply) => editReply(reply, path, edit));
}

/** Does something to the state once these operations are done. */
export function afterwards(
  operations: readonly string[],
  change: (call: Call, reply: Reply) => void,
): Hooks {
  return answering(operations, (reply, call) => {
    change(call, reply);
    return reply;
  });
}

/** Answers a refusal of these operations otherwise. */
export function refusing(
  operations: readonly string[],
  change: (refusal: Reply, call: Call, next: Handler) => Reply,
): Hooks {
  return around(operations, (call, next) => {
    const outcome = outcomeOf(call, next);
    return outcome instanceof Refusal ? change(outcome.reply, call, next) : outcome;
  });
}

/** Breaks down on some requests. */
export function crashing(operations: readonly string[], on: (call: Call) => boolean): Hooks {
  return around(operations, (call, next) => (on(call) ? breakdown() : next(call)));
}

/** The answer of a service that broke down. */
export function breakdown(): Reply {
  return json(500, { error: 'InternalServerError', description: 'Something went wrong' });
}

/** Refuses some requests that are right. */
export function declining(
  operations: readonly string[],
  field: string,
  on: (call: Call) => boolean,
): Hooks {
  const details = { [field]: [{ description: `${field}: is invalid`, error: 'InvalidValue' }] };
  const value = { error: 'RecordInvalid', description: 'Record validation errors', details };
  return around(operations, (call, next) => {
    if (on(call)) throw new Refusal(json(422, value));
    return next(call);
  });
}

/** What a handler does, a refusal included. */
export function outcomeOf(call: Call, next: Handler): Reply | Refusal {
  try {
    return call.desk.journal.atomically(() => next(call));
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** Runs a handler and takes back everything it changed. */
export function withoutSaving(call: Call, next: Handler): Reply {
  const kept: { reply?: Reply } = {};
  const undo = new Error('taken back');
  try {
    call.desk.journal.atomically(() => {
      kept.reply = next(call);
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
  return kept.reply ?? breakdown();
}

/** The call with parts of its query set, or left out where null. */
export function withQuery(call: Call, changes: Readonly<Record<string, string | null>>): Call {
  const query = new Map(call.query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  return { ...call, query: query satisfies Query };
}

/** The call with its `ticket` changed; a body without one stays. */
export function withTicketBody(
  call: Call,
  change: (ticket: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): Call {
  const ticket = ticketBody(call);
  return ticket === null
    ? call
    : { ...call, body: { ...(call.body as object), ticket: change(ticket) } };
}

/** The `ticket` of the body. */
export function ticketBody(call: Call): Readonly<Record<string, unknown>> | null {
  const ticket = bodyMember(call, 'ticket');
  return typeof ticket === 'object' && ticket !== null && !Array.isArray(ticket)
    ? (ticket as Readonly<Record<string, unknown>>)
    : null;
}

/** The ticket that the path names, as it stands. */
export function ticketOf({ desk, params }: Call): Ticket | undefined {
  return desk.tickets.get(Number(params['ticket_id']));
}

/** Changes the ticket that the path names, if it is there. */
export function changeTicket(call: Call, change: (ticket: Ticket) => Partial<Ticket>): void {
  const ticket = ticketOf(call);
  if (ticket !== undefined) call.desk.tickets.set(ticket.id, { ...ticket, ...change(ticket) });
}

/** Tells how many times something was seen before. */
export function counter(): (key: string) => number {
  const seen = new Map<string, number>();
  return (key) => {
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    return times;
  };
}
