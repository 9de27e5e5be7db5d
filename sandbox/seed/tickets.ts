// The tickets that the account begins with: one in each stage of life, and sets of spare ones that tests may use up.
import type { Desk } from '../desk/desk.ts';
import type { Ticket } from '../desk/ticket.ts';
import { deleteTicket } from '../domain/tickets/delete-ticket.ts';
import { IDS } from './account-ids.ts';
import { seedAttachments, type AttachmentPlace } from './attachments.ts';
import type { HistoryClock, Scribe } from './scribe.ts';

const HOUR = 3_600;
const DAY = 86_400;
const { users, groups, fields } = IDS;

/** Ids of the seeded tickets by what they are for. */
export interface TicketDirectory {
  readonly openTicketId: number;
  readonly pendingTicketId: number;
  readonly holdTicketId: number;
  /** Solved, asked by `endUserId`: the one to rate. */
  readonly solvedTicketId: number;
  readonly closedTicketId: number;
  readonly archivedTicketId: number;
  readonly problemTicketId: number;
  readonly incidentTicketIds: readonly number[];
  /** Follows the closed ticket. */
  readonly followUpTicketId: number;
  /** Has no public comment. */
  readonly privateTicketId: number;
  /** In the billing group: the only ticket that the restricted agent sees. */
  readonly billingTicketId: number;
  /** Has a follower and a person in copy. */
  readonly copiedTicketId: number;
  /** Has a thread of comments, public and private, also with HTML. */
  readonly threadTicketId: number;
  /** Deleted, can be restored. */
  readonly deletedTicketId: number;
  /** Deleted long ago: its text is gone. */
  readonly scrubbedTicketId: number;
  /** Tickets whose last change was in one and the same second. */
  readonly sameSecondTicketIds: readonly number[];
  /** Files that may be redacted, each in a comment of its own. */
  readonly attachments: readonly AttachmentPlace[];
  /** Tickets that nothing else needs, for requests that remove; each set by its use. */
  readonly spare: {
    readonly deletable: readonly number[];
    readonly spam: readonly number[];
    readonly bulkDeletable: readonly number[];
    readonly bulkSpam: readonly number[];
    readonly mergeTargets: readonly number[];
    readonly mergeSources: readonly number[];
  };
}

const SPARE = 20;

interface Stage {
  readonly desk: Desk;
  readonly clock: HistoryClock;
  readonly scribe: Scribe;
}

/** Writes the tickets' history and returns where everything is. */
export function seedTickets(stage: Stage): TicketDirectory {
  const { clock } = stage;
  const today = clock.now();
  const stages = seedStages(stage, today);
  const special = seedSpecial(stage, today);
  clock.standAt(today - 3 * DAY);
  const sameSecondTicketIds = times(7, (index) => plain(stage, `Same second ${index + 1}`).id);
  clock.standAt(today - 2 * DAY);
  const attachments = seedAttachments(stage.desk, stage.scribe);
  const spare = seedSpare(stage, today - DAY);
  clock.standAt(null);
  return { ...stages, ...special, sameSecondTicketIds, attachments, spare };
}

type StageIds = Pick<
  TicketDirectory,
  | 'openTicketId'
  | 'pendingTicketId'
  | 'holdTicketId'
  | 'solvedTicketId'
  | 'closedTicketId'
  | 'archivedTicketId'
  | 'followUpTicketId'
  | 'deletedTicketId'
  | 'scrubbedTicketId'
>;

function seedStages({ desk, clock, scribe }: Stage, today: number): StageIds {
  const inStage = (daysAgo: number, status: string, subject: string): Ticket => {
    clock.standAt(today - daysAgo * DAY);
    const ticket = scribe.create(users.endUser, {
      subject,
      comment: { body: `${subject}: could you look into it?` },
      tags: ['sample', 'seeded', 'support'],
      priority: 'normal',
    });
    clock.standAt(today - daysAgo * DAY + HOUR);
    return scribe.update(users.agent, ticket, { status, assignee_id: users.agent });
  };
  const archived = inStage(200, 'closed', 'Long ago');
  desk.tickets.set(archived.id, { ...archived, life: { kind: 'archived' } });
  const scrubbed = inStage(60, 'open', 'Gone for good');
  deleteLater(desk, clock, scrubbed, today - 50 * DAY);
  const closed = inStage(40, 'closed', 'Printer on fire');
  clock.standAt(today - 30 * DAY);
  const followUp = scribe.create(users.agent, {
    via_followup_source_id: closed.id,
    comment: { body: 'It burns again.' },
  });
  const ids = {
    openTicketId: inStage(20, 'open', 'Where is my order').id,
    pendingTicketId: inStage(19, 'pending', 'Cannot sign in').id,
    holdTicketId: inStage(18, 'hold', 'Waiting for a part').id,
    solvedTicketId: inStage(17, 'solved', 'Change of address').id,
  };
  const deleted = inStage(16, 'pending', 'Asked twice');
  deleteLater(desk, clock, deleted, today - 10 * DAY);
  return {
    ...ids,
    closedTicketId: closed.id,
    archivedTicketId: archived.id,
    followUpTicketId: followUp.id,
    deletedTicketId: deleted.id,
    scrubbedTicketId: scrubbed.id,
  };
}

