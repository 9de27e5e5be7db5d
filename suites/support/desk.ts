// What a scenario works with: the client, the people of the account, and short ways to make tickets and read them back.
// Everything made here carries a prefix and a tag, and is taken away when the scenario is over.
import { expect, vi } from 'vitest';
import type { Sandbox } from '../../sandbox/index.ts';
import type { Account } from './account.ts';
import { createBelongings } from './belongings.ts';
import type { Caller } from './caller.ts';
import { createClient, type Client } from './client.ts';
import { createFurniture, type Furniture } from './furniture.ts';
import { createJobWatch, type JobWatch } from './job-watch.ts';
import { createPeople, type People } from './people.ts';
import type { Audit, Comment, Ticket } from './records.ts';
import { everyPage } from './walk.ts';

/** The tag of every ticket that a scenario makes. */
export const TAG = 'assay_suite';
export const PREFIX = '[assay]';

export interface Desk extends Client, People, JobWatch, Furniture {
  /** Every request to the account that the scenario plays on. */
  readonly origin: string;
  readonly onSandbox: boolean;
  /** The sandbox; a scenario that asks for it where there is none is skipped. */
  readonly sandbox: () => Sandbox;
  /** Like `do`, for what an account may lack: a refusal of a real one skips the scenario. */
  readonly doOrSkip: Client['do'];
  /** Ends the scenario as skipped. */
  readonly skip: (reason: string) => never;
  readonly pass: Account['pass'];
  /** A word that nothing else on the account has. */
  readonly word: (stem: string) => string;
  /** A new ticket, marked and remembered. */
  readonly ticket: (input?: Readonly<Record<string, unknown>>, as?: Caller) => Promise<Ticket>;
  /** Marks what a ticket is made of, for the requests that a scenario sends itself. */
  readonly marked: (input?: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
  /** Remembers a ticket that the scenario made by itself. */
  readonly keep: (ticketId: number) => void;
  readonly keepUser: (userId: number) => void;
  readonly update: (
    id: number,
    change: Readonly<Record<string, unknown>>,
    as?: Caller,
  ) => Promise<Ticket>;
  readonly show: (id: number) => Promise<Ticket>;
  /** All of them, oldest first. */
  readonly comments: (id: number) => Promise<readonly Comment[]>;
  readonly audits: (id: number) => Promise<readonly Audit[]>;
  /** Looks until it holds: at once on a sandbox, for a while on an account that is slow to show what is new. */
  readonly eventually: (look: () => Promise<void>) => Promise<void>;
  /** Takes away what the scenario made. */
  readonly clear: () => Promise<void>;
}

export interface DeskOptions {
  readonly words: (stem: string) => string;
  readonly skip: (reason: string) => never;
  readonly onRequest: (operation: string) => void;
}

/** How long an account may take to show what is new. */
const SETTLING_MS = 120_000;

export function openDesk(account: Account, { skip, words, onRequest }: DeskOptions): Desk {
  const client = createClient({ ...account, onRequest });
  const jobs = createJobWatch(client, account);
  const belongings = createBelongings(client, jobs);
  const marked: Desk['marked'] = ({ subject = 'A question', tags = [], ...input } = {}) => ({
    comment: { body: `${PREFIX} Could you look into it?` },
    ...input,
    subject: `${PREFIX} ${String(subject)}`,
    // Scenarios write lists of tags only.
    tags: [TAG, ...(tags as readonly string[])],
  });
  return {
    ...client,
    ...createPeople({ account, client, belongings, words, skip }),
    ...jobs,
    ...createFurniture(client),
    origin: account.origin,
    onSandbox: account.sandbox !== null,
    sandbox: () => account.sandbox ?? skip('needs switches that only the sandbox has'),
    doOrSkip: async (operation, request) => {
      const { status, body } = await client.ask(operation, request);
      if (status >= 400 && account.sandbox === null)
        skip(`the account answers ${operation} with ${String(status)}`);
      expect(Math.floor(status / 100), `${operation} answers ${String(status)}`).toBe(2);
      return body;
    },
    skip,
    pass: account.pass,
    word: words,
    marked,
    keep: belongings.addTicket,
    keepUser: belongings.addUser,
    ticket: async (input, as) => {
      const request = { body: { ticket: marked(input) }, ...(as === undefined ? {} : { as }) };
      const { ticket } = await client.do('CreateTicket', request);
      belongings.addTicket(ticket.id);
      return ticket;
    },
    update: async (id, change, as) => {
      const who = as === undefined ? {} : { as };
      const request = { ticket_id: id, body: { ticket: change }, ...who };
      return (await client.do('UpdateTicket', request)).ticket;
    },
    show: async (id) => (await client.do('ShowTicket', { ticket_id: id })).ticket,
    comments: (id) =>
      everyPage(client, 'ListTicketComments', { ticket_id: id }, ({ comments }) => comments),
    audits: (id) =>
      everyPage(client, 'ListAuditsForTicket', { ticket_id: id }, ({ audits }) => audits),
    eventually: (look) =>
      account.sandbox === null
        ? vi.waitFor(look, { timeout: SETTLING_MS, interval: account.pollMs })
        : look(),
    clear: belongings.remove,
  };
}
