/**
 * node-zendesk 6.0.1, unchanged, on the sandbox: what a program that uses it would do. Where the
 * client's own types or calls differ from what it sends, the test says so and goes as far as it goes.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'node-zendesk';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/index.ts';

type Client = ReturnType<typeof createClient>;

/** Answers of jobs as they come, which the client's types take for tickets. */
interface Queued {
  readonly result: { readonly job_status: { readonly id: string; readonly status: string } };
}

interface Job {
  readonly status: string;
  readonly results: readonly { readonly id: number; readonly index?: number }[];
}

interface ExportPage {
  readonly tickets: readonly { readonly id: number; readonly status: string }[];
  readonly end_of_stream: boolean;
  readonly end_time: number;
  readonly after_cursor: string;
}

interface ExportAnswer {
  readonly result: ExportPage;
}

let sandbox: Sandbox;
let client: Client;

beforeEach(() => open());
afterEach(() => sandbox.close());

describe('tickets', () => {
  test('are made, shown, changed and deleted', async () => {
    const { result: made } = await client.tickets.create({
      ticket: { subject: 'Printer on fire', priority: 'high', comment: { body: 'Help!' } },
    });
    const { result: changed } = await client.tickets.update(made.id, {
      ticket: { status: 'pending', comment: { body: 'On our way.', public: true } },
    });
    const { result: shown } = await client.tickets.show(made.id);

    expect(made).toMatchObject({ subject: 'Printer on fire', status: 'new', description: 'Help!' });
    expect(changed).toMatchObject({ id: made.id, status: 'pending' });
    expect(shown).toMatchObject({ id: made.id, status: 'pending', priority: 'high' });
    await client.tickets.delete(made.id);
    await expect(client.tickets.show(made.id)).rejects.toThrow(/404/);
  });

  test('are listed over all pages, each once', async () => {
    await restart({ seed: { tickets: 250 } });
    const counted = await client.tickets.get(['tickets', 'count']);

    const listed = await client.tickets.list();

    const ids = listed.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(300);
    expect(new Set(ids).size).toBe(ids.length);
    expect(counted).toMatchObject({ result: { count: { value: ids.length } } });
  });

  test('keep their comments and audits', async () => {
    const id = await ticket();
    await client.tickets.update(id, { ticket: { comment: { body: 'Second.', public: false } } });

    const comments = (await client.tickets.getComments(id)) as readonly { readonly body: string }[];
    const audits = await client.ticketaudits.list(id);
    const count = await client.ticketaudits.count(id);

    expect(comments.map(({ body }) => body)).toEqual(['First.', 'Second.']);
    expect(audits).toHaveLength(2);
    expect(count.result).toMatchObject({ count: { value: 2 } });
  });

  test('are tagged: more of them, or others', async () => {
    const id = await ticket();

    // The client takes an array for another part of the path and sends no body, so the body goes in whole.
    await client.tickets.addTags(id, { tags: ['one'] } as unknown as string[]);
    await client.tickets.addTags(id, { tags: ['two'] } as unknown as string[]);
    expect((await client.tickets.show(id)).result.tags).toEqual(['one', 'two']);
    await client.tickets.updateTags(id, { tags: ['three'] } as unknown as string[]);

    expect((await client.tickets.show(id)).result.tags).toEqual(['three']);
  });

  test('carry a file that was uploaded', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'node-zendesk-'));
    const path = join(folder, 'letter.txt');
    await writeFile(path, 'Dear all');
    // Its types say that it takes a buffer, but it reads a file.
    const file = path as unknown as Buffer;
    const uploaded = await client.attachments.upload(file, {
      filename: 'letter.txt',
      binary: false,
    });
    const { token } = (uploaded as { readonly upload: { readonly token: string } }).upload;

    const id = await ticket({ comment: { body: 'See the letter.', uploads: [token] } });

    const [comment] = await client.tickets.getComments(id);
    expect(comment).toMatchObject({ attachments: [{ file_name: 'letter.txt', size: 8 }] });
    await rm(folder, { recursive: true });
  });

  test('of a problem and its people, of views and macros, are read as well', async () => {
    const { account } = sandbox;

    const incidents = await client.tickets.listIncidents(account.problemTicketId);
    const people = await client.tickets.listCollaborators(account.copiedTicketId);
    const viewed = await client.views.tickets(account.viewId);
    const preview = await client.macros.applyTicket(account.openTicketId, account.macroId);

    expect(incidents).toHaveLength(account.incidentTicketIds.length);
    expect(people).toMatchObject([{ users: [{}, {}] }]);
    expect(viewed).not.toEqual([]);
    expect(preview.result).toMatchObject({ result: { ticket: { status: 'solved' } } });
  });
});

