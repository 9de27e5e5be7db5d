// Scenario 28: what an agent must be able to do to take a ticket: set as a whole, replaced, cleared, and listed.
import { describe, expect } from 'vitest';
import type { Desk } from '../support/desk.ts';
import { scenarios } from '../support/scenarios.ts';

const scenario = scenarios();

describe('the skills of a ticket', () => {
  scenario('are none to begin with, and are listed once they are set', async (desk) => {
    const [english = ''] = await skills(desk);
    const { id } = await desk.ticket();
    expect(await listed(desk, id)).toEqual([]);

    expect(await set(desk, id, [english])).toEqual([english]);

    expect(await listed(desk, id)).toEqual([english]);
  });

  scenario('are replaced as a whole, and cleared by an empty list', async (desk) => {
    const [english = '', french = ''] = await skills(desk);
    const { id } = await desk.ticket();
    await set(desk, id, [english]);

    await set(desk, id, [french]);
    expect(await listed(desk, id)).toEqual([french]);
    await set(desk, id, [english, french]);
    expect(await listed(desk, id)).toEqual([english, french].sort());
    await set(desk, id, []);

    expect(await listed(desk, id)).toEqual([]);
  });

  scenario('that nobody knows are passed over', async (desk) => {
    const [english = ''] = await skills(desk);
    const { id } = await desk.ticket();

    await set(desk, id, [english, '00000000-0000-0000-0000-000000000000']);

    expect(await listed(desk, id)).toEqual([english]);
  });

  scenario('of one ticket are not those of another', async (desk) => {
    const [english = ''] = await skills(desk);
    const { id } = await desk.ticket();
    const other = await desk.ticket();

    await set(desk, id, [english]);

    expect(await listed(desk, other.id)).toEqual([]);
    await desk.refused('ListTicketAttributeValues', 404, { ticket_id: 999_999_999 });
  });
});

/** Two skills that the account knows. */
async function skills(desk: Desk): Promise<readonly string[]> {
  if (desk.onSandbox) return desk.sandbox().account.attributeValueIds;
  const { status, body } = await desk.beside<{
    readonly attributes: readonly { readonly id: string }[];
  }>('GET /routing/attributes.json');
  const values: string[] = [];
  for (const { id } of status === 200 ? body.attributes : []) {
    const answer = await desk.beside<{
      readonly attribute_values: readonly { readonly id: string }[];
    }>(`GET /routing/attributes/${id}/values.json`);
    values.push(...answer.body.attribute_values.map((value) => value.id));
  }
  return values.length < 2
    ? desk.skip('the account has fewer than two skills')
    : values.slice(0, 2);
}

async function set(
  desk: Desk,
  ticket_id: number,
  attribute_value_ids: readonly string[],
): Promise<readonly string[]> {
  // How the request names them is not documented, so an account that takes it otherwise is no failure.
  const { attribute_values: values } = await desk.doOrSkip('SetTicketAttributeValues', {
    ticket_id,
    body: { attribute_value_ids },
  });
  return values.map(({ id }) => id).sort();
}

async function listed(desk: Desk, ticket_id: number): Promise<readonly string[]> {
  const { attribute_values: values } = await desk.doOrSkip('ListTicketAttributeValues', {
    ticket_id,
  });
  return values.map(({ id }) => id).sort();
}
