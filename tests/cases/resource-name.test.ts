import { expect, test } from 'vitest';
import {
  pathParameterKeys,
  referenceKeys,
  referenceOf,
  resourceOf,
  resourceOfPath,
  singular,
  wordsOf,
} from '../../src/cases/resource-name.ts';

test.each([
  ['ticket_id', ['ticket', 'id']],
  ['ticketId', ['ticket', 'id']],
  ['HTTPServerIDs', ['http', 'server', 'i', 'ds']],
  ['X-Request-Id', ['x', 'request', 'id']],
])('the words of %s', (name, words) => {
  expect(wordsOf(name)).toEqual(words);
});

test.each([
  ['tickets', 'ticket'],
  ['statuses', 'status'],
  ['categories', 'category'],
  ['boxes', 'box'],
  ['branches', 'branch'],
  ['address', 'address'],
  ['status', 'status'],
  ['cases', 'case'],
])('the singular of %s is %s', (plural, one) => {
  expect(singular(plural)).toBe(one);
});

test('a resource is named in snake case, its last word singular', () => {
  expect(resourceOf('ticketAudits')).toBe('ticket_audit');
});

test.each([
  ['requester_id', { resource: 'requester', field: 'id', many: false }],
  ['collaborator_ids', { resource: 'collaborator', field: 'id', many: true }],
  ['id', { resource: '', field: 'id', many: false }],
  ['ids', { resource: '', field: 'id', many: true }],
  ['petUuid', { resource: 'pet', field: 'uuid', many: false }],
])('%s reads like a reference', (name, reference) => {
  expect(referenceOf(name)).toEqual(reference);
});

test.each(['paid', 'width', 'grid', 'identity', 'subject'])('%s is no reference', (name) => {
  expect(referenceOf(name)).toBeUndefined();
});

test.each([
  ['/api/v2/tickets/{ticket_id}', 'ticket_id', ['ticket.id']],
  [
    '/tickets/{ticket_id}/audits/{ticket_audit_id}',
    'ticket_audit_id',
    ['ticket_audit.id', 'audit.id'],
  ],
  ['/pets/{petId}', 'petId', ['pet.id']],
  ['/channels/tickets/{comment_id}/statuses', 'comment_id', ['comment.id', 'ticket.id']],
  ['/users/{username}', 'username', ['user.username', '*.username', 'user.id', 'user.name']],
  ['/orders/{order}', 'order', ['order.order', '*.order', 'order.id', 'order.name']],
  ['/articles/{slug}', 'slug', ['article.slug']],
])('%s names what its placeholder %s stands for', (path, name, keys) => {
  expect(pathParameterKeys(path, name)).toEqual(keys);
});

test('a bare ids takes its resource from the path, the nearest segment first', () => {
  expect(referenceKeys('/api/v2/tickets/show_many', 'ids', '')).toEqual([
    'show_many.id',
    'ticket.id',
  ]);
});

test('a bare id in a body takes its resource from the member around it', () => {
  expect(referenceKeys('/tickets/update_many', 'id', 'tickets')).toEqual(['ticket.id']);
});

test('the resource of a path is its last segment that says something', () => {
  expect(resourceOfPath('/api/v2/tickets/{ticket_id}/tags')).toBe('tag');
  expect(resourceOfPath('/api/v2/tickets/{ticket_id}')).toBe('ticket');
});
