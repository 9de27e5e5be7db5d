// Scenario 27: tickets of calls and of posts on X, and the window of an agent in which a ticket opens.
import { describe, expect } from 'vitest';
import type { Desk } from '../support/desk.ts';
import { scenarios } from '../support/scenarios.ts';

const scenario = scenarios();

describe('a call', () => {
  scenario('becomes a ticket that knows which way it went', async (desk) => {
    for (const [via_id, rel] of [
      [45, 'inbound'],
      [46, 'outbound'],
    ] as const) {
      const { ticket } = await desk.doOrSkip('CreateTicketOrVoicemailTicket', {
        body: { ticket: desk.marked({ via_id, comment: { body: 'They called.' } }) },
      });
      desk.keep(ticket.id);

      expect(ticket.via).toMatchObject({ channel: 'voice', source: { rel } });
      expect(await desk.show(ticket.id)).toMatchObject({
        via: { channel: 'voice' },
        description: 'They called.',
      });
    }
  });

  scenario('that left a message becomes one with what was recorded', async (desk) => {
    const { id: answered_by_id } = await desk.me();
    const voice_comment = {
      from: '+16617480240',
      to: '+16617480123',
      recording_url: 'http://recordings.example.com/1.mp3',
      started_at: '2024-04-16T09:14:57Z',
      call_duration: 40,
      answered_by_id,
      transcription_text: 'The transcription of the call',
    };

    const { ticket } = await desk.doOrSkip('CreateTicketOrVoicemailTicket', {
      body: { ticket: desk.marked({ via_id: 44, comment: undefined, voice_comment }) },
    });
    desk.keep(ticket.id);

    expect(ticket.via).toMatchObject({ channel: 'voice', source: { rel: 'voicemail' } });
    const [comment] = await desk.comments(ticket.id);
    expect(comment?.type).toBe('VoiceComment');
    const [audit] = await desk.audits(ticket.id);
    expect(audit?.events[0]?.type).toBe('VoiceComment');
  });

  scenario('is shown to no agent who is not there', async (desk) => {
    const subject = desk.word('unheard');
    const request = { display_to_agent: 999_999_999, ticket: desk.marked({ subject, via_id: 45 }) };

    await desk.refused('CreateTicketOrVoicemailTicket', desk.onSandbox ? 422 : [403, 404, 422], {
      body: request,
    });

    expect(await newestSubjects(desk)).not.toContain(`[assay] ${subject}`);
  });
});

describe('opening a ticket in the window of an agent', () => {
  scenario('changes nothing of it', async (desk) => {
    const { id: agent_id } = await desk.me();
    const before = await desk.ticket();

    await desk.doOrSkip('OpenTicketInAgentBrowser', { agent_id, ticket_id: before.id });

    expect((await desk.show(before.id)).updated_at).toBe(before.updated_at);
    expect(await desk.audits(before.id)).toHaveLength(1);
  });

  scenario('finds neither an agent nor a ticket that is not there', async (desk) => {
    const { id: agent_id } = await desk.me();
    const { id: ticket_id } = await desk.ticket();
    const statuses = desk.onSandbox ? 404 : [403, 404];

    await desk.refused('OpenTicketInAgentBrowser', statuses, { agent_id: 999_999_999, ticket_id });
    await desk.refused('OpenTicketInAgentBrowser', statuses, { agent_id, ticket_id: 999_999_999 });
  });
});

describe('a post on X', () => {
  scenario(
    'becomes a ticket of its author, whose standing can be asked for',
    async (desk) => {
      const { monitoredTwitterHandleId } = desk.sandbox().account;
      const { id: me } = await desk.me();

      const { status } = await desk.ask('CreateTicketFromTweet', {
        body: {
          ticket: {
            twitter_status_message_id: 8605426295771,
            monitored_twitter_handle_id: monitoredTwitterHandleId,
          },
        },
      });

      expect(status).toBe(201);
      const [ticket] = (await desk.do('ListTickets', { query: { 'page[size]': 1, sort: '-id' } }))
        .tickets;
      desk.keep(ticket?.id ?? 0);
      expect(ticket).toMatchObject({ via: { channel: 'twitter' }, submitter_id: me });
      expect(ticket?.requester_id).not.toBe(me);
      const [comment] = await desk.comments(ticket?.id ?? 0);
      const { statuses } = await desk.do('GettingTwicketStatus', { comment_id: comment?.id ?? 0 });
      expect(statuses.map(({ id }) => id)).toEqual([comment?.id]);
      await desk.refused('GettingTwicketStatus', 404, { comment_id: 9_007_199_254_740 });
    },
    { needs: ['writes', 'sandbox'] },
  );

  scenario(
    'on an account that nobody watches makes nothing',
    async (desk) => {
      const before = (await desk.do('CountTickets')).count.value;

      await desk.refused('CreateTicketFromTweet', 404, {
        body: {
          ticket: {
            twitter_status_message_id: 8605426295772,
            monitored_twitter_handle_id: 999_999_999,
          },
        },
      });

      expect((await desk.do('CountTickets')).count.value).toBe(before);
    },
    { needs: ['writes', 'sandbox'] },
  );
});

async function newestSubjects(desk: Desk): Promise<readonly (string | null)[]> {
  const { tickets } = await desk.do('ListTickets', { query: { 'page[size]': 10, sort: '-id' } });
  return tickets.map(({ subject }) => subject);
}
