// Requests of any shape, the same for the same seed: known and unknown ids, members right and wrong, over every route.
import { OPERATIONS } from '../../sandbox/routes/table.ts';
import type { Route } from '../../sandbox/routes/route.ts';
import { SIDE_ROUTES } from '../../sandbox/routes/side-table.ts';
import type { AccountDirectory } from '../../sandbox/seed/seed-account.ts';

export interface RandomRequest {
  readonly route: Route;
  readonly method: string;
  readonly target: string;
  readonly body: string | null;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A source of random requests against an account; `highest` is asked for the highest ticket id made so far. */
export function randomRequests(
  account: AccountDirectory,
  seed: number,
  highest: () => number,
): () => RandomRequest {
  const next = randomNumbers(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  const chance = (share: number): boolean => next() < share;
  const ticketId = (): number => (chance(0.9) ? 1 + Math.floor(next() * highest()) : 999_999);
  const userId = (): unknown =>
    pick([
      account.adminId,
      account.agentId,
      account.endUserId,
      account.otherEndUserId,
      account.lightAgentId,
      account.suspendedEndUserId,
      1,
      null,
      'x',
    ]);
  const words = (): string =>
    pick([
      '',
      ' ',
      'plain',
      'Ünïcode \u{1f600}',
      '\u0000\u0007',
      '<b>x</b>',
      '<'.repeat(50),
      '\ud800',
      'x'.repeat(300),
      'a,b c',
      '__proto__',
    ]);
  const anything = (): unknown =>
    pick([null, true, 5, -1, 1e300, '', 'x', [], {}, [null], { a: { b: [1] } }, words()]);
  const list = (make: () => unknown): unknown =>
    Array.from({ length: Math.floor(next() * 4) }, make);

  const comment = (): unknown =>
    chance(0.1)
      ? anything()
      : {
          body: words(),
          ...(chance(0.3) ? { public: chance(0.5) } : {}),
          ...(chance(0.2) ? { author_id: userId() } : {}),
          ...(chance(0.2) ? { html_body: words() } : {}),
        };
  const MEMBERS: Readonly<Record<string, () => unknown>> = {
    subject: words,
    comment,
    description: words,
    status: () => pick(['new', 'open', 'pending', 'hold', 'solved', 'closed', 'lost']),
    priority: () => pick(['low', 'normal', 'high', 'urgent', null, 'no']),
    type: () => pick(['problem', 'incident', 'question', 'task', null]),
    assignee_id: userId,
    group_id: () => pick([account.groupId, account.otherGroupId, null, 7]),
    requester_id: userId,
    requester: () => ({ name: words(), email: pick(['a@x.example', 'b@x.example', 'no']) }),
    tags: () => list(words),
    additional_tags: () => list(words),
    remove_tags: () => list(words),
    problem_id: ticketId,
    due_at: () => pick(['2026-02-01T00:00:00Z', 'x', null]),
    custom_fields: () => [
      {
        id: pick([account.textFieldId, account.dropdownFieldId, 3]),
        value: pick(['colour_red', 'x', null, 4, []]),
      },
    ],
    custom_status_id: () => pick([...Object.values(account.customStatusIds), 9]),
    email_ccs: () => list(() => ({ user_id: userId(), action: pick(['put', 'delete']) })),
    followers: () => list(() => ({ user_email: pick(['agent@sandbox.example', 'c@x.example']) })),
    collaborators: () =>
      list(() => pick([account.agentId, 'd@x.example', { name: 'E', email: 'e@x.example' }, 7])),
    safe_update: () => pick([true, false, 'true', 5]),
    updated_stamp: () => pick(['2026-01-05T09:00:01Z', 'x']),
    via_followup_source_id: ticketId,
    via_id: () => pick([44, 45, 46, 47]),
    external_id: words,
    metadata: anything,
    comments: () =>
      list(() => ({
        author_id: userId(),
        value: words(),
        created_at: pick(['2013-01-01T00:00:00Z', '2099-01-01T00:00:00Z']),
      })),
    created_at: () =>
      pick(['1960-01-01T00:00:00Z', '2013-01-01T00:00:00Z', '2099-01-01T00:00:00Z']),
    wish: anything,
  };
  const ticket = (): unknown => {
    const names = Object.keys(MEMBERS).filter(() => chance(0.12));
    const base = chance(0.8) ? { comment: { body: 'b' } } : {};
    return {
      ...base,
      ...Object.fromEntries(
        names.map((name) => [name, chance(0.03) ? anything() : MEMBERS[name]?.()]),
      ),
    };
  };
  const BODIES: Readonly<Record<string, () => unknown>> = {
    TicketsCreateMany: () => ({ tickets: list(ticket) }),
    TicketBulkImport: () => ({ tickets: list(ticket) }),
    TicketsUpdateMany: () =>
      chance(0.5)
        ? { ticket: ticket() }
        : { tickets: list(() => ({ ...(ticket() as object), id: ticketId() })) },
    MergeTicketsIntoTargetTicket: () => ({
      ids: list(ticketId),
      target_comment: words(),
      source_comment: words(),
      target_comment_is_public: chance(0.5),
    }),
    SetTagsTicket: () => ({ tags: list(words) }),
    PutTagsTicket: () => ({ tags: list(words) }),
    DeleteTagsTicket: () => ({ tags: list(words) }),
    RedactStringInComment: () => ({ text: pick(['b', 'plain', '<', '']) }),
    SetTicketAttributeValues: () => ({
      attribute_value_ids: list(() => pick([...account.attributeValueIds, 'x'])),
    }),
    CreateTicketFromTweet: () => ({
      ticket: {
        twitter_status_message_id: pick([1, 2, 3, 'x']),
        monitored_twitter_handle_id: pick([account.monitoredTwitterHandleId, 1]),
      },
    }),
    CreateTicketSatisfactionRating: () => ({
      satisfaction_rating: { score: pick(['good', 'bad', 'offered']), comment: words() },
    }),
    CreateUser: () => ({ user: { name: words(), email: pick(['f@x.example', 'g@x.example']) } }),
    UpdateUser: () => ({ user: { notes: words() } }),
    CreateRequest: () => ({ request: { comment: comment() } }),
    UpdateRequest: () => ({ request: { comment: comment() } }),
  };
  const QUERY = (): string =>
    pick([
      '',
      '',
      '',
      '?page[size]=3',
      '?page=2&per_page=5',
      '?sort_by=status',
      '?sort=-updated_at&page[size]=2',
      '?include=users,groups,last_audits,metric_sets,dates,comment_count',
      `?ids=${ticketId()},${ticketId()}`,
      `?ids=${ticketId()}`,
      '?start_time=0&per_page=3',
      '?page=x',
      '?page[after]=x',
      '?async=true',
      '?%ff=%zz',
    ]);
  // Routes that end a ticket's or a person's life would leave nothing to try the others on.
  const calm = new Set(['DeleteUser', 'UpdateTicketField', 'DestroyManyDeletedTickets']);
  const routes = [...OPERATIONS, ...OPERATIONS, ...OPERATIONS, ...SIDE_ROUTES].filter(
    ({ operation }) => !calm.has(operation),
  );
  return () => {
    const route = pick(routes);
    const target = route.path.replace(/:([a-z_]+)/g, (_whole, name: string) => {
      if (chance(0.02)) return pick(['x', '-1', '%20', '9223372036854775807']);
      if (name === 'ticket_id') return String(ticketId());
      if (name === 'view_id') return String(pick([account.viewId, account.inactiveViewId, 1]));
      if (name === 'macro_id') return String(pick([account.macroId, account.commentMacroId, 1]));
      if (name === 'agent_id' || name === 'user_id')
        return String(pick([account.agentId, account.endUserId, 1]));
      return String(pick([1, 6_130_000_044_416, 6_130_000_020_608]));
    });
    const make = BODIES[route.operation] ?? ((): unknown => ({ ticket: ticket() }));
    const body = route.body === 'json' ? JSON.stringify(chance(0.02) ? anything() : make()) : null;
    return { route, method: route.method, target: target + QUERY(), body };
  };
}
