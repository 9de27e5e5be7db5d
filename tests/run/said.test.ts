/** What all checks said is the same object where they said the same, and never where they accuse. */
import { expect, test } from 'vitest';
import { notAServerError } from '../../src/checks/not-a-server-error.ts';
import { statusDeclared } from '../../src/checks/status-declared.ts';
import { fail, PASS, skipped, type Verdict } from '../../src/checks/verdict.ts';
import type { Judgement } from '../../src/checks/judge-exchange.ts';
import { createSayings } from '../../src/run/said.ts';

const both = (first: Verdict, second: Verdict): readonly Judgement[] => [
  { check: notAServerError, verdict: first },
  { check: statusDeclared, verdict: second },
];

const anAccusation = (): Verdict =>
  fail({
    title: 'Status 500 is a server error',
    detail: '',
    at: '',
    place: '#/paths/~1things/get',
    keyword: '500',
    expected: 'any status below 500',
    actual: 500,
  });

test('passes are bare words, all else is told whole', () => {
  const said = createSayings();

  expect(said(both(PASS, skipped('no answer')))).toEqual({
    'not-a-server-error': 'pass',
    'status-declared': { kind: 'skipped', why: 'no answer' },
  });
});

test('what is said again is the same object', () => {
  const said = createSayings();
  const first = said(both(PASS, skipped('no answer')));
  const other = said(both(PASS, PASS));

  expect(said(both(PASS, skipped('no answer')))).toBe(first);
  expect(said(both(PASS, PASS))).toBe(other);
  expect(other).not.toBe(first);
});

test('other checks that say the same are told apart', () => {
  const said = createSayings();
  const [first] = both(PASS, PASS);
  const one = first === undefined ? [] : [first];

  expect(said(both(PASS, PASS))).not.toBe(said(one));
  expect(said(one)).toEqual({ 'not-a-server-error': 'pass' });
});

test('an accusation is told anew each time', () => {
  const said = createSayings();
  const accusation = anAccusation();

  expect(said(both(accusation, PASS))).not.toBe(said(both(accusation, PASS)));
});

test('however many ways there are, what is said stays right', () => {
  const said = createSayings();

  for (let round = 0; round < 2; round += 1) {
    for (let index = 0; index < 100; index += 1) {
      const why = `reason ${String(index)}`;
      expect(said(both(PASS, skipped(why)))['status-declared']).toEqual({ kind: 'skipped', why });
    }
  }
});
