import { expect, test } from 'vitest';
import { showsRecords } from '../../src/cases/shows-records.ts';
import { aMediaType, anOperation, aResponse, documentsOf } from '../wire/an-operation.ts';

const documents = documentsOf({
  Hours: { type: 'object', properties: { opens: { type: 'integer' } } },
  Me: { type: 'object', properties: { id: { type: 'integer' } } },
  Endless: { type: 'object', properties: { more: { $ref: '#/components/schemas/Endless' } } },
});

function shows(schema: unknown): boolean {
  const response = { ...aResponse('200'), content: [aMediaType('application/json', schema)] };
  return showsRecords(
    anOperation({ responses: [response, aResponse('404', 'text/plain')] }),
    documents,
  );
}

const ref = (name: string): unknown => ({ $ref: `#/components/schemas/${name}` });

test.each([
  ['a list', { type: 'array', items: { type: 'string' } }],
  ['a list in an envelope', { type: 'object', properties: { data: { type: ['array', 'null'] } } }],
  ['an identifier', { type: 'object', properties: { ticketId: { type: 'integer' } } }],
  ['an identifier behind a reference', ref('Me')],
  ['an identifier in a branch', { oneOf: [ref('Hours'), ref('Me')] }],
  ['an identifier in a map', { type: 'object', additionalProperties: ref('Me') }],
  ['anything', true],
  ['what no type is given for', { description: 'D' }],
  ['what a lost reference led to', ref('Lost')],
  ['what has no end', ref('Endless')],
])('%s may be what somebody made', (_what, schema) => {
  expect(shows(schema)).toBe(true);
});

test('an answer that is not described may be what somebody made', () => {
  const [undescribed, bare] = [aResponse('200', 'application/json'), aResponse('200')];

  expect(showsRecords(anOperation({ responses: [undescribed] }), documents)).toBe(true);
  expect(showsRecords(anOperation({ responses: [bare] }), documents)).toBe(true);
  expect(showsRecords(anOperation(), documents)).toBe(true);
});

test.each([
  ['a text', { type: 'string' }],
  ['values without a name of their own', ref('Hours')],
  ['a map of them', { type: 'object', additionalProperties: ref('Hours') }],
])('%s is not', (_what, schema) => {
  expect(shows(schema)).toBe(false);
});
