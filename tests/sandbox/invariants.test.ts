// A hundred thousand requests of any shape: never a 500, and a state that still makes sense.
import { expect, test } from 'vitest';
import { assemble } from '../../sandbox/assemble.ts';
import { sandboxCredentials } from '../../sandbox/auth/credentials.ts';
import { createDesk } from '../../sandbox/desk/desk.ts';
import { violations } from '../../sandbox/invariants.ts';
import { serve } from '../../sandbox/server/serve.ts';
import { parseTarget } from '../../sandbox/server/target.ts';
import { aDesk } from './desk-builder.ts';
import { randomNumbers, randomRequests } from './random-requests.ts';

const REQUESTS = 100_000;
const RESET_EVERY = 5_000;

test(
  `${REQUESTS} random requests are never answered 500 and leave the state consistent`,
  { timeout: 300_000 },
  () => {
    const { engine, account } = assemble({
      faults: [],
      limits: 'count',
      clock: {},
      extraTickets: 0,
      origin: () => 'http://x',
    });
    const { admin, agent, lightAgent, endUser, restrictedAgent } = sandboxCredentials();
    const callers = [admin, admin, admin, agent, lightAgent, endUser, restrictedAgent];
    const next = randomNumbers(7);
    const request = randomRequests(account, 42, () => engine.tenants()[0].desk.tickets.size);
    const statuses = new Map<number, number>();

    const send = (): void => {
      const { method, target, body } = request();
      const parsed = parseTarget(target);
      if (parsed === null) return;
      const caller = callers[Math.floor(next() * callers.length)];
      const headers = {
        authorization: caller?.authorization ?? '',
        'content-type': 'application/json',
      };
      const bytes = Buffer.from(body ?? '');
      const { reply } = serve(engine, { method, target: parsed, headers, bytes });
      statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
      if (reply.status >= 500) expect.fail(`${method} ${target} ${body ?? ''}: ${reply.status}`);
      JSON.stringify(reply.body);
    };
    for (let number = 1; number <= REQUESTS; number += 1) {
      send();
      if (number % RESET_EVERY !== 0) continue;
      expect(engine.tenants().flatMap(({ desk }) => violations(desk))).toEqual([]);
      engine.reset();
    }

    // The requests reached every kind of answer, or the test would prove little.
    for (const status of [200, 201, 202, 204, 400, 403, 404, 422])
      expect(statuses.get(status) ?? 0, `answers ${status}`).toBeGreaterThan(20);
    expect(statuses.get(200)).toBeGreaterThan(REQUESTS / 10);
  },
);

test('the check notices what a careless change would break', () => {
  const under = aDesk();
  const ticket = under.create({ status: 'open' });
  expect(violations(under.desk)).toEqual([]);

  under.desk.tickets.set(ticket.id, {
    ...ticket,
    description: 'other',
    isPublic: false,
    problemId: 99,
    tags: ['B'],
  });
  under.desk.comments.set(99, under.desk.comments.get(ticket.id) ?? []);

  expect(violations(under.desk)).toEqual([
    'ticket 1: points at a ticket as its problem',
    'ticket 1: is an incident if it has a problem',
    'ticket 1: is described by its first comment',
    'ticket 1: is public if a comment is',
    'ticket 1: tags are normalised',
    'two comments have the same id',
  ]);
});

test('an empty desk is consistent', () => {
  const { desk } = aDesk();
  const empty = createDesk(
    {
      accountId: 1,
      brandId: 1,
      formId: 1,
      firstTicketId: 1,
      firstLargeId: 1,
      limitsOpenJobs: false,
    },
    desk.clock,
  );

  expect(violations(empty)).toEqual([]);
});
