// Scenario 21: who else takes part in a ticket: followers, who are agents, and people in copy, who may be anybody.
import { describe, expect } from 'vitest';
import type { Desk } from '../support/desk.ts';
import { scenarios } from '../support/scenarios.ts';

const scenario = scenarios();

describe('people in copy', () => {
  scenario('come with the ticket, by number or by e-mail, and are listed', async (desk) => {
    const one = await desk.endUser('Assay Copied One');
    const two = await desk.endUser('Assay Copied Two');

    const { id } = await desk.ticket({
      email_ccs: [{ user_id: String(one.id) }, { user_email: two.email }],
    });

    expect((await desk.show(id)).email_cc_ids.toSorted()).toEqual([one.id, two.id].sort());
    expect(await peopleOf(desk, id, 'ListTicketEmailCCs')).toEqual([one.name, two.name].sort());
    expect(await peopleOf(desk, id, 'ListTicketCollaborators')).toEqual(
      [one.name, two.name].sort(),
    );
    expect(await peopleOf(desk, id, 'ListTicketFollowers')).toEqual([]);
  });

  scenario('are added and taken away one by one', async (desk) => {
    const one = await desk.endUser('Assay Copied One');
    const two = await desk.endUser('Assay Copied Two');
    const { id } = await desk.ticket({ email_ccs: [{ user_id: String(one.id) }] });

    await desk.update(id, { email_ccs: [{ user_id: String(two.id), action: 'put' }] });
    expect(await peopleOf(desk, id, 'ListTicketEmailCCs')).toEqual([one.name, two.name].sort());
    await desk.update(id, { email_ccs: [{ user_id: String(one.id), action: 'delete' }] });

    expect(await peopleOf(desk, id, 'ListTicketEmailCCs')).toEqual([two.name]);
    expect((await desk.show(id)).email_cc_ids).toEqual([two.id]);
  });

  scenario('who are not known yet are made', async (desk) => {
    const email = `${desk.word('copied')}@example.com`;

    const { id } = await desk.ticket({
      email_ccs: [{ user_email: email, user_name: 'Assay Newcomer' }],
    });

    const { email_cc_ids: ids } = await desk.show(id);
    for (const userId of ids) desk.keepUser(userId);
    expect(ids).toHaveLength(1);
    expect(await peopleOf(desk, id, 'ListTicketEmailCCs')).toEqual(['Assay Newcomer']);
  });

  scenario('of one ticket are not on another', async (desk) => {
    const person = await desk.endUser('Assay Copied');
    await desk.ticket({ email_ccs: [{ user_id: String(person.id) }] });
    const { id } = await desk.ticket();

    for (const operation of [
      'ListTicketEmailCCs',
      'ListTicketFollowers',
      'ListTicketCollaborators',
    ] as const)
      expect(await peopleOf(desk, id, operation)).toEqual([]);
  });
});

describe('followers', () => {
  scenario(
    'are agents: they come and go one by one, and a customer is passed over',
    async (desk) => {
      const agent = await desk.agent();
      const customer = await desk.endUser('Assay Curious');
      const { id } = await desk.ticket({
        followers: [{ user_id: String(agent.id) }, { user_id: String(customer.id) }],
      });

      expect((await desk.show(id)).follower_ids).toEqual([agent.id]);
      expect(await peopleOf(desk, id, 'ListTicketFollowers')).toEqual([agent.name]);
      expect(await peopleOf(desk, id, 'ListTicketEmailCCs')).toEqual([]);
      await desk.update(id, { followers: [{ user_id: String(agent.id), action: 'delete' }] });

      expect((await desk.show(id)).follower_ids).toEqual([]);
      expect(await peopleOf(desk, id, 'ListTicketFollowers')).toEqual([]);
    },
  );

  scenario('and people in copy together are the collaborators', async (desk) => {
    const agent = await desk.agent();
    const customer = await desk.endUser('Assay Copied');

    const { id } = await desk.ticket({
      followers: [{ user_id: String(agent.id) }],
      email_ccs: [{ user_id: String(customer.id) }],
    });

    expect(await peopleOf(desk, id, 'ListTicketCollaborators')).toEqual(
      [agent.name, customer.name].sort(),
    );
    expect((await desk.show(id)).collaborator_ids.toSorted()).toEqual(
      [agent.id, customer.id].sort(),
    );
  });
});

describe('people of no ticket', () => {
  scenario(
    'are not found',
    async (desk) => {
      for (const operation of [
        'ListTicketEmailCCs',
        'ListTicketFollowers',
        'ListTicketCollaborators',
      ] as const)
        await desk.refused(operation, 404, { ticket_id: 999_999_999 });
    },
    { needs: [] },
  );
});

type PeopleList = 'ListTicketEmailCCs' | 'ListTicketFollowers' | 'ListTicketCollaborators';

/** Their names; numbers may be texts in these lists. */
async function peopleOf(
  desk: Desk,
  ticketId: number,
  operation: PeopleList,
): Promise<readonly string[]> {
  const { users } = await desk.do(operation, { ticket_id: ticketId });
  return users.map(({ name }) => name).sort();
}
