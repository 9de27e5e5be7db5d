// One long story over every operation, edge values, pairs of members, second pages and second requests included. Told to
// a sandbox in process, it gives a transcript; two transcripts that differ are two services that behave differently.
import type { IncomingHttpHeaders } from 'node:http';
import { assemble, type Plan } from '../../../sandbox/assemble.ts';
import { sandboxCredentials, type Credentials } from '../../../sandbox/auth/credentials.ts';
import type { AccountDirectory } from '../../../sandbox/seed/seed-account.ts';
import type { Reply } from '../../../sandbox/http/reply.ts';
import { serve } from '../../../sandbox/server/serve.ts';
import { parseTarget } from '../../../sandbox/server/target.ts';

/** One exchange of the story, as it would look on the wire. */
export interface Told {
  readonly operation: string | null;
  readonly request: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type Who = Exclude<keyof Credentials, 'accessTokens'> | null;

interface Extra {
  readonly as?: Who;
  readonly body?: unknown;
  readonly headers?: IncomingHttpHeaders;
}

interface Teller {
  readonly account: AccountDirectory;
  readonly send: (method: string, path: string, extra?: Extra) => unknown;
  /** The value at a dotted path of an answer, as a number. */
  readonly number: (path: string, answer: unknown) => number;
}

/** The transcript of the story with these faults and other choices on. */
export function tell(
  faults: readonly string[],
  limits: Plan['limits'] = 'count',
  otherChoices: readonly string[] = [],
): readonly Told[] {
  const told: Told[] = [];
  const teller = tellerFor({ faults, limits, otherChoices }, told);
  try {
    if (limits === 'real') limitStory(teller);
    else for (const chapter of CHAPTERS) chapter(teller);
  } catch (error) {
    told.push({ operation: null, request: 'story', status: 0, headers: {}, body: String(error) });
  }
  return told;
}

function tellerFor(
  switches: Pick<Plan, 'faults' | 'limits' | 'otherChoices'>,
  told: Told[],
): Teller {
  const origin = 'http://127.0.0.1:1';
  const { engine, account } = assemble({
    ...switches,
    clock: {},
    extraTickets: 0,
    origin: () => origin,
  });
  const credentials = sandboxCredentials();
  const send: Teller['send'] = (method, path, { as = 'admin', body, headers = {} } = {}) => {
    const target = parseTarget(
      `${path.startsWith('http') ? path.slice(origin.length) : `/api/v2${path}`}`,
    );
    if (target === null) throw new Error(path);
    const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
    const all: IncomingHttpHeaders = {
      ...(as === null ? {} : { authorization: credentials[as].authorization }),
      ...(text === '' ? {} : { 'content-type': 'application/json' }),
      ...headers,
    };
    const { request, reply } = serve(engine, {
      method,
      target,
      headers: all,
      bytes: Buffer.from(text),
    });
    told.push({
      operation: request.operation,
      request: `${method} ${path} ${text}`,
      status: reply.status,
      headers: switches.limits === 'real' ? withoutTimes(reply.headers) : reply.headers,
      body: bodyText(reply),
    });
    return reply.body.kind === 'json' ? reply.body.value : null;
  };
  return {
    account,
    send,
    number: (path, answer) => Number(path.split('.').reduce<unknown>(stepInto, answer)),
  };
}

// Real limits run by a real clock: how long a window lasts is no part of the story.
function withoutTimes(headers: Reply['headers']): Reply['headers'] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      name === 'ratelimit-reset' || name === 'retry-after'
        ? 'n'
        : value.replace(/resets=\d+/, 'resets=n'),
    ]),
  );
}

function bodyText({ body }: Reply): string {
  if (body.kind === 'none') return '';
  return body.kind === 'json'
    ? JSON.stringify(body.value)
    : Buffer.from(body.bytes).toString('latin1');
}

