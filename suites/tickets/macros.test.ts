// Scenario 22: what a macro would make of a ticket is shown, and the ticket is left as it is.
import { describe, expect } from 'vitest';
import type { Desk } from '../support/desk.ts';
import { scenarios } from '../support/scenarios.ts';

const scenario = scenarios();

describe('the preview of a macro', () => {
  scenario('changes nothing, says nothing and leaves no audit', async (desk) => {
    const macro_id = await someMacro(desk);
    const { id } = await desk.ticket();
    const [before, audits] = [await desk.show(id), await desk.audits(id)];

    await desk.do('ShowTicketAfterChanges', { ticket_id: id, macro_id });

    expect(await desk.show(id)).toEqual(before);
    expect(await desk.audits(id)).toEqual(audits);
    expect(await desk.comments(id)).toHaveLength(1);
  });

  scenario(
    'shows the ticket as it would be',
    async (desk) => {
      const { macroId, commentMacroId, textFieldId } = desk.sandbox().account;
      const { id, tags } = await desk.ticket();

      const solved = await desk.do('ShowTicketAfterChanges', { ticket_id: id, macro_id: macroId });
      const answered = await desk.do('ShowTicketAfterChanges', {
        ticket_id: id,
        macro_id: commentMacroId,
      });

      expect(solved.result.ticket).toMatchObject({ id, status: 'solved' });
      expect(answered.result.ticket).toMatchObject({
        id,
        priority: 'high',
        tags: expect.arrayContaining([...tags, 'answered']),
        comment: { public: true },
      });
      expect(JSON.stringify(answered.result.ticket)).toContain(String(textFieldId));
    },
    { needs: ['writes', 'sandbox'] },
  );

  scenario('of a macro or a ticket that is not there is not found', async (desk) => {
    const macro_id = await someMacro(desk);
    const { id } = await desk.ticket();

    await desk.refused('ShowTicketAfterChanges', 404, { ticket_id: id, macro_id: 999_999_999 });
    await desk.refused('ShowTicketAfterChanges', 404, { ticket_id: 999_999_999, macro_id });
  });

  scenario(
    'of a macro that is switched off is not found',
    async (desk) => {
      const { inactiveMacroId } = desk.sandbox().account;
      const { id } = await desk.ticket();

      await desk.refused('ShowTicketAfterChanges', 404, {
        ticket_id: id,
        macro_id: inactiveMacroId,
      });
    },
    { needs: ['writes', 'sandbox'] },
  );
});

async function someMacro(desk: Desk): Promise<number> {
  return (await desk.macroId()) ?? desk.skip('the account has no macro');
}
