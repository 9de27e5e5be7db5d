import { expect, test } from 'vitest';
import type { Case } from '../../src/cases/case.ts';
import type { Intent } from '../../src/cases/intent.ts';
import { failureSentence } from '../../src/run/failure-sentence.ts';
import { NO_VALUES } from '../../src/wire/request.ts';
import { anOperation } from '../wire/an-operation.ts';
import { invalid } from '../checks/judged.ts';

function aCase(intent: Intent, parts: Partial<Case> = {}): Case {
  return {
    id: 'ListBooks:fuzz:1',
    operation: anOperation({ id: 'ListBooks', path: '/books' }),
    phase: 'fuzz',
    index: 1,
    intent,
    values: NO_VALUES,
    slots: [],
    deviation: '',
    ...parts,
  };
}

const member = { in: 'query', pointer: '/q', place: 'x' } as const;

test.each<readonly [Intent, string, string]>([
  [
    { kind: 'valid', tier: 'plain' },
    'example a of q',
    'A valid GET /books (example a of q) deserves an answer as the description has it.',
  ],
  [
    { kind: 'valid', tier: 'hostile' },
    'drawn at random',
    'A valid, if hostile, GET /books (drawn at random) may be refused, and deserves no server error, no hang and no broken answer.',
  ],
  [invalid(), 'x', 'An invalid GET /books (limit is above its maximum) deserves a refusal: 4XX.'],
  [
    { kind: 'missing-required', member, enforced: true },
    'without the required query parameter q',
    'A GET /books without the required query parameter q deserves a refusal: 4XX.',
  ],
  [
    { kind: 'unauthenticated', how: 'none' },
    'without a credential',
    'A GET /books without a credential deserves a refusal: 401 or 403 or 404 or 3XX.',
  ],
  [
    { kind: 'undeclared-method', method: 'PUT' },
    'by the undeclared method PUT',
    'PUT /books, which is not declared, deserves a refusal: 405 or 501.',
  ],
  [
    { kind: 'undeclared-media-type', mediaType: 'x/y' },
    'the body as x/y',
    'A GET /books with the body as x/y deserves a refusal: 4XX.',
  ],
  [
    { kind: 'malformed-media-type', contentType: 'x' },
    'the body as x',
    'A GET /books with the body as x deserves a refusal: 4XX.',
  ],
  [
    { kind: 'malformed-body', how: 'cut short' },
    'a body that is cut short',
    'A GET /books with a body that is cut short deserves a refusal: 4XX.',
  ],
  [
    { kind: 'not-acceptable', accept: 'x/y' },
    'with Accept: x/y',
    'A GET /books with Accept: x/y deserves a refusal: 406.',
  ],
  [
    { kind: 'follow-location', location: '/books/1' },
    '',
    'A GET of /books/1, which a 201 of GET /books named, deserves what was created.',
  ],
])('$kind: %s', (intent, deviation, sentence) => {
  expect(failureSentence(aCase(intent, { deviation }), {})).toBe(sentence);
});

test('the plain request is called so', () => {
  expect(failureSentence(aCase({ kind: 'valid', tier: 'plain' }, { phase: 'template' }), {})).toBe(
    'The plain GET /books deserves an answer as the description has it.',
  );
});

test('the statuses deserved are those of the configuration', () => {
  const refusals = { 'malformed-body': { ListBooks: ['400', '422'] } };
  expect(failureSentence(aCase({ kind: 'malformed-body', how: 'x' }), refusals)).toContain(
    'deserves a refusal: 400 or 422.',
  );
});
