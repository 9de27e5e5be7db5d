import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSchemas } from '../../src/schema/schemas.ts';
import { documentsOf, schemaAt } from './one-document.ts';

const DOCUMENT = {
  Ticket: {
    type: 'object',
    required: ['id', 'subject', 'secret'],
    properties: {
      id: { type: 'integer', readOnly: true },
      subject: { type: 'string', minLength: 1 },
      secret: { type: 'string', writeOnly: true },
      status: { enum: ['open', 'closed'] },
      author: { $ref: '#/User' },
      lost: { $ref: '#/Nowhere' },
    },
  },
  User: {
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string', example: 'Ada' }, boss: { $ref: '#/User' } },
  },
  Odd: { type: 'strng', minLength: 2, pattern: '(' },
};

const schemas = createSchemas(documentsOf(DOCUMENT));
const ticket = schemaAt(DOCUMENT, '/Ticket');

describe('validator', () => {
  test('an error names the keyword in the component that says it', () => {
    const errors = schemas.validator(
      ticket,
      'response',
    )({ id: 1, subject: 's', author: { name: 1 } });

    expect(errors).toEqual([
      {
        keyword: 'type',
        at: '/author/name',
        place: 'api.yaml#/User/properties/name/type',
        message: 'must be string',
        expected: 'string',
        actual: 1,
      },
    ]);
  });

  test('readOnly members are not required of a request, writeOnly ones not of a response', () => {
    const request = schemas.validator(ticket, 'request')({});
    const response = schemas.validator(ticket, 'response')({});

    expect(request.map(({ expected }) => expected)).toEqual(['subject', 'secret']);
    expect(response.map(({ expected }) => expected)).toEqual(['id', 'subject']);
  });

  test('a dangling reference takes every value', () => {
    const value = { id: 1, subject: 's', lost: [[]] };

    expect(schemas.validator(ticket, 'response')(value)).toEqual([]);
  });

  test('a malformed keyword counts as absent and the rest counts', () => {
    const odd = schemaAt(DOCUMENT, '/Odd');

    expect(schemas.isValid(odd, 'request', 'ab')).toBe(true);
    expect(schemas.isValid(odd, 'request', 7)).toBe(true);
    expect(schemas.isValid(odd, 'request', 'a')).toBe(false);
  });
});

describe('arbitrary', () => {
  test('every value is valid in its direction, and none has a member behind a dangling reference', () => {
    for (const direction of ['request', 'response'] as const) {
      const arbitrary = schemas.arbitrary(ticket, { direction, tier: 'plain' });

      fc.assert(
        fc.property(arbitrary, (value) => {
          expect(schemas.validator(ticket, direction)(value)).toEqual([]);
          expect(value).not.toHaveProperty('lost');
        }),
        { seed: 6 },
      );
    }
  });

  test('the same seed gives the same values', () => {
    const draw = (): readonly unknown[] => {
      const fresh = createSchemas(documentsOf(DOCUMENT));
      const arbitrary = fresh.arbitrary(ticket, { direction: 'request', tier: 'plain' });
      return fc.sample(arbitrary, { numRuns: 20, seed: 11 });
    };

    expect(draw()).toEqual(draw());
  });
});

describe('plain', () => {
  test('the template has what is required and what the description suggests', () => {
    const value = schemas.plain(ticket, 'request');

    expect(Object.keys(value as object)).toEqual(['subject', 'secret', 'status']);
    expect(schemas.isValid(ticket, 'request', value)).toBe(true);
  });

  test('an example is taken over a made-up value', () => {
    expect(schemas.plain(schemaAt(DOCUMENT, '/User'), 'request')).toEqual({ name: 'Ada' });
  });
});