function stepInto(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return (value as readonly unknown[]).at(Number(name));
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

const created = (
  teller: Teller,
  members: Record<string, unknown> = {},
  as: Who = 'admin',
): number =>
  teller.number(
    'ticket.id',
    teller.send('POST', '/tickets', {
      as,
      body: { ticket: { comment: { body: 'my secret' }, ...members } },
    }),
  );

const put = (teller: Teller, id: number, ticket: unknown, as: Who = 'admin'): unknown =>
  teller.send('PUT', `/tickets/${id}`, { as, body: { ticket } });

const show = (teller: Teller, id: number, as: Who = 'admin'): unknown =>
  teller.send('GET', `/tickets/${id}`, { as });

function finish(teller: Teller, queued: unknown): void {
  const url = stepInto(stepInto(queued, 'job_status'), 'url');
  for (let poll = 0; poll < 5; poll += 1) teller.send('GET', String(url));
}

const access = (teller: Teller): void => {
  const { send, account } = teller;
  for (const as of [
    null,
    'endUser',
    'plainAgent',
    'restrictedAgent',
    'neighbour',
    'admin',
  ] as const) {
    send('GET', '/tickets?per_page=3', { as });
    send('GET', '/tickets/count', { as });
    send('GET', `/tickets/${account.threadTicketId}/comments`, { as });
    show(teller, account.openTicketId, as);
    show(teller, 900_001, as);
    send('GET', '/tickets/show_many?ids=900001,5', { as });
    send('GET', '/incremental/tickets?start_time=0&per_page=2', { as });
    send('GET', '/incremental/tickets/cursor?start_time=0&per_page=2', { as });
    send('POST', '/imports/tickets', { as, body: { ticket: { description: 'd' } } });
  }
  const id = created(teller);
  send('DELETE', `/tickets/${id}`, { as: 'plainAgent' });
  put(teller, id, { comment: { body: 'psst', public: true } }, 'lightAgent');
  send('GET', `/tickets/${id}/comments`);
  send('GET', `/tickets/${id}/comments/count`);
  send('GET', '/tickets', { headers: { authorization: 'Basic eDp5' } });
  send('GET', `/tickets/${id}/comments`, { headers: { authorization: 'Basic eDp5' } });
  send('GET', '/nowhere');
  send('PATCH', '/tickets');
  show(teller, 999_999);
  send('GET', '/tickets/x');
  send('GET', '/tickets/5x');
  show(teller, 4_294_967_296);
};

const pages = (teller: Teller): void => {
  const { send, account } = teller;
  for (const query of [
    '?per_page=40',
    '?per_page=40&page=2',
    '?per_page=40&page=3',
    '?page=1001&per_page=10',
    '?page=x',
    '?page[size]=100',
    '?page[size]=60',
    '?sort=-id&page[size]=3',
    '?sort=updated_at&page[size]=3',
    '?sort_by=updated_at&sort_order=desc&per_page=3',
    '?include=None',
  ])
    send('GET', `/tickets${query}`);
  let url = '/tickets?page[size]=90';
  for (let page = 0; page < 4; page += 1) {
    const next = stepInto(stepInto(send('GET', url), 'links'), 'next');
    url = typeof next === 'string' ? next : '/tickets';
  }
  const thread = `/tickets/${account.threadTicketId}`;
  for (const query of [
    '?per_page=2',
    '?per_page=2&page=2',
    '?page[size]=2',
    '?page[size]=1',
    '?sort_order=desc',
    '?sort=-created_at&page[size]=2',
  ])
    send('GET', `${thread}/comments${query}`);
  const audits = send('GET', `${thread}/audits?page[size]=1`);
  send('GET', String(stepInto(stepInto(audits, 'links'), 'next')));
  send('GET', `${thread}/audits`);
  send('GET', `${thread}/audits/count`);
  send('GET', `/views/${account.viewId}/tickets?per_page=1`);
  send('GET', `/views/${account.viewId}/tickets?page[size]=2`);
  send('GET', '/tickets/show_many?ids=8,5,7');
  created(teller, { external_id: 'twin' });
  created(teller, { external_id: 'twin' });
  send('GET', '/tickets?external_id=twin');
  send('GET', '/incremental/tickets?start_time=0');
  const end = send('GET', '/incremental/tickets/cursor?start_time=0');
  send('GET', String(stepInto(end, 'after_url')));
};

const values = (teller: Teller): void => {
  const { send, account } = teller;
  for (const ticket of [
    { subject: '' },
    { subject: '\u{1f600}' },
    { subject: 'x'.repeat(101) },
    { external_id: 'x'.repeat(256) },
    { priority: 'normal' },
    { priority: 'urgent' },
    { priority: 'no' },
    { type: 'incident' },
    { type: 'task', due_at: '2026-02-01T00:00:00Z' },
    { tags: ['a', 'b', 'c', 'd', 'e', 'f'] },
    { comment: { body: ' ' } },
    { comment: undefined },
    { assignee_id: account.endUserId },
    { requester_id: account.suspendedEndUserId },
    { id: 5 },
    { requester: { name: 'N', email: 'n@x.example' }, status: 'open' },
    { status: 'pending', via_followup_source_id: account.closedTicketId },
  ])
    show(teller, created(teller, ticket));
  show(teller, account.closedTicketId);
  send('POST', '/tickets', { body: '{broken' });
  send('POST', '/tickets', {
    body: { ticket: { comment: { body: 'b' } } },
    headers: { 'content-type': 'text/plain' },
  });
  const keyed = {
    body: { ticket: { comment: { body: 'once' } } },
    headers: { 'idempotency-key': 'k' },
  };
  send('POST', '/tickets', keyed);
  send('POST', '/tickets', keyed);
  send('GET', '/tickets/count');
};

const updates = (teller: Teller): void => {
  const { send, account } = teller;
  const id = created(teller, { requester_id: account.endUserId, subject: 's' });
  for (const ticket of [
    { priority: 'low', comment: { body: 'c' } },
    { priority: 'high' },
    { subject: 't' },
    { subject: 't' },
    { priority: 'urgent' },
    { priority: 'no' },
    { status: 'lost' },
    { due_at: null },
    { comment: { html_body: '<b>x</b>', public: false } },
    { comment: { body: 'x', public: false, author_id: account.agentId } },
    { status: 'solved', subject: 'half' },
    { status: 'hold' },
    { custom_fields: [{ id: account.textFieldId, value: 'x' }] },
    { custom_fields: [{ id: account.dropdownFieldId, value: 'colour_red' }] },
    { email_ccs: [{ user_id: account.otherEndUserId }] },
    { email_ccs: [{ user_id: account.otherEndUserId, action: 'delete' }] },
    { priority: 'low', safe_update: true, updated_stamp: '2020-01-01T00:00:00Z' },
    { type: 'incident' },
    { status: 'solved', assignee_id: account.agentId, comment: { body: 'done' } },
    { comment: { body: 'not done', author_id: account.endUserId } },
    { status: 'closed' },
    { subject: 'late' },
  ]) {
    put(teller, id, ticket);
    show(teller, id);
  }
  send('GET', `/tickets/${id}/comments`);
  send('GET', `/tickets/${id}/comments/count`);
  send('GET', `/tickets/${id}/audits`);
  send('GET', `/tickets/${id}/audits/count`);
  for (const method of ['POST', 'PUT', 'DELETE'])
    send(method, `/tickets/${id}/tags`, { body: { tags: ['late'] } });
  const problem = created(teller, { type: 'problem', assignee_id: account.agentId });
  const incidents = [1, 2].map(() => created(teller, { type: 'incident', problem_id: problem }));
  send('GET', `/tickets/${problem}/incidents`);
  put(teller, problem, { status: 'solved', comment: { body: 'fixed' } });
  for (const incident of incidents) show(teller, incident);
  const open = created(teller);
  put(teller, open, { status: 'solved' });
  show(teller, open);
  const tag = headersOfTag(teller, account.openTicketId);
  send('GET', `/tickets/${account.openTicketId}`, { headers: { 'if-none-match': tag } });
};

const headersOfTag = (teller: Teller, id: number): string => {
  show(teller, id);
  return 'W/"0"';
};

const tags = (teller: Teller): void => {
  const { send } = teller;
  const id = created(teller, { tags: ['old'] });
  const path = `/tickets/${id}/tags`;
  send('POST', path, { body: { tags: ['a', 'b', 'c'] } });
  send('PUT', path, { body: { tags: ['c', 'D'] } });
  send('PUT', path, { body: { tags: ['c'] } });
  send('DELETE', path, { body: { tags: ['a', 'b'] } });
  send('PUT', path, { body: {} });
  send('PUT', path, {
    body: { tags: ['z'], safe_update: true, updated_stamp: '2020-01-01T00:00:00Z' },
  });
  send('POST', path, { body: { tags: [] } });
  send('GET', path);
  send('GET', `/tickets/${id}/audits`);
};

const comments = (teller: Teller): void => {
  const { send, account, number } = teller;
  const first = (id: number): number =>
    number('comments.0.id', send('GET', `/tickets/${id}/comments`));
  const redacted = created(teller, { comment: { html_body: '<i>my secret</i>' } });
  send('PUT', `/tickets/${redacted}/comments/${first(redacted)}/redact`, {
    body: { text: 'secret' },
  });
  show(teller, redacted);
  first(redacted);
  const hidden = created(teller);
  send('PUT', `/tickets/${hidden}/comments/${first(hidden)}/make_private`, { body: {} });
  show(teller, hidden);
  first(hidden);
  send('GET', `/tickets/${hidden}/comments/count`);
  const audit = number('audits.0.id', send('GET', `/tickets/${hidden}/audits`));
  send('GET', `/tickets/${hidden}/audits/${audit}`);
  const { ticketId, commentId, attachmentId } = account.attachments[0] ?? {
    ticketId: 0,
    commentId: 0,
    attachmentId: 0,
  };
  send('PUT', `/tickets/${ticketId}/comments/${commentId}/attachments/${attachmentId}/redact`);
  send('GET', `/tickets/${ticketId}/comments`);
  send('GET', `/tickets/${account.threadTicketId}/conversation_log`);
  for (const list of ['followers', 'collaborators', 'email_ccs', 'related'])
    send('GET', `/tickets/${account.openTicketId}/${list}`);
  send('GET', `/tickets/${account.openTicketId}/macros/${account.commentMacroId}/apply`);
  show(teller, account.openTicketId);
};

const ends = (teller: Teller): void => {
  const { send, account } = teller;
  const id = created(teller, { status: 'pending' });
  send('DELETE', `/tickets/${id}`);
  send('DELETE', `/tickets/${id}`);
  show(teller, id);
  send('GET', `/tickets/show_many?ids=${id}`);
  send('GET', '/tickets?per_page=100&page=2');
  send('GET', '/tickets/count');
  send('PUT', `/deleted_tickets/${id}/restore`);
  show(teller, id);
  send('DELETE', `/tickets/${id}`);
  send('DELETE', `/deleted_tickets/${id}`);
  send('PUT', `/deleted_tickets/${id}/restore`);
  const solved = created(teller, { status: 'solved', assignee_id: account.agentId });
  send('DELETE', `/tickets/${solved}`);
  show(teller, solved);
  const [spam = 0] = account.spare.spam;
  send('PUT', `/tickets/${spam}/mark_as_spam`);
  send('GET', '/users?role=end-user');
  const [source = 0] = account.spare.mergeSources;
  const target = created(teller);
  const words = { target_comment: 't', source_comment: 's' };
  finish(teller, send('POST', `/tickets/${target}/merge`, { body: { ids: [source], ...words } }));
  show(teller, source);
  send('GET', `/tickets/${target}/comments`);
  const imported = send('POST', '/imports/tickets', {
    body: { ticket: { description: 'd', created_at: '2013-01-01T00:00:00Z' } },
  });
  show(teller, teller.number('ticket.id', imported));
  const rate = (score: string, as: Who = 'endUser'): unknown =>
    send('POST', `/tickets/${account.solvedTicketId}/satisfaction_rating`, {
      as,
      body: { satisfaction_rating: { score } },
    });
  rate('good', 'otherEndUser');
  rate('good');
  rate('bad');
  show(teller, account.solvedTicketId);
};

const jobs = (teller: Teller): void => {
  const { send } = teller;
  const many = (count: number): unknown => ({
    tickets: Array.from({ length: count }, () => ({ comment: { body: 'b' }, tags: ['kept'] })),
  });
  const before = created(teller) + 1;
  finish(teller, send('POST', '/tickets/create_many', { body: many(3) }));
  finish(
    teller,
    send('POST', '/tickets/create_many', { body: { tickets: [{ comment: { body: 'b' } }, {}] } }),
  );
  send('POST', '/tickets/create_many', { body: many(101) });
  const ids = `${before},${before + 1}`;
  send('GET', `/tickets/show_many?ids=${ids},${before + 2}`);
  finish(
    teller,
    send('PUT', `/tickets/update_many?ids=${ids},999999`, {
      body: { ticket: { additional_tags: ['new'], priority: 'low' } },
    }),
  );
  send('GET', `/tickets/show_many?ids=${ids}`);
  finish(teller, send('DELETE', `/tickets/destroy_many?ids=${ids}`));
  send('GET', `/tickets/show_many?ids=${ids}`);
};

// What nobody knows the service's answer to.
const unknowns = (teller: Teller): void => {
  const { send, account, number } = teller;
  const { agentId, endUserId, otherEndUserId, closedTicketId, attributeValueIds } = account;
  for (const query of ['', '?ids=', '?ids=5,%206']) send('GET', `/tickets/show_many${query}`);
  for (const path of ['/incremental/tickets', '/incremental/tickets/cursor'])
    for (const query of ['', '?start_time=99999999999']) send('GET', `${path}${query}`);
  send('GET', '/tickets?per_page=101');
  send('GET', '/tickets/5', { as: null });
  const headers = { 'idempotency-key': 'once' };
  for (const body of ['one', 'other'])
    send('POST', '/tickets', { headers, body: { ticket: { comment: { body } } } });
  send('POST', `/channels/voice/agents/${agentId}/tickets/999999/display`);

  const source = created(teller, { requester_id: endUserId });
  const target = created(teller, { requester_id: otherEndUserId });
  put(teller, target, { status: 'open' });
  put(teller, target, { status: 'new' });
  send('POST', `/routing/tickets/${target}/instance_values`, {
    body: { attribute_value_ids: attributeValueIds },
  });
  const audits = send('GET', `/tickets/${target}/audits?page[size]=9&sort=-created_at`);
  send('PUT', `/tickets/${target}/audits/${number('audits.0.id', audits)}/make_private`);
  for (const ids of [[closedTicketId], [source]])
    finish(teller, send('POST', `/tickets/${target}/merge`, { body: { ids } }));
  show(teller, target);
  const first = number('comments.0.id', send('GET', `/tickets/${target}/comments`));
  send('PUT', `/tickets/${target}/comments/${first}/redact`, { body: { text: 'not there' } });
  for (let time = 0; time < 2; time += 1)
    send('PUT', `/tickets/${target}/comments/${first}/make_private`);
  send('PUT', `/tickets/${created(teller)}/mark_as_spam`);
};

const CHAPTERS = [access, pages, values, updates, tags, comments, ends, jobs, unknowns] as const;

function limitStory(teller: Teller): void {
  const id = created(teller);
  for (let change = 0; change < 32; change += 1) put(teller, id, { subject: `s${change}` });
}
