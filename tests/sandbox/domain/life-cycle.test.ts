import { beforeEach, describe, expect, test } from 'vitest';
import { IDS } from '../../../sandbox/seed/account-ids.ts';
import { aDesk, type DeskUnderTest } from '../desk-builder.ts';

let under: DeskUnderTest;
beforeEach(() => {
  under = aDesk();
});

const { users, groups, customStatuses, fields } = IDS;

describe('status', () => {
  test('a ticket with an assignee begins open, and becomes open when it gets one', () => {
    const assigned = under.create({ assignee_id: users.agent });
    const waiting = under.create();

    expect([assigned.status, waiting.status]).toEqual(['open', 'new']);
    expect(under.update(waiting, { assignee_id: users.agent }).ticket.status).toBe('open');
  });

  test('never goes back to new', () => {
    const ticket = under.create({ status: 'open' });

    expect(under.update(ticket, { status: 'new' }).ticket.status).toBe('open');
  });

  test('solved needs an assignee, and nothing of the refused change is kept', () => {
    const ticket = under.create();

    const refusal = under.refusal(() =>
      under.update(ticket, { status: 'solved', priority: 'high' }),
    );

    expect(refusal).toMatchObject({
      status: 422,
      body: {
        details: {
          base: [
            {
              description: 'Assignee: is required when solving a ticket',
              error: null,
              ticket_field_type: 'FieldAssignee',
            },
          ],
        },
      },
    });
    expect(under.now(ticket)).toMatchObject({ status: 'new', priority: null });
  });

  test('solving without an assignee takes the caller when the account says so', () => {
    under.desk.settings.set('settings', { autoAssignOnSolve: true });
    const ticket = under.create();

    expect(under.update(ticket, { status: 'solved' }, 'agent').ticket).toMatchObject({
      status: 'solved',
      assigneeId: users.agent,
    });
  });

  test('required fields are asked for on solving only', () => {
    const field = under.desk.fields.get(fields.text);
    if (field !== undefined) under.desk.fields.set(field.id, { ...field, isRequired: true });
    const ticket = under.create({ status: 'open', assignee_id: users.agent });

    const refusal = under.refusal(() => under.update(ticket, { status: 'solved' }));
    const solved = under.update(ticket, {
      status: 'solved',
      custom_fields: [{ id: fields.text, value: 'x' }],
    });

    expect(refusal.body).toMatchObject({
      details: {
        base: [
          {
            description: 'Order number: is required when solving a ticket',
            ticket_field_type: 'FieldText',
          },
        ],
      },
    });
    expect(solved.ticket.status).toBe('solved');
  });

  test('closed is the end: every further change is refused', () => {
    const ticket = under.update(under.create(), { status: 'closed' }).ticket;

    for (const change of [
      { status: 'open' },
      { comment: { body: 'x' } },
      { subject: 'x' },
      { tags: ['x'] },
      {},
    ])
      expect(under.refusal(() => under.update(ticket, change))).toMatchObject({
        status: 422,
        body: { details: { status: [{ description: 'Status: closed prevents ticket update' }] } },
      });
  });

  test('a closed ticket takes tags added and removed in bulk', () => {
    const ticket = under.update(under.create({ tags: ['a', 'b'] }), { status: 'closed' }).ticket;

    const change = { additional_tags: ['c'], remove_tags: ['a'] };
    expect(under.update(ticket, change, 'admin', 'bulk-update').ticket.tags).toEqual(['b', 'c']);
  });

  test('a custom status moves the status with it, and a status picks its default custom status', () => {
    const ticket = under.create();

    const escalated = under.update(ticket, { custom_status_id: customStatuses.escalated }).ticket;
    const pending = under.update(ticket, { status: 'pending' }).ticket;

    expect([escalated.status, escalated.customStatusId]).toEqual([
      'open',
      customStatuses.escalated,
    ]);
    expect([pending.status, pending.customStatusId]).toEqual(['pending', customStatuses.pending]);
  });

  test.each(['pending', 'hold', 'solved'] as const)(
    'a requester who answers reopens a ticket that is %s',
    (status) => {
      const ticket = under.create({ assignee_id: users.agent, requester_id: users.endUser });
      const waiting = under.update(ticket, { status }).ticket;

      const answered = under.update(waiting, {
        comment: { body: 'still broken', author_id: users.endUser },
      });

      expect(answered.ticket.status).toBe('open');
    },
  );

  test('an agent who answers leaves the status', () => {
    const ticket = under.update(under.create(), { status: 'pending' }).ticket;

    expect(under.update(ticket, { comment: { body: 'x' } }, 'agent').ticket.status).toBe('pending');
  });
});

