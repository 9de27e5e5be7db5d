// One help desk with everything in it: the state that all routes work on. A sandbox holds two, the account of its
// credentials and a neighbour, so that a leak between tenants can be seen.
import type { Clock } from './clock.ts';
import type {
  AttributeValue,
  CustomStatus,
  Group,
  Macro,
  Organization,
  SatisfactionRating,
  TicketField,
  View,
  XHandle,
} from './account-records.ts';
import type { Attachment, Upload } from './attachment.ts';
import type { Audit } from './audit.ts';
import type { Comment } from './comment.ts';
import { derive } from './derived.ts';
import { createIds, type Ids } from './ids.ts';
import { Journal } from './journal.ts';
import type { Job } from './job.ts';
import { Table } from './table.ts';
import type { Ticket } from './ticket.ts';
import type { User } from './user.ts';

/** What an account's owner has switched on. */
export interface Settings {
  /** The caller becomes assignee of a ticket that is solved without one. */
  readonly autoAssignOnSolve: boolean;
}

/** The answer kept for one idempotency key, and the body it was given for. */
export interface KeptAnswer {
  readonly bodyText: string;
  readonly status: number;
  readonly value: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly keptAt: number;
}

export interface Desk {
  readonly accountId: number;
  /** True when more than 30 open jobs are refused. */
  readonly limitsOpenJobs: boolean;
  readonly defaults: { readonly brandId: number; readonly formId: number };
  readonly clock: Clock;
  readonly journal: Journal;
  readonly ids: Ids;
  readonly settings: Table<'settings', Settings>;
  readonly users: Table<number, User>;
  /** Active users by address, lower-cased. */
  readonly usersByEmail: () => ReadonlyMap<string, User>;
  readonly groups: Table<number, Group>;
  readonly organizations: Table<number, Organization>;
  readonly customStatuses: Table<number, CustomStatus>;
  readonly fields: Table<number, TicketField>;
  readonly macros: Table<number, Macro>;
  readonly views: Table<number, View>;
  readonly attributeValues: Table<string, AttributeValue>;
  readonly handles: Table<number, XHandle>;
  readonly tickets: Table<number, Ticket>;
  /** Tickets that are neither archived nor deleted, by id: rows stand in the order in which they were made. */
  readonly liveTickets: () => readonly Ticket[];
  /** Tickets that are not deleted and point at a problem, by the problem. */
  readonly incidents: () => ReadonlyMap<number, readonly Ticket[]>;
  /** Every ticket, deleted ones too, by the second of its last change and its id. */
  readonly byChange: () => readonly Ticket[];
  /** Comments of a ticket, oldest first. */
  readonly comments: Table<number, readonly Comment[]>;
  /** Audits of a ticket, oldest first. */
  readonly audits: Table<number, readonly Audit[]>;
  readonly attachments: Table<number, Attachment>;
  readonly uploads: Table<string, Upload>;
  readonly jobs: Table<string, Job>;
  readonly ratings: Table<number, SatisfactionRating>;
  readonly keptAnswers: Table<string, KeptAnswer>;
  /** When time has work to do again. */
  readonly sweepDue: { at: number };
}

/** What tells one desk from another before anything is in it. */
export interface DeskIdentity {
  readonly accountId: number;
  readonly brandId: number;
  readonly formId: number;
  readonly firstTicketId: number;
  readonly firstLargeId: number;
  readonly limitsOpenJobs: boolean;
}

/** An empty desk. */
export function createDesk(identity: DeskIdentity, clock: Clock): Desk {
  const journal = new Journal();
  const table = <K, V>(): Table<K, V> => new Table<K, V>(journal);
  const tickets = new Table<number, Ticket>(journal);
  const users = new Table<number, User>(journal);
  return {
    accountId: identity.accountId,
    limitsOpenJobs: identity.limitsOpenJobs,
    defaults: { brandId: identity.brandId, formId: identity.formId },
    clock,
    journal,
    ids: createIds({ tickets: identity.firstTicketId - 1, large: identity.firstLargeId }),
    settings: table(),
    users,
    usersByEmail: derive(users, byEmail),
    groups: table(),
    organizations: table(),
    customStatuses: table(),
    fields: table(),
    macros: table(),
    views: table(),
    attributeValues: table(),
    handles: table(),
    tickets,
    liveTickets: derive(tickets, (rows) => [...rows].filter(({ life }) => life.kind === 'live')),
    incidents: derive(tickets, byProblem),
    byChange: derive(tickets, (rows) =>
      [...rows].sort((left, right) => left.generatedAt - right.generatedAt || left.id - right.id),
    ),
    comments: table(),
    audits: table(),
    attachments: table(),
    uploads: table(),
    jobs: table(),
    ratings: table(),
    keptAnswers: table(),
    sweepDue: { at: 0 },
  };
}

function byEmail(users: Iterable<User>): ReadonlyMap<string, User> {
  const known = new Map<string, User>();
  for (const user of users) {
    if (user.email !== null && user.isActive) known.set(user.email.toLowerCase(), user);
  }
  return known;
}

function byProblem(tickets: Iterable<Ticket>): ReadonlyMap<number, readonly Ticket[]> {
  const known = new Map<number, Ticket[]>();
  for (const ticket of tickets) {
    if (ticket.problemId === null || ticket.life.kind === 'deleted') continue;
    const incidents = known.get(ticket.problemId);
    if (incidents === undefined) known.set(ticket.problemId, [ticket]);
    else incidents.push(ticket);
  }
  return known;
}
