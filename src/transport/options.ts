/**
 * The members of the configuration that this room reads: type, check, default and help of each.
 * Messages say what was expected, so that they can follow the name of any member.
 */
import * as v from 'valibot';
import { wholeNumber } from './whole-number.ts';

/** A day: above it a timer is a mistake, and near 2^31 it would fire at once. */
const DAY_MS = 86_400_000;

export const transportOptionEntries = {
  timeoutMs: v.pipe(
    v.optional(wholeNumber(1, DAY_MS), 10_000),
    v.description('Longest time for one whole answer, in milliseconds.'),
  ),
  maxAnswerBytes: v.pipe(
    v.optional(wholeNumber(1, 1_000_000_000), 10_000_000),
    v.description('Longest body that is read, in bytes, before and after decompression.'),
  ),
  retries: v.pipe(
    v.optional(wholeNumber(0, 100), 3),
    v.description('How often a request is sent again after 429 or 503.'),
  ),
  maxWaitMs: v.pipe(
    v.optional(wholeNumber(0, DAY_MS), 60_000),
    v.description('Longest time spent waiting for `Retry-After` for one request, in milliseconds.'),
  ),
} as const;

/** Bounds of one request, complete. */
export interface TransportLimits {
  readonly timeoutMs: number;
  readonly maxAnswerBytes: number;
  readonly retries: number;
  readonly maxWaitMs: number;
}
