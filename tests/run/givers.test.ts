/** Which operations are named where nothing is known that a slot could take. */
import { expect, test } from 'vitest';
import type { Slot } from '../../src/cases/case.ts';
import { createdBy, givenBy } from '../../src/run/givers.ts';
import type { Operation } from '../../src/spec/api.ts';
import { anOperation } from '../wire/an-operation.ts';

const slot = (about: Partial<Slot> = {}): Slot => ({
  in: 'path',
  pointer: '/ticket_id',
  keys: ['ticket.id'],
  shape: 'one',
  required: true,
  fallback: undefined,
  place: 'test.yaml#',
  ...about,
});

const operation = (id: string, method: Operation['method'], path: string): Operation =>
  anOperation({ id, method, path });

const API = [
  operation('ShowTicket', 'GET', '/tickets/{ticket_id}'),
  operation('ListTickets', 'GET', '/tickets'),
  operation('CreateTicket', 'POST', '/tickets'),
  operation('UpdateTicket', 'PUT', '/tickets/{ticket_id}'),
  operation('ListUsers', 'GET', '/users'),
];

test('creators and lists of what it names, and neither readers nor updaters', () => {
  expect(givenBy(slot(), API)).toBe(
    'CreateTicket or ListTickets would have to show a ticket.id for {ticket_id}',
  );
});

test('creators alone, where only what the run created will do', () => {
  expect(createdBy(slot(), API)).toBe(
    'CreateTicket would have to create a ticket.id for {ticket_id}',
  );
});

test('those that ask for least first, and no more than three', () => {
  const more = ['/users/{id}/tickets', '/views/{id}/tickets', '/a/{id}/tickets'].map(
    (path, index) => operation(`ListMore${String(index)}`, 'GET', path),
  );

  expect(givenBy(slot(), [...more, ...API])).toMatch(
    /^CreateTicket, ListTickets, ListMore0 or another would/,
  );
});

test('nobody is named where the description has nobody', () => {
  const body = slot({
    in: 'body',
    pointer: '/ticket/form_id',
    keys: ['form.id', 'ticket_form.id'],
  });

  expect(givenBy(body, API)).toBe(
    'nothing in the description creates or lists a form.id or ticket_form.id for body member ticket.form_id',
  );
  expect(createdBy(slot({ keys: ['user.id'] }), API)).toBe(
    'nothing in the description creates a user.id for {ticket_id}',
  );
});
