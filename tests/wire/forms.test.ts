/**
 * The two laws of the wire for forms: every way to encode a member, with every type of value, among
 * members that are encoded in other ways; and for the headers of their parts.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLeniently } from '../../src/wire/read-leniently.ts';
import { readStrictly } from '../../src/wire/read-strictly.ts';
import { writeRequest } from '../../src/wire/write-request.ts';
import { anyForm, ENCODINGS, FORMS, kindsIn } from './arbitrary-form.ts';

const COMBINATIONS = FORMS.flatMap((form) =>
  Object.keys(ENCODINGS).flatMap((how) =>
    Object.keys(kindsIn(form)).map((kind) => ({ form, how, kind })),
  ),
);

test('four ways by content and sixteen by style are there, with every type', () => {
  expect(COMBINATIONS).toHaveLength((4 + 16) * (9 + 9 + 2));
});

describe.each(COMBINATIONS)('$kind $how in $form', ({ form, how, kind }) => {
  const encoding = ENCODINGS[how];

  test('is read strictly as it was written, and that is among the readings', () => {
    if (encoding === undefined) throw new Error(`no encoding ${how}`);
    fc.assert(
      fc.property(anyForm(form, encoding, kind), ({ operation, values, value }) => {
        const request = writeRequest(operation, values);

        const text = Buffer.from(request.body ?? []).toString();
        expect(readStrictly(operation, request).body, text).toEqual(values.body);
        expect(readLeniently(operation, request).body).toContainEqual(
          expect.objectContaining({ kind: 'value', value }),
        );
      }),
      { numRuns: 12, seed: 8 },
    );
  });
});
