// The people of the account as scenarios meet them: the admin who runs them, an agent beside the admin, and end users who
// are made for a scenario and go with it.
import type { Account } from './account.ts';
import type { Belongings } from './belongings.ts';
import type { Caller } from './caller.ts';
import type { Client } from './client.ts';

export interface Person {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  /** Acts as this person. */
  readonly caller: Caller;
}

export interface Colleague extends Person {
  readonly groupId: number;
}

export interface People {
  /** Whose credential it is. */
  readonly me: () => Promise<Colleague>;
  /** An agent who is no admin; the scenario is skipped where none is named. */
  readonly agent: () => Promise<Colleague>;
  /** A new, verified end user. */
  readonly endUser: (name?: string) => Promise<Person>;
}

interface Staff {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly default_group_id: number;
}

export interface PeopleOptions {
  readonly account: Account;
  readonly client: Client;
  readonly belongings: Belongings;
  readonly words: (stem: string) => string;
  readonly skip: (reason: string) => never;
}

export function createPeople({ account, client, belongings, words, skip }: PeopleOptions): People {
  const callerFor = (email: string): Caller =>
    account.actingFor(email) ??
    skip('needs an API token: an access token acts for its owner alone');
  const colleague = async (caller: Caller): Promise<Colleague> => {
    const { body } = await client.beside<{ readonly user: Staff }>('GET /users/me.json', {
      as: caller,
    });
    const { id, name, email, default_group_id: groupId } = body.user;
    return { id, name, email, caller, groupId };
  };
  return {
    me: () => colleague(account.admin),
    agent: () => colleague(callerFor(account.agentEmail ?? skip('needs ZENDESK_AGENT_EMAIL'))),
    endUser: async (name = 'Assay Customer') => {
      const email = `${words('assay')}@example.com`;
      const caller = callerFor(email);
      const { body } = await client.beside<{ readonly user: { readonly id: number } }>(
        'POST /users/create_or_update.json',
        {
          body: {
            user: { name, email, role: 'end-user', verified: true, skip_verify_email: true },
          },
        },
      );
      belongings.addUser(body.user.id);
      return { id: body.user.id, name, email, caller };
    },
  };
}
