// What a scenario made, so that it can be taken away again: tickets first, then the people who asked for them. Tickets go
// the way an agent deletes them, so the account keeps them for thirty days and then forgets them by itself.
import type { Client } from './client.ts';

export interface Belongings {
  readonly addTicket: (id: number) => void;
  readonly addUser: (id: number) => void;
  /** @throws {Error} naming what could not be removed */
  readonly remove: () => Promise<void>;
}

const GONE = [204, 404];

export function createBelongings({ ask, beside }: Pick<Client, 'ask' | 'beside'>): Belongings {
  const tickets = new Set<number>();
  const users = new Set<number>();
  return {
    addTicket: (id) => tickets.add(id),
    addUser: (id) => users.add(id),
    remove: async () => {
      const left: string[] = [];
      for (const id of tickets) {
        const { status } = await ask('DeleteTicket', { ticket_id: id });
        if (!GONE.includes(status)) left.push(`ticket ${String(id)} (${String(status)})`);
      }
      for (const id of users) {
        const { status } = await beside(`DELETE /users/${String(id)}.json`);
        if (![200, 404].includes(status)) left.push(`user ${String(id)} (${String(status)})`);
      }
      if (left.length > 0) throw new Error(`The scenario left behind: ${left.join(', ')}`);
    },
  };
}
