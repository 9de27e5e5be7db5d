// Scenario 25, first half: without a credential nothing, with an end user's only what end users do, with an agent's what
// agents do, and nothing at all of another account.
import { describe, expect } from 'vitest';
import type { OperationId } from '../support/answers.ts';
import { byAccessToken, byApiToken, NOBODY, type Caller } from '../support/caller.ts';
import type { Request } from '../support/client.ts';
import type { Desk } from '../support/desk.ts';
import { minimalCalls } from '../support/minimal-calls.ts';
import type { Comment, Ticket } from '../support/records.ts';
import { scenarios } from '../support/scenarios.ts';

const scenario = scenarios();

type CallList = readonly (readonly [OperationId, Request])[];

describe('nobody', () => {
  scenario('is let in nowhere, and told so in one word', async (desk) => {
    const { calls, untouched } = await everyCall(desk);

    for (const [operation, request] of calls)
      expect(await desk.refused(operation, 401, { ...request, as: NOBODY }), operation).toEqual({
        error: "Couldn't authenticate you",
      });

    await untouched();
  });

  scenario(
    'gets in with a token that is none',
    async (desk) => {
      const { email } = await desk.me();

      expect(
        await desk.refused('ListTickets', 401, { as: byApiToken(email, 'no-such-token') }),
      ).toEqual({
        error: "Couldn't authenticate you",
      });
      expect(
        await desk.refused('ListTickets', 401, { as: byAccessToken('no-such-token') }),
      ).toMatchObject({
        error: 'invalid_token',
      });
    },
    { needs: [] },
  );
});

describe('an end user', () => {
  scenario('may use no route of the agents, not even for a ticket of their own', async (desk) => {
    const { calls, customer, untouched } = await everyCall(desk);

    for (const [operation, request] of calls)
      await desk.refused(operation, desk.onSandbox ? 403 : [403, 404], {
        ...request,
        as: customer,
      });

    await untouched();
  });
});

describe('an agent who is no admin', () => {
  scenario('neither imports, nor exports, nor sets skills', async (desk) => {
    const { caller } = await desk.agent();
    const { calls, untouched } = await everyCall(desk);

    for (const [operation, request] of calls)
      if (ADMINS_ONLY.has(operation))
        await desk.refused(operation, 403, { ...request, as: caller });

    await untouched();
  });

  scenario(
    'and may not delete, neither deletes nor redacts nor marks as spam',
    async (desk) => {
      const { plainAgent } = desk.sandbox().credentials;
      const { calls, untouched } = await everyCall(desk);

      for (const [operation, request] of calls)
        if (DELETERS_ONLY.has(operation))
          await desk.refused(operation, 403, {
            ...request,
            as: { name: 'plain agent', ...plainAgent },
          });

      await untouched();
    },
    { needs: ['writes', 'sandbox'] },
  );

  scenario('reads and writes tickets like anybody on the staff', async (desk) => {
    const { caller, id: agentId } = await desk.agent();
    const { id, submitter_id } = await desk.ticket({}, caller);

    await desk.update(id, { priority: 'high', comment: { body: 'From the agent.' } }, caller);

    expect(submitter_id).toBe(agentId);
    expect((await desk.do('ShowTicket', { ticket_id: id, as: caller })).ticket.priority).toBe(
      'high',
    );
    expect((await desk.comments(id)).at(-1)).toMatchObject({
      author_id: agentId,
      body: 'From the agent.',
    });
    expect((await desk.audits(id)).map(({ author_id }) => author_id)).toEqual([agentId, agentId]);
  });

  scenario(
    'and is kept to one group, sees the tickets of no other',
    async (desk) => {
      const { credentials, account } = desk.sandbox();
      const restricted = { name: 'restricted agent', ...credentials.restrictedAgent };
      const external_id = desk.word('grouped');
      const hidden = await desk.ticket({ external_id, group_id: account.groupId });
      const shown = await desk.ticket({ external_id, group_id: account.otherGroupId });

      const all = await desk.do('ListTickets', { query: { external_id } });
      const { tickets } = await desk.do('ListTickets', { query: { external_id }, as: restricted });
      const many = await desk.do('TicketsShowMany', {
        query: { ids: `${String(hidden.id)},${String(shown.id)}` },
        as: restricted,
      });

      expect(idsOf(all.tickets)).toEqual([hidden.id, shown.id]);
      expect(tickets.map(({ id }) => id)).toEqual([shown.id]);
      expect(many.tickets.map(({ id }) => id)).toEqual([shown.id]);
      await desk.do('ShowTicket', { ticket_id: shown.id, as: restricted });
      for (const operation of [
        'ShowTicket',
        'ListTicketComments',
        'ListAuditsForTicket',
        'ListResourceTags',
      ] as const)
        await desk.refused(operation, [403, 404], { ticket_id: hidden.id, as: restricted });
    },
    { needs: ['writes', 'sandbox'] },
  );
});

