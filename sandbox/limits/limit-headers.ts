// How the levels of the windows are told: three families of headers for the account, one header for a route's bucket, and
// the 429 of a window that is used up.
import { Refusal } from '../http/refusal.ts';
import { json, type ReplyHeaders } from '../http/reply.ts';
import type { Level } from './limiter.ts';

/** Headers of the account's window. */
export function accountHeaders({ bucket, remaining, resetSeconds }: Level): ReplyHeaders {
  const total = String(bucket.total);
  const left = String(remaining);
  return {
    'x-rate-limit': total,
    'x-rate-limit-remaining': left,
    'ratelimit-limit': total,
    'ratelimit-remaining': left,
    'ratelimit-reset': String(resetSeconds),
  };
}

/** The header of a route's own window. */
export function bucketHeader({ bucket, remaining, resetSeconds }: Level): ReplyHeaders {
  const value = `total=${bucket.total}; remaining=${remaining}; resets=${resetSeconds}`;
  return { [`zendesk-ratelimit-${bucket.name}`]: value };
}

/** 429 of a window that is used up. */
export function rateLimitExceeded({ bucket, resetSeconds }: Level): Refusal {
  const what = bucket.name === 'incremental-exports' ? 'incremental export API' : 'API';
  const value = {
    error: 'APIRateLimitExceeded',
    description: `Number of allowed ${what} requests per minute exceeded`,
  };
  return new Refusal(json(429, value, { 'retry-after': String(resetSeconds) }));
}