describe('assignment', () => {
  test('an assignee who is no agent, or not in the group, is refused', () => {
    const notAgent = under.refusal(() => under.create({ assignee_id: users.endUser }));
    const light = under.refusal(() => under.create({ assignee_id: users.lightAgent }));
    const otherGroup = under.refusal(() =>
      under.create({ assignee_id: users.agent, group_id: groups.billing }),
    );

    expect(notAgent.body).toMatchObject({
      details: { assignee: [{ description: 'Assignee: is invalid', error: 'InvalidValue' }] },
    });
    expect(light.status).toBe(422);
    expect(otherGroup.body).toMatchObject({
      details: { assignee: [{ description: 'Assignee: is not a member of the group' }] },
    });
  });

  test('an assignee brings the group along; a group without the assignee drops the assignee', () => {
    const ticket = under.create({ assignee_id: users.agent });

    expect(ticket.groupId).toBe(groups.support);
    expect(under.update(ticket, { group_id: groups.billing }).ticket).toMatchObject({
      groupId: groups.billing,
      assigneeId: null,
    });
  });

  test('a group once set is not cleared, an assignee is', () => {
    const ticket = under.create({ assignee_id: users.agent });

    expect(under.update(ticket, { group_id: null, assignee_id: null }).ticket).toMatchObject({
      groupId: groups.support,
      assigneeId: null,
    });
  });

  test('assignee_email finds the agent', () => {
    expect(under.create({ assignee_email: 'AGENT@sandbox.example' }).assigneeId).toBe(users.agent);
  });
});

describe('priority, type and what hangs on them', () => {
  test('a priority once set is not cleared', () => {
    const ticket = under.create({ priority: 'high' });

    expect(under.update(ticket, { priority: null }).ticket.priority).toBe('high');
  });

  test('only tasks keep a due date', () => {
    const due = { due_at: '2026-02-01T00:00:00Z' };
    const task = under.create({ ...due, type: 'task' });

    expect(task.dueAt).toBe(Date.UTC(2026, 1, 1) / 1000);
    expect(under.create(due).dueAt).toBeNull();
    expect(under.update(task, { type: 'question' }).ticket.dueAt).toBeNull();
  });

  test('only incidents have a problem, and only a problem can be one', () => {
    const problem = under.create({ type: 'problem' });
    const plain = under.create();

    expect(under.create({ type: 'incident', problem_id: problem.id }).problemId).toBe(problem.id);
    expect(under.create({ problem_id: problem.id }).problemId).toBeNull();
    expect(
      under.refusal(() => under.create({ type: 'incident', problem_id: plain.id })).body,
    ).toMatchObject({
      details: { problem: [{ error: 'InvalidValue' }] },
    });
  });

  test('solving a problem solves its incidents, with the comment and a via of their own', () => {
    const problem = under.create({ type: 'problem', assignee_id: users.agent });
    const incident = under.create({ type: 'incident', problem_id: problem.id });

    under.update(problem, { status: 'solved', comment: { body: 'fixed' } });

    expect(under.now(incident)).toMatchObject({ status: 'solved', assigneeId: users.agent });
    expect(under.desk.comments.get(incident.id)?.at(-1)?.plainBody).toBe('fixed');
    expect(under.desk.audits.get(incident.id)?.at(-1)?.via.source.rel).toBe('problem');
  });
});

describe('people', () => {
  test('a requester described in place is found by address or made', () => {
    const made = under.create({ requester: { name: 'New', email: 'new@x.example' } });
    const found = under.create({ requester: { email: 'NEW@x.example' } });

    expect(found.requesterId).toBe(made.requesterId);
    expect(under.desk.users.get(made.requesterId)).toMatchObject({ role: 'end-user', name: 'New' });
  });

  test('a new requester needs a name', () => {
    expect(
      under.refusal(() => under.create({ requester: { email: 'x@x.example' } })).body,
    ).toMatchObject({
      details: {
        requester: [{ description: 'Requester: Name:  is too short (minimum is 1 character)' }],
      },
    });
  });

  test('a suspended requester is refused', () => {
    expect(
      under.refusal(() => under.create({ requester_id: users.suspendedEndUser })).body,
    ).toMatchObject({
      details: {
        requester: [
          { description: 'Requester: Sam Suspended is suspended.', error: 'UserSuspended' },
        ],
      },
    });
  });

  test('the organization follows the requester, and another one is refused', () => {
    const ticket = under.create({ requester_id: users.otherEndUser });

    expect(ticket.organizationId).toBeNull();
    expect(under.update(ticket, { requester_id: users.endUser }).ticket.organizationId).toBe(
      IDS.organization,
    );
    expect(
      under.refusal(() =>
        under.create({ requester_id: users.endUser, organization_id: IDS.otherOrganization }),
      ).status,
    ).toBe(422);
  });

  test('end users are passed over as followers; copies are put and deleted one by one', () => {
    const ticket = under.create({
      followers: [{ user_id: users.agent }, { user_id: String(users.endUser) }],
      email_ccs: [{ user_email: 'cc@x.example', user_name: 'Cc' }, { user_id: users.endUser }],
    });
    const less = under.update(ticket, {
      email_ccs: [{ user_id: users.endUser, action: 'delete' }],
    }).ticket;

    expect(ticket.followerIds).toEqual([users.agent]);
    expect(ticket.emailCcIds).toHaveLength(2);
    expect(less.emailCcIds).toEqual(ticket.emailCcIds.filter((id) => id !== users.endUser));
  });

  test('collaborators of all three spellings become followers and copies', () => {
    const ticket = under.create({
      collaborators: [users.agent, 'one@x.example', { name: 'Two', email: 'two@x.example' }, {}],
    });

    expect(ticket.followerIds).toEqual([users.agent]);
    expect(ticket.emailCcIds).toHaveLength(2);
  });
});

