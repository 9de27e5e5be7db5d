import { expect, test } from 'vitest';
import { consumesLast, isLoopback, isRemover, withheld } from '../../src/run/manners.ts';
import { anOperation } from '../wire/an-operation.ts';

const options = { removers: [], named: [], allowWrites: false };

test.each([
  ['DELETE', '/pets/{id}', 'x'],
  ['POST', '/tickets/{id}/merge', 'x'],
  ['PUT', '/tickets/{id}/mark_as_spam', 'x'],
  ['PUT', '/tickets/{id}/comments/{comment_id}/make_private', 'x'],
  ['POST', '/users/{id}', 'suspendUser'],
  ['GET', '/sessions/purge', 'x'],
  ['POST', '/accounts/{id}/closeAccount', 'x'],
] as const)('%s %s (%s) removes', (method, path, id) => {
  expect(isRemover(anOperation({ method, path, id }), options)).toBe(true);
});

test.each([
  ['GET', '/deleted_tickets', 'listDeletedTickets'],
  ['POST', '/tickets', 'createTicket'],
  ['PUT', '/tickets/{id}', 'updateTicket'],
  ['GET', '/closet', 'showCloset'],
] as const)('%s %s (%s) does not', (method, path, id) => {
  expect(isRemover(anOperation({ method, path, id }), options)).toBe(false);
});

test('config can say that an operation removes', () => {
  const operation = anOperation({ method: 'POST', path: '/pets/{id}/adopt', id: 'adopt' });

  expect(isRemover(operation, { removers: ['adopt'] })).toBe(true);
});

test('a DELETE of a part leaves the whole in place', () => {
  const tags = anOperation({ method: 'DELETE', path: '/tickets/{id}/tags' });
  const ticket = anOperation({ method: 'DELETE', path: '/tickets/{id}' });
  const spam = anOperation({ method: 'PUT', path: '/tickets/{id}/mark_as_spam' });

  expect([tags, ticket, spam].map((one) => consumesLast(one, options))).toEqual([
    false,
    true,
    true,
  ]);
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)(
  '%s is not sent to another machine unless writes are allowed',
  (method) => {
    const operation = anOperation({ method, path: '/pets' });

    expect(withheld(operation, options, false)?.reason).toBe('not allowed to write');
    expect(withheld(operation, { ...options, allowWrites: true }, false)).toBeUndefined();
    expect(withheld(operation, options, true)).toBeUndefined();
  },
);

test.each(['GET', 'HEAD', 'OPTIONS'] as const)('%s is sent anywhere', (method) => {
  expect(withheld(anOperation({ method, path: '/pets' }), options, false)).toBeUndefined();
});

test.each([
  ['/admin/shutdown', 'x'],
  ['/kernel', 'restartKernel'],
  ['/session', 'log_out'],
  ['/cache/purge', 'x'],
])('%s (%s) is sent only when named, even to this machine', (path, id) => {
  const operation = anOperation({ method: 'POST', path, id });

  expect(withheld(operation, options, true)?.reason).toBe('only when named');
  expect(withheld(operation, { ...options, named: [id] }, true)).toBeUndefined();
});

test.each([
  ['http://localhost:3000', true],
  ['http://127.0.0.1', true],
  ['http://127.9.9.9:1', true],
  ['http://[::1]:80', true],
  ['http://api.localhost', true],
  ['http://127.0.0.1.example.com', false],
  ['http://10.0.0.1', false],
  ['https://example.com', false],
  ['http://localhost.example.com', false],
])('%s is this machine: %s', (url, expected) => {
  expect(isLoopback(url)).toBe(expected);
});
