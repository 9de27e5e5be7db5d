import { describe, expect, test } from 'vitest';
import { ACCOUNT_LIMIT, createLimiter } from '../../../sandbox/limits/limiter.ts';

const BUCKET = { name: 'b', total: 2, windowSeconds: 600, per: 'account' } as const;

describe('a window', () => {
  test('counts down, is exceeded by one more, and begins anew when it is over', () => {
    let now = 1_000;
    const limiter = createLimiter('real', () => now);

    const levels = [1, 2, 3].map(() => limiter.countBucket(BUCKET, 'x'));
    now += 600;
    const later = limiter.countBucket(BUCKET, 'x');

    expect(levels.map(({ remaining }) => remaining)).toEqual([1, 0, 0]);
    expect(levels.map(({ isExceeded }) => isExceeded)).toEqual([false, false, true]);
    expect([later.remaining, later.isExceeded]).toEqual([1, false]);
  });

  test('is its own for each subject', () => {
    const limiter = createLimiter('real', () => 0);

    limiter.countBucket(BUCKET, 'x');
    expect(limiter.countBucket(BUCKET, 'y').remaining).toBe(1);
  });

  test('of the account ends with the minute', () => {
    const limiter = createLimiter('count', () => 125);

    expect(limiter.countAccount(1)).toMatchObject({
      remaining: ACCOUNT_LIMIT - 1,
      resetSeconds: 55,
    });
  });

  test('is over when time is moved on by hand', () => {
    const limiter = createLimiter('real', () => 0);
    limiter.countBucket(BUCKET, 'x');
    limiter.advance(600);

    expect(limiter.countBucket(BUCKET, 'x').remaining).toBe(1);
  });
});

test('windows are forgotten when there are too many, so that memory stays flat', () => {
  const limiter = createLimiter('count', () => 0);

  limiter.countBucket(BUCKET, 'first');
  for (let index = 0; index < 10_000; index += 1) limiter.countBucket(BUCKET, String(index));

  expect(limiter.countBucket(BUCKET, 'first').remaining).toBe(1);
});