describe('an access token', () => {
  scenario(
    'does what its scopes say and no more',
    async (desk) => {
      const { readOnly, ticketsRead, ticketsWrite } = desk.sandbox().credentials.accessTokens;
      const { id } = await desk.ticket({ priority: 'low' });
      const change = { ticket_id: id, body: { ticket: { priority: 'urgent' } } };

      for (const token of [readOnly, ticketsRead]) {
        await desk.do('ShowTicket', { ticket_id: id, as: byAccessToken(token) });
        await desk.refused('UpdateTicket', 403, { ...change, as: byAccessToken(token) });
        await desk.refused('DeleteTicket', 403, { ticket_id: id, as: byAccessToken(token) });
      }
      expect((await desk.show(id)).priority).toBe('low');
      await desk.do('UpdateTicket', { ...change, as: byAccessToken(ticketsWrite) });

      expect((await desk.show(id)).priority).toBe('urgent');
    },
    { needs: ['writes', 'sandbox'] },
  );
});

describe('another account', () => {
  scenario(
    'shows nothing of itself here, and sees nothing of this one',
    async (desk) => {
      const neighbour = { name: 'neighbour', ...desk.sandbox().credentials.neighbour };
      const own = await desk.ticket({ external_id: desk.word('own') });
      const { ticket: theirs } = await desk.do('CreateTicket', {
        as: neighbour,
        body: { ticket: desk.marked({ external_id: own.external_id }) },
      });
      const query = { external_id: own.external_id ?? '' };
      const both = { query: { ids: `${String(own.id)},${String(theirs.id)}` } };
      const sides = [
        { as: (await desk.me()).caller, mine: own, other: theirs },
        { as: neighbour, mine: theirs, other: own },
      ];

      for (const { as, mine, other } of sides) {
        for (const [operation, request] of await callsFor(desk, other.id, []))
          if (request.ticket_id !== undefined && !ADMINS_ONLY.has(operation))
            await desk.refused(operation, 404, { ...request, as });
        expect(idsOf((await desk.do('ListTickets', { query, as })).tickets)).toEqual([mine.id]);
        expect(idsOf((await desk.do('TicketsShowMany', { ...both, as })).tickets)).toEqual([
          mine.id,
        ]);
        const all = await desk.do('ListTickets', { query: { per_page: 100 }, as });
        expect(idsOf(all.tickets)).not.toContain(other.id);
        expect((await desk.do('CountTickets', { as })).count.value).toBe(all.count);
        const exported = await desk.do('IncrementalTicketExportCursor', {
          query: { start_time: 1 },
          as,
        });
        expect(idsOf(exported.tickets)).not.toContain(other.id);
      }
    },
    { needs: ['writes', 'sandbox'] },
  );
});

const ADMINS_ONLY: ReadonlySet<string> = new Set([
  'TicketImport',
  'TicketBulkImport',
  'IncrementalTicketExportTime',
  'IncrementalTicketExportCursor',
  'SetTicketAttributeValues',
] satisfies OperationId[]);

const DELETERS_ONLY: ReadonlySet<string> = new Set([
  'DeleteTicket',
  'BulkDeleteTickets',
  'RedactCommentAttachment',
  'RedactStringInComment',
  'MarkTicketAsSpamAndSuspendRequester',
  'MarkManyTicketsAsSpam',
] satisfies OperationId[]);

/** Every operation on a ticket that a customer asked for, and the proof that none of them did anything. */
async function everyCall(desk: Desk): Promise<{
  readonly calls: CallList;
  readonly customer: Caller;
  readonly untouched: () => Promise<void>;
}> {
  const customer = await desk.endUser();
  const { token } = await desk.upload('evidence.txt', 'As it was.');
  const { id } = await desk.ticket({
    requester_id: customer.id,
    comment: { body: 'Could you look into it?', uploads: [token] },
  });
  const comments = await desk.comments(id);
  const before = { ticket: await desk.show(id), comments, audits: await desk.audits(id) };
  return {
    calls: await callsFor(desk, id, comments),
    customer: customer.caller,
    untouched: async () => {
      expect(await desk.show(id)).toEqual(before.ticket);
      expect(await desk.comments(id)).toEqual(before.comments);
      expect(await desk.audits(id)).toEqual(before.audits);
    },
  };
}

/** A number that no record has, where an account has none of the kind. */
const NONE = 1;

async function callsFor(
  desk: Desk,
  ticketId: number,
  comments: readonly Comment[],
): Promise<CallList> {
  const me = await desk.me();
  const [comment] = comments;
  const calls = minimalCalls({
    ticketId,
    commentId: comment?.id ?? NONE,
    auditId: comment?.audit_id ?? NONE,
    attachmentId: comment?.attachments[0]?.id ?? NONE,
    userId: me.id,
    macroId: (await desk.macroId()) ?? NONE,
    viewId: (await desk.viewId()) ?? NONE,
    twitterHandleId: desk.onSandbox ? desk.sandbox().account.monitoredTwitterHandleId : NONE,
  });
  // The keys are operations: minimalCalls says so.
  return Object.entries(calls) as unknown as CallList;
}

function idsOf(tickets: readonly Ticket[]): readonly number[] {
  return tickets.map(({ id }) => id);
}
