// How many requests each window still has: the account's per minute, and buckets of single routes. By default it only
// counts and tells (headers); with real limits it refuses with 429 and says when to come back.
import type { Bucket } from '../routes/route.ts';

/** `count`: headers only; `real`: 429 when a window is used up. */
export type LimitMode = 'count' | 'real';

/** Requests per minute and account on the plan the sandbox plays. */
export const ACCOUNT_LIMIT = 700;

const ACCOUNT: Bucket = {
  name: 'account',
  total: ACCOUNT_LIMIT,
  windowSeconds: 60,
  per: 'account',
};

/** A window after one more request was counted into it. */
export interface Level {
  readonly bucket: Bucket;
  readonly remaining: number;
  readonly resetSeconds: number;
  readonly isExceeded: boolean;
}

export interface Limiter {
  readonly mode: LimitMode;
  countAccount(accountId: number): Level;
  /** Counts into a route's bucket; `subject` tells apart what has a window of its own. */
  countBucket(bucket: Bucket, subject: string): Level;
  /** Moves the windows on by hand, as POST /__sandbox/clock does. */
  advance(seconds: number): void;
  restart(): void;
}

interface Window {
  readonly startedAt: number;
  used: number;
}

/** Windows are dropped when this many are open, oldest first, so that no run fills the memory. */
const MAX_WINDOWS = 10_000;

/** @param nowSeconds logical time when counting, real time when refusing: a client that waits must get through */
export function createLimiter(mode: LimitMode, nowSeconds: () => number): Limiter {
  const windows = new Map<string, Window>();
  let advanced = 0;
  const count = (bucket: Bucket, subject: string): Level => {
    const now = Math.floor(nowSeconds()) + advanced;
    const key = `${bucket.name}:${subject}`;
    const known = windows.get(key);
    const isFresh = known !== undefined && now < known.startedAt + bucket.windowSeconds;
    const window = isFresh ? known : { startedAt: startOf(bucket, now), used: 0 };
    if (!isFresh) remember(windows, key, window);
    window.used += 1;
    return {
      bucket,
      remaining: Math.max(0, bucket.total - window.used),
      resetSeconds: Math.max(1, window.startedAt + bucket.windowSeconds - now),
      isExceeded: window.used > bucket.total,
    };
  };
  return {
    mode,
    countAccount: (accountId) => count(ACCOUNT, String(accountId)),
    countBucket: count,
    advance: (seconds) => {
      advanced += seconds;
    },
    restart: () => {
      windows.clear();
      advanced = 0;
    },
  };
}

// Windows of a minute begin with the minute, longer ones with their first request.
function startOf(bucket: Bucket, now: number): number {
  return bucket.windowSeconds === 60 ? now - (now % 60) : now;
}

function remember(windows: Map<string, Window>, key: string, window: Window): void {
  windows.delete(key);
  windows.set(key, window);
  if (windows.size <= MAX_WINDOWS) return;
  const [oldest] = windows.keys();
  if (oldest !== undefined) windows.delete(oldest);
}
