// The ticket inside a body: read by the members of its kind of request, with what was unknown and what cannot be taken.
import { DetailList, type Details } from '../refusals/record-invalid.ts';
import { readMembers } from './members.ts';
import { TICKET_MEMBERS, type TicketInput, type TicketRequest } from './ticket-members.ts';

export interface ReadTicket {
  readonly input: TicketInput;
  /** Dotted names of members that were ignored, under `ticket`. */
  readonly unknown: readonly string[];
  /** What is wrong with members of the wrong type; empty when nothing is. */
  readonly details: Details;
}

/** Reads a ticket object. Never refuses: a bulk request reports each ticket by itself. */
export function readTicket(
  source: Readonly<Record<string, unknown>>,
  kind: TicketRequest,
): ReadTicket {
  const { values, unknown, invalid } = readMembers(source, TICKET_MEMBERS[kind]);
  // Every table of TICKET_MEMBERS is a part of the one that TicketInput is made from.
  const input = values as TicketInput;
  const problems = new DetailList();
  for (const name of invalid) problems.addInvalid(fieldOf(name));
  const inComment = input.comment?.unknown.map((name) => `comment.${name}`) ?? [];
  return {
    input,
    unknown: [...unknown, ...inComment].map((name) => `ticket.${name}`),
    details: problems.toDetails(),
  };
}

/** The field that details name for a member: `assignee` for `assignee_id`. */
export function fieldOf(member: string): string {
  return member.endsWith('_id') && member !== 'external_id'
    ? member.slice(0, -'_id'.length)
    : member;
}
