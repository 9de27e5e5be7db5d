import { expect, test } from 'vitest';
import type { Case } from '../../src/cases/case.ts';
import type { Intent } from '../../src/cases/intent.ts';
import { consumesLast, isLoopback, isRemover, mayProbe, withheld } from '../../src/run/manners.ts';
import type { Operation } from '../../src/spec/api.ts';
import { NO_VALUES } from '../../src/wire/request.ts';
import { aMediaType, anOperation, aResponse, documentsOf } from '../wire/an-operation.ts';

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

const ONE = { type: 'object', properties: { opens: { type: 'integer' } } };
const answering = (schema: unknown): Pick<Operation, 'responses'> => ({
  responses: [{ ...aResponse('200'), content: [aMediaType('application/json', schema)] }],
});
const hours = anOperation({ path: '/hours', ...answering(ONE) });

function probed(
  operation: Operation,
  intent: Intent,
  { slots = [], beside = [] }: { slots?: Case['slots']; beside?: readonly Operation[] } = {},
): boolean {
  const probe: Case = {
    id: 'Test:probes:0',
    operation,
    phase: 'probes',
    index: 0,
    intent,
    values: NO_VALUES,
    slots,
    deviation: '',
  };
  return mayProbe(probe, options, {
    operations: [operation, ...beside],
    documents: documentsOf(),
  });
}

const DELETE: Intent = { kind: 'undeclared-method', method: 'DELETE' };
const ofPath: Case['slots'] = [
  {
    in: 'path',
    pointer: '/id',
    keys: ['pet.id'],
    required: true,
    shape: 'one',
    fallback: undefined,
    place: 'test.yaml#',
  },
];

test('an undeclared DELETE goes to a path that names one thing, which is of this run', () => {
  const pet = anOperation({ path: '/pets/{id}', ...answering(ONE) });

  expect(probed(pet, DELETE, { slots: ofPath })).toBe(true);
});

test('and to one that shows nothing anybody made', () => {
  expect(probed(hours, DELETE)).toBe(true);
});

test.each([
  ['is a list', { type: 'array', items: { type: 'string' } }],
  ['shows an identifier', { type: 'object', properties: { id: { type: 'integer' } } }],
  ['is not described', undefined],
])('not to one without a name that %s', (_what, schema) => {
  expect(probed(anOperation({ path: '/hours', ...answering(schema) }), DELETE)).toBe(false);
});

test.each([
  ['at it', 'POST', '/hours'],
  ['below it', 'PUT', '/hours/{day}'],
  ['by a template that its URL matches too', 'PUT', '/{page}'],
] as const)('nor where something is written %s', (_where, method, path) => {
  const writer = anOperation({ id: 'write', method, path });

  expect(probed(hours, DELETE, { beside: [writer] })).toBe(false);
});

test.each(['/hours/purge', '/shutdown'])('nothing that may change is probed at %s', (path) => {
  const operation = anOperation({ path, ...answering(ONE) });

  for (const method of ['DELETE', 'POST', 'PUT', 'PATCH']) {
    expect(probed(operation, { kind: 'undeclared-method', method }, { slots: ofPath })).toBe(false);
  }
  expect(probed(operation, { kind: 'undeclared-method', method: 'GET' })).toBe(true);
});

test('what removes by GET is asked for nothing made up, and never without saying what', () => {
  const member = { in: 'path', pointer: '/id', place: 'test.yaml#' } as const;
  const remover = anOperation({ path: '/pets/{id}/delete' });
  const reader = anOperation({ path: '/pets/{id}' });

  expect(probed(remover, { kind: 'unknown-id', member })).toBe(false);
  expect(probed(remover, { kind: 'missing-required', member, enforced: true })).toBe(false);
  expect(probed(reader, { kind: 'unknown-id', member })).toBe(true);
});