describe('jobs', () => {
  test('that make, change and delete many tickets are watched to their end', async () => {
    const drafts = ['a', 'b', 'c'].map((subject) => ({ subject, comment: { body: subject } }));
    const created = await watched(client.tickets.createMany({ tickets: drafts as never }));
    const ids = created.results.map(({ id }) => id);

    await watched(client.tickets.updateMany(ids, { ticket: { priority: 'urgent' } }));
    const { result: shown } = await client.tickets.showMany(ids);

    // They are shown by number, which does not follow the order in which they were sent.
    expect(new Map(shown.map(({ id, subject, priority }) => [id, [subject, priority]]))).toEqual(
      new Map(ids.map((id, index) => [id, [drafts[index]?.subject, 'urgent']])),
    );
    await client.tickets.deleteMany(ids);
    await expect(client.tickets.show(ids[0] ?? 0)).rejects.toThrow(/404/);
  });

  test('merge tickets', async () => {
    const [target, source] = [await ticket(), await ticket()];

    await watched(client.tickets.merge(target, { ids: [source], target_comment: 'Merged.' }));

    const { result } = await client.tickets.show(source);
    expect(result).toMatchObject({ status: 'closed', tags: ['closed_by_merge'] });
    expect(await client.tickets.getComments(target)).toHaveLength(2);
  });

  test('import tickets with their past', async () => {
    const past = { subject: 'Old', created_at: '2019-03-04T05:06:07Z', description: 'Then.' };
    // What it is given is the whole body, whatever its types say.
    const one = await client.ticketimport.import({ ticket: past } as never);

    expect(one.result).toMatchObject({
      ticket: { created_at: past.created_at, description: 'Then.' },
    });
  });
});

describe('exports', () => {
  test('by time go on where the client stops', async () => {
    const { result: whole } = await client.ticketexport.export(1);
    const ids = new Set<number>();
    let start_time = 1;
    let pages = 0;
    for (let isEnd = false; !isEnd; pages += 1) {
      // The client's own call asks for a thousand; its plain get takes any parameters.
      const path = ['incremental', 'tickets', { start_time, per_page: 40 }];
      const { result } = (await client.ticketexport.get(path)) as unknown as ExportAnswer;
      for (const { id } of result.tickets) ids.add(id);
      start_time = result.end_time;
      isEnd = result.end_of_stream;
    }

    expect(pages).toBeGreaterThan(1);
    expect(ids).toEqual(new Set((whole as ExportPage).tickets.map(({ id }) => id)));
    for (const { id } of await client.tickets.list()) expect(ids).toContain(id);
    expect(ids).toContain(sandbox.account.deletedTicketId);
  });

  test('by cursor go on where the client stops', async () => {
    await restart({ seed: { tickets: 1_200 } });
    // Without a cursor the client sends the word undefined, so the first page is asked for by its plain get.
    const path = ['incremental', 'tickets', 'cursor', { start_time: 1 }];
    let page = (await client.ticketexport.get(path)) as unknown as ExportAnswer;
    const ids = page.result.tickets.map(({ id }) => id);
    while (!page.result.end_of_stream) {
      const next = await client.ticketexport.exportCursor(1, page.result.after_cursor);
      page = { result: next.result as ExportPage };
      ids.push(...page.result.tickets.map(({ id }) => id));
    }

    expect(new Set(ids).size, 'no change is told twice').toBe(ids.length);
    expect(ids.length).toBeGreaterThan(1_200);
  });
});

describe('limits', () => {
  test('a 429 says when to come back, and coming back then is let through', async () => {
    await restart({ limits: 'real' });
    const id = await ticket();
    const statuses: number[] = [];
    for (let count = 1; count <= 31; count += 1)
      statuses.push((await answeredUpdate(id, String(count))).status);

    // The client hands a 429 over as an answer; waiting is for whoever uses it.
    const refused = await answeredUpdate(id, 'Too soon');
    await letPass(Number(refused.headers.get('retry-after')));
    const passed = await answeredUpdate(id, 'In time');

    expect(statuses).toEqual([...Array.from({ length: 30 }, () => 200), 429]);
    expect([refused.status, passed.status]).toEqual([429, 200]);
    expect((await client.tickets.show(id)).result.subject).toBe('In time');
  });
});

async function answeredUpdate(id: number, subject: string): Promise<Response> {
  const { response } = await client.tickets.update(id, { ticket: { subject } });
  // Its types call it the body, but it is the answer of fetch.
  return response as unknown as Response;
}

async function open(options: SandboxOptions = {}): Promise<void> {
  sandbox = await startSandbox(options);
  const { email, password } = sandbox.credentials.admin;
  client = createClient({ username: email, token: password, endpointUri: `${sandbox.url}/api/v2` });
}

async function restart(options: SandboxOptions): Promise<void> {
  await sandbox.close();
  await open(options);
}

async function ticket(input: object = {}): Promise<number> {
  const { result } = await client.tickets.create({
    ticket: { subject: 'A question', comment: { body: 'First.' }, ...input },
  });
  return result.id;
}

async function watched(queued: Promise<unknown>): Promise<Job> {
  const { result } = (await queued) as Queued;
  expect(result.job_status.status).toBe('queued');
  const job = (await client.jobstatuses.watch(result.job_status.id, 5, 3)) as Job;
  expect(job.status).toBe('completed');
  return job;
}

/** Has the sandbox take seconds for passed. */
async function letPass(seconds: number): Promise<void> {
  expect(seconds).toBeGreaterThan(0);
  await fetch(`${sandbox.url}/__sandbox/clock`, {
    method: 'POST',
    body: JSON.stringify({ advance_seconds: seconds }),
  });
}
