// Who gets in, as whom, and what the others are told.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startClient, type Client } from '../client.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.close());

const basic = (user: string, password: string): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});
const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

describe('a bad or missing credential', () => {
  test.each([
    ['none', {}],
    ['an unknown scheme', { authorization: 'Digest x' }],
    ['a scheme alone', { authorization: 'Basic' }],
    ['no base64', { authorization: 'Basic %%%' }],
    ['a wrong API token', basic('admin@sandbox.example/token', 'wrong')],
    ['an unknown address', basic('nobody@sandbox.example/token', 'sandbox-api-token')],
    ['a suspended user', basic('sam@spam.example/token', 'sandbox-api-token')],
    ['a wrong password', basic('admin@sandbox.example', 'wrong')],
  ])('%s: 401 and nothing but the error', async (_name, headers) => {
    const answer = await client.send('GET', '/tickets.json', { as: null, headers });

    expect([answer.status, answer.body]).toEqual([401, { error: "Couldn't authenticate you" }]);
    expect(answer.headers.get('www-authenticate')).toContain('Basic realm=');
    expect(answer.headers.get('x-rate-limit')).toBe('700');
  });

  test('an unknown access token is told in the words of OAuth', async () => {
    const answer = await client.send('GET', '/tickets', { as: null, headers: bearer('unknown') });

    expect([answer.status, answer.at('error'), answer.at('error_description')]).toEqual([
      401,
      'invalid_token',
      expect.any(String),
    ]);
  });
});

describe('the acting user', () => {
  test('is named by the address beside the API token, in any case', async () => {
    const headers = basic('AGENT@sandbox.example/token', 'sandbox-api-token');

    const answer = await client.send('GET', '/users/me', { as: null, headers });

    expect(answer.at('user.id')).toBe(client.sandbox.account.agentId);
  });

  test('may sign in with the password or with an access token', async () => {
    const byPassword = await client.send('GET', '/users/me', {
      as: null,
      headers: basic('admin@sandbox.example', 'sandbox-password'),
    });
    const byToken = await client.send('GET', '/users/me', {
      as: null,
      headers: bearer(client.sandbox.credentials.agent.bearer),
    });

    expect([byPassword.at('user.role'), byToken.at('user.email')]).toEqual([
      'admin',
      'agent@sandbox.example',
    ]);
  });

  test('is somebody else with an impersonating access token', async () => {
    const { impersonating, readOnly } = client.sandbox.credentials.accessTokens;
    const other = { 'x-on-behalf-of': 'erin@customer.example' };
    const me = (headers: Record<string, string>): ReturnType<Client['send']> =>
      client.send('GET', '/users/me', { as: null, headers });

    expect((await me({ ...bearer(impersonating), ...other })).at('user.role')).toBe('end-user');
    expect((await me({ ...bearer(readOnly), ...other })).status).toBe(401);
    expect(
      (await me({ ...bearer(impersonating), 'x-on-behalf-of': 'nobody@x.example' })).status,
    ).toBe(401);
  });
});

describe('users/me', () => {
  test.each([
    ['nobody', {}],
    ['a wrong password', basic('admin@sandbox.example', 'wrong')],
  ])('shows %s as the anonymous user with 200', async (_name, headers) => {
    const answer = await client.send('GET', '/users/me.json', { as: null, headers });

    expect([answer.status, answer.at('user.name'), answer.at('user.id')]).toEqual([
      200,
      'Anonymous user',
      null,
    ]);
  });

  test('refuses a wrong API token', async () => {
    const headers = basic('admin@sandbox.example/token', 'wrong');

    expect((await client.send('GET', '/users/me', { as: null, headers })).status).toBe(401);
  });
});

describe('scopes', () => {
  test.each([
    ['readOnly', 'GET', '/tickets', 200],
    ['readOnly', 'GET', '/groups', 200],
    ['readOnly', 'POST', '/tickets', 403],
    ['ticketsRead', 'GET', '/tickets', 200],
    ['ticketsRead', 'GET', '/groups', 403],
    ['ticketsRead', 'POST', '/tickets', 403],
    ['ticketsWrite', 'POST', '/tickets', 201],
  ] as const)('%s: %s %s is %i', async (name, method, path, status) => {
    const answer = await client.send(method, path, {
      as: null,
      headers: bearer(client.sandbox.credentials.accessTokens[name]),
      ...(method === 'POST' ? { body: { ticket: { comment: { body: 'b' } } } } : {}),
    });

    expect(answer.status).toBe(status);
  });
});

describe('roles', () => {
  test.each([
    ['endUser', 'GET', '/tickets', 403],
    ['endUser', 'GET', '/tickets/5', 403],
    ['agent', 'GET', '/tickets', 200],
    ['lightAgent', 'GET', '/tickets', 200],
    ['agent', 'GET', '/incremental/tickets?start_time=1', 403],
    ['agent', 'POST', '/imports/tickets', 403],
    ['agent', 'POST', '/imports/tickets/create_many', 403],
    ['agent', 'POST', '/routing/tickets/5/instance_values', 403],
    ['plainAgent', 'DELETE', '/tickets/5', 403],
    ['plainAgent', 'DELETE', '/tickets/destroy_many?ids=5', 403],
    ['plainAgent', 'PUT', '/tickets/5/mark_as_spam', 403],
    ['plainAgent', 'PUT', '/tickets/5/comments/1/redact', 403],
    ['admin', 'POST', '/tickets/8/satisfaction_rating', 403],
  ] as const)('%s: %s %s is %i', async (as, method, path, status) => {
    const answer = await client.send(method, path, {
      as,
      ...(method === 'GET' ? {} : { body: {} }),
    });

    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.at('error.title')).toBe('Forbidden');
  });

  test('a restricted agent sees only the tickets of their groups', async () => {
    const { billingTicketId, openTicketId } = client.sandbox.account;

    const list = await client.get('/tickets', 'restrictedAgent');

    expect(list.at('tickets.*.id')).toEqual([billingTicketId]);
    expect((await client.get(`/tickets/${openTicketId}`, 'restrictedAgent')).status).toBe(404);
    expect((await client.get('/tickets/count', 'restrictedAgent')).at('count.value')).toBe(1);
  });

  test('accounts see nothing of each other', async () => {
    const { openTicketId } = client.sandbox.account;

    const own = await client.get('/tickets', 'neighbour');

    expect(own.at('tickets.*.id')).toEqual([900_001, 900_002, 900_003]);
    expect((await client.get(`/tickets/${openTicketId}`, 'neighbour')).status).toBe(404);
    expect((await client.get('/tickets/900001')).status).toBe(404);
  });
});
