// A desk with the account's people and furniture but no tickets, for tests of single rules.
import { createClock, type Clock } from '../../sandbox/desk/clock.ts';
import { createDesk, type Desk } from '../../sandbox/desk/desk.ts';
import type { Ticket } from '../../sandbox/desk/ticket.ts';
import type { User } from '../../sandbox/desk/user.ts';
import { createTicket, type CreationManner } from '../../sandbox/domain/tickets/create-ticket.ts';
import { updateTicket, type Updated } from '../../sandbox/domain/tickets/update-ticket.ts';
import { Refusal } from '../../sandbox/http/refusal.ts';
import { readTicket } from '../../sandbox/input/read-ticket.ts';
import type { TicketRequest } from '../../sandbox/input/ticket-members.ts';
import { DetailList } from '../../sandbox/refusals/record-invalid.ts';
import { IDS } from '../../sandbox/seed/account-ids.ts';
import { seedFurniture } from '../../sandbox/seed/furniture.ts';
import { seedPeople } from '../../sandbox/seed/people.ts';

type Members = Readonly<Record<string, unknown>>;

export interface DeskUnderTest {
  readonly desk: Desk;
  readonly clock: Clock;
  user(name: keyof typeof IDS.users): User;
  create(members?: Members, as?: keyof typeof IDS.users, manner?: CreationManner): Ticket;
  update(
    ticket: Ticket,
    members: Members,
    as?: keyof typeof IDS.users,
    kind?: TicketRequest,
  ): Updated;
  /** The ticket as it stands now. */
  now(ticket: Ticket): Ticket;
  /** The field names and texts that a refused action names. */
  refusal(action: () => unknown): { readonly status: number; readonly body: unknown };
}

/** A fresh desk at the usual start. */
export function aDesk(): DeskUnderTest {
  const clock = createClock();
  const desk = createDesk(
    {
      accountId: IDS.account,
      brandId: IDS.brand,
      formId: IDS.form,
      firstTicketId: 1,
      firstLargeId: IDS.firstLarge,
      limitsOpenJobs: true,
    },
    clock,
  );
  seedFurniture(desk);
  seedPeople(desk);
  const user = (name: keyof typeof IDS.users): User => {
    const found = desk.users.get(IDS.users[name]);
    if (found === undefined) throw new Error(`no user ${name}`);
    return found;
  };
  const read = (
    members: Members,
    kind: TicketRequest,
  ): [ReturnType<typeof readTicket>['input'], DetailList] => {
    const { input, details } = readTicket(members, kind);
    const problems = new DetailList();
    problems.addAll(details);
    return [input, problems];
  };
  return {
    desk,
    clock,
    user,
    create: (members = {}, as = 'admin', manner = {}) => {
      clock.step();
      const [input, problems] = read({ comment: { body: 'b' }, ...members }, 'create');
      return createTicket(desk, user(as), input, problems, manner).ticket;
    },
    update: (ticket, members, as = 'admin', kind = 'update') => {
      clock.step();
      const [input, problems] = read(members, kind);
      return updateTicket(desk, user(as), desk.tickets.get(ticket.id) ?? ticket, input, problems);
    },
    now: (ticket) => desk.tickets.get(ticket.id) ?? ticket,
    refusal: (action) => {
      try {
        action();
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const { status, body } = error.reply;
        return { status, body: body.kind === 'json' ? body.value : null };
      }
      throw new Error('nothing was refused');
    },
  };
}