type SpecialIds = Pick<
  TicketDirectory,
  | 'problemTicketId'
  | 'incidentTicketIds'
  | 'privateTicketId'
  | 'billingTicketId'
  | 'copiedTicketId'
  | 'threadTicketId'
>;

function seedSpecial(stage: Stage, today: number): SpecialIds {
  const { clock, scribe } = stage;
  clock.standAt(today - 8 * DAY);
  const problem = scribe.create(users.agent, {
    subject: 'Mail server down',
    type: 'problem',
    comment: { body: 'No mail leaves the house.' },
  });
  const incidentTicketIds = times(2, (index) => {
    const incident = { type: 'incident', problem_id: problem.id, subject: `No mail ${index + 1}` };
    return scribe.create(users.endUser, { ...incident, comment: { body: 'My mail is stuck.' } }).id;
  });
  clock.standAt(today - 7 * DAY);
  const hidden = scribe.create(users.agent, {
    subject: 'Among ourselves',
    comment: { body: 'Not for the customer.', public: false },
  });
  const billing = scribe.create(users.otherEndUser, {
    subject: 'Invoice is wrong',
    group_id: groups.billing,
    assignee_id: users.otherAgent,
    comment: { body: 'It says 12 instead of 10.' },
    custom_fields: [{ id: fields.text, value: 'A-17' }],
  });
  const copied = scribe.create(users.endUser, {
    subject: 'For several people',
    comment: { body: 'Please keep us all posted.' },
    followers: [{ user_id: users.otherAgent }],
    email_ccs: [{ user_id: users.otherEndUser }],
  });
  return {
    problemTicketId: problem.id,
    incidentTicketIds,
    privateTicketId: hidden.id,
    billingTicketId: billing.id,
    copiedTicketId: copied.id,
    threadTicketId: seedThread(stage, today - 6 * DAY).id,
  };
}

function seedThread({ clock, scribe }: Stage, start: number): Ticket {
  clock.standAt(start);
  let ticket = scribe.create(users.endUser, {
    subject: 'A longer talk',
    comment: { body: 'My card 4111-1111 was declined.' },
  });
  const said: readonly (readonly [number, Record<string, unknown>])[] = [
    [users.agent, { body: 'Which shop was it?' }],
    [users.endUser, { body: 'The one at the corner.' }],
    [users.agent, { body: 'Looks like fraud to me.', public: false }],
    [users.agent, { html_body: '<p>We have <b>unblocked</b> it.</p>' }],
    [users.endUser, { body: 'Thanks & goodbye' }],
  ];
  for (const [index, [authorId, comment]] of said.entries()) {
    clock.standAt(start + (index + 1) * HOUR);
    ticket = scribe.update(authorId, ticket, { comment });
  }
  return ticket;
}

function seedSpare(stage: Stage, start: number): TicketDirectory['spare'] {
  const { clock, scribe } = stage;
  const set = (
    subject: string,
    requester: (index: number) => Record<string, unknown>,
  ): readonly number[] =>
    times(SPARE, (index) => {
      clock.standAt(start + index);
      const comment = { body: `${subject} ${index + 1}` };
      return scribe.create(users.agent, { ...requester(index), subject, comment }).id;
    });
  const known = (): Record<string, unknown> => ({ requester_id: users.otherEndUser });
  const spammer =
    (word: string) =>
    (index: number): Record<string, unknown> => ({
      requester: { name: `Spammer ${word} ${index}`, email: `${word}-${index}@spam.example` },
    });
  return {
    deletable: set('To be deleted', known),
    spam: set('Cheap pills', spammer('pills')),
    bulkDeletable: set('To be deleted in bulk', known),
    bulkSpam: set('Cheap watches', spammer('watches')),
    mergeTargets: set('To be merged into', known),
    mergeSources: set('To be merged', known),
  };
}

function plain({ scribe }: Stage, subject: string): Ticket {
  return scribe.create(users.endUser, { subject, comment: { body: `${subject}.` } });
}

function deleteLater(desk: Desk, clock: HistoryClock, ticket: Ticket, at: number): void {
  clock.standAt(at);
  const admin = desk.users.get(users.admin);
  if (admin !== undefined) deleteTicket(desk, admin, ticket);
}

function times<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
