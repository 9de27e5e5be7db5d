// What a scenario made, so that it can be taken away again: tickets first, then the people who asked for them. Tickets go
// the way an agent deletes them, so the account keeps them for thirty days and then forgets them by itself.
import type { Client } from './client.ts';
import type { JobWatch } from './job-watch.ts';

export interface Belongings {
  readonly addTicket: (id: number) => void;
  readonly addUser: (id: number) => void;
  /** @throws {Error} naming what could not be removed */
  readonly remove: () => Promise<void>;
}

/** Up to as many are deleted one by one, more of them by jobs of a hundred. */
const FEW = 10;
const MOST_IN_A_JOB = 100;

export function createBelongings(
  client: Pick<Client, 'ask' | 'do' | 'beside'>,
  jobs: JobWatch,
): Belongings {
  const tickets = new Set<number>();
  const users = new Set<number>();
  return {
    addTicket: (id) => tickets.add(id),
    addUser: (id) => users.add(id),
    remove: async () => {
      const left = [
        ...(tickets.size > FEW
          ? await deleteInJobs(client, jobs, [...tickets])
          : await deleteEach(client, tickets)),
        ...(await deleteUsers(client, users)),
      ];
      if (left.length > 0) throw new Error(`The scenario left behind: ${left.join(', ')}`);
    },
  };
}

async function deleteEach(
  { ask }: Pick<Client, 'ask'>,
  tickets: Iterable<number>,
): Promise<readonly string[]> {
  const left: string[] = [];
  for (const id of tickets) {
    const { status } = await ask('DeleteTicket', { ticket_id: id });
    if (status !== 204 && status !== 404) left.push(`ticket ${String(id)} (${String(status)})`);
  }
  return left;
}

async function deleteInJobs(
  client: Pick<Client, 'do'>,
  { completed }: JobWatch,
  tickets: readonly number[],
): Promise<readonly string[]> {
  const left: string[] = [];
  for (let start = 0; start < tickets.length; start += MOST_IN_A_JOB) {
    const ids = tickets.slice(start, start + MOST_IN_A_JOB).join(',');
    await completed((await client.do('BulkDeleteTickets', { query: { ids } })).job_status);
    const { tickets: shown } = await client.do('TicketsShowMany', { query: { ids } });
    left.push(...shown.map(({ id }) => `ticket ${String(id)}`));
  }
  return left;
}

async function deleteUsers(
  { beside }: Pick<Client, 'beside'>,
  users: Iterable<number>,
): Promise<readonly string[]> {
  const left: string[] = [];
  for (const id of users) {
    const { status } = await beside(`DELETE /users/${String(id)}.json`);
    if (status !== 200 && status !== 404) left.push(`user ${String(id)} (${String(status)})`);
  }
  return left;
}
