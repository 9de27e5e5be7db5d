import { describe, expect, test } from 'vitest';
import {
  isoOf,
  isoOrNull,
  jobTimeOf,
  offsetIsoOf,
  secondOf,
} from '../../../sandbox/desk/instant.ts';

const SECOND = Date.UTC(2023, 8, 18, 23, 34, 35) / 1000;

test('an instant has three spellings: Z, +00:00 for counts, a blank and +0000 for jobs', () => {
  expect([isoOf(SECOND), offsetIsoOf(SECOND), jobTimeOf(SECOND), isoOrNull(null)]).toEqual([
    '2023-09-18T23:34:35Z',
    '2023-09-18T23:34:35+00:00',
    '2023-09-18 23:34:35 +0000',
    null,
  ]);
});

describe('reading an instant', () => {
  test.each([
    ['2023-09-18T23:34:35Z', 0],
    ['2023-09-18t23:34:35z', 0],
    ['2023-09-18T23:34:35.987Z', 0],
    ['2023-09-19T01:34:35+02:00', 0],
    ['2023-09-19T01:34:35+0200', 0],
    ['2023-09-18 23:34:35 +0000', 0],
    ['2023-09-18T23:34:35', 0],
    ['2023-09-18T23:34:60Z', 24],
  ])('%s is taken', (text, offset) => {
    expect(secondOf(text)).toBe(SECOND + offset);
  });

  test.each([
    '',
    'soon',
    '2023-13-01',
    '2023-02-31',
    '2023-02-31T00:00:00Z',
    '2023-09-18T25:00:00Z',
    '18.09.2023',
  ])('%j is no instant', (text) => {
    expect(secondOf(text)).toBeNull();
  });

  test('what four digits of a year cannot hold is cut to what they can', () => {
    expect(isoOf(secondOf('0000-01-01T00:00:00+23:59') ?? 0)).toBe('0000-01-01T00:00:00Z');
    expect(isoOf(secondOf('9999-12-31T23:59:59-23:59') ?? 0)).toBe('9999-12-31T00:00:00Z');
  });
});