describe('comments', () => {
  const bodies = (ticketId: number): (readonly [string, boolean])[] =>
    (under.desk.comments.get(ticketId) ?? []).map(
      ({ plainBody, isPublic }) => [plainBody, isPublic] as const,
    );

  test('are public when first, and like the first when later', () => {
    const open = under.create();
    const hidden = under.create({ comment: { body: 'b', public: false } });
    under.update(open, { comment: { body: 'c' } });
    under.update(hidden, { comment: { body: 'c' } });

    expect(bodies(open.id)).toEqual([
      ['b', true],
      ['c', true],
    ]);
    expect(bodies(hidden.id)).toEqual([
      ['b', false],
      ['c', false],
    ]);
    expect([open.isPublic, hidden.isPublic]).toEqual([true, false]);
  });

  test('of light agents are private whatever they ask', () => {
    const ticket = under.create();
    under.update(ticket, { comment: { body: 'c', public: true } }, 'lightAgent');

    expect(bodies(ticket.id).at(-1)).toEqual(['c', false]);
  });

  test('in plain text are escaped, in HTML stripped; HTML wins', () => {
    const plain = under.create({ comment: { body: '1 < 2 & "3"\nnext\n\nlast' } });
    const html = under.create({ comment: { body: 'no', html_body: '<p>1 &lt; 2<br>next</p>' } });
    const first = (ticketId: number): unknown => under.desk.comments.get(ticketId)?.[0];

    expect(first(plain.id)).toMatchObject({
      htmlBody:
        '<div class="zd-comment" dir="auto"><p dir="auto">1 &lt; 2 &amp; &quot;3&quot;<br>next</p><p dir="auto">last</p></div>',
    });
    expect(first(html.id)).toMatchObject({ plainBody: '1 < 2\nnext' });
  });

  test('may be said in the name of another user', () => {
    const ticket = under.create({ comment: { body: 'b', author_id: users.endUser } });

    expect(under.desk.comments.get(ticket.id)?.[0]?.authorId).toBe(users.endUser);
  });
});

describe('custom fields', () => {
  test('merge by id, and a dropdown takes its tag along and away', () => {
    const ticket = under.create({
      tags: ['own'],
      custom_fields: [
        { id: fields.text, value: 'x' },
        { id: fields.dropdown, value: 'colour_red' },
      ],
    });
    const blue = under.update(ticket, {
      custom_fields: [{ id: fields.dropdown, value: 'colour_blue' }],
    }).ticket;

    expect(ticket.tags).toEqual(['colour_red', 'own']);
    expect(blue.tags).toEqual(['colour_blue', 'own']);
    expect(blue.customFields.get(fields.text)).toBe('x');
  });

  test('take the object form, pass over fields that nobody knows, refuse an option that is none', () => {
    expect(
      under.create({ fields: { [String(fields.text)]: 'y', '77': 'z' } }).customFields,
    ).toEqual(new Map([[fields.text, 'y']]));
    expect(
      under.refusal(() =>
        under.create({ custom_fields: [{ id: fields.dropdown, value: 'colour_pink' }] }),
      ).body,
    ).toMatchObject({ details: { base: [{ ticket_field_type: 'FieldTagger' }] } });
  });
});

describe('stamps', () => {
  test('updated_at moves with an event and stays without one', () => {
    const ticket = under.create({ subject: 's' });

    expect(under.update(ticket, { subject: 's' }).audit).toBeNull();
    expect(under.now(ticket).updatedAt).toBe(ticket.updatedAt);
    expect(under.update(ticket, { subject: 't' }).ticket.updatedAt).toBeGreaterThan(
      ticket.updatedAt,
    );
  });

  test('a safe update asks for the stamp, whatever its value says; without it the stamp means nothing', () => {
    const ticket = under.create();
    const stale = '2020-01-01T00:00:00Z';

    expect(
      under.refusal(() =>
        under.update(ticket, { priority: 'low', safe_update: false, updated_stamp: stale }),
      ).status,
    ).toBe(409);
    expect(under.update(ticket, { priority: 'low', updated_stamp: stale }).ticket.priority).toBe(
      'low',
    );
  });
});

describe('following up', () => {
  test('a new ticket goes on from a closed one: same requester, its tags, known to both', () => {
    const closed = under.update(under.create({ requester_id: users.endUser, tags: ['t'] }), {
      status: 'closed',
    }).ticket;
    const next = under.create({ via_followup_source_id: closed.id });

    expect(next).toMatchObject({
      requesterId: users.endUser,
      tags: ['t'],
      followupSourceId: closed.id,
    });
    expect(next.via.source).toMatchObject({ rel: 'follow_up', from: { ticket_id: closed.id } });
    expect(under.now(closed).followupIds).toEqual([next.id]);
  });

  test('an open ticket cannot be followed', () => {
    const open = under.create();

    expect(under.refusal(() => under.create({ via_followup_source_id: open.id })).status).toBe(422);
  });
});
