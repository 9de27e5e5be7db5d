// A change to one ticket while it is worked out: who asks, what stands, what is asked, and the list that collects what is
// wrong with it. Steps look at the change and say which members of the ticket become what; none of them writes.
import type { Desk } from '../../desk/desk.ts';
import type { Ticket } from '../../desk/ticket.ts';
import type { User } from '../../desk/user.ts';
import type { TicketInput } from '../../input/ticket-members.ts';
import type { DetailList } from '../../refusals/record-invalid.ts';

export interface Change {
  readonly desk: Desk;
  readonly actor: User;
  /** The ticket as it stands; null while one is being made. */
  readonly before: Ticket | null;
  readonly input: TicketInput;
  readonly problems: DetailList;
  readonly now: number;
  /** Imports are taken as they were elsewhere: solving asks for nothing. */
  readonly isImport: boolean;
}

/** Says which members of a ticket become what, seeing what earlier steps made of it. */
export type Step = (change: Change, ticket: Ticket) => Partial<Ticket>;

/** The ticket after all steps. One copy is filled step by step: a copy for each would be half the cost of a creation. */
export function applySteps(change: Change, start: Ticket, steps: readonly Step[]): Ticket {
  const draft = { ...start };
  for (const step of steps) Object.assign(draft, step(change, draft));
  return draft;
}
