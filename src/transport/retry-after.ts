/**
 * How long a 429 or 503 asks to be left alone (RFC 9110, 10.2.3): seconds or an HTTP date; where it
 * says nothing, 1, 2, 4 seconds and so on.
 */
import type { Answer } from './exchange.ts';

interface WaitQuestion {
  readonly answer: Answer;
  /** How often this request was sent again before, from 0. */
  readonly retries: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Milliseconds to wait before the request is sent again. */
export function waitBeforeRetry({ answer, retries, now }: WaitQuestion): number {
  const field = answer.headers.find(([name]) => name.toLowerCase() === 'retry-after');
  return retryAfterMs(field?.[1].trim() ?? '', now) ?? 1_000 * 2 ** retries;
}

/** Some services give fractions of a second; taking them for nothing would hurry the target. */
const SECONDS = /^\d{1,12}(\.\d+)?$/;
/** The three forms of RFC 9110, 5.6.7 begin with a weekday; Date.parse alone reads far too much. */
const HTTP_DATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /;

function retryAfterMs(text: string, now: number): number | undefined {
  if (SECONDS.test(text)) return Math.ceil(Number(text) * 1_000);
  if (!HTTP_DATE.test(text)) return undefined;
  // The asctime form names no zone and means UTC all the same.
  const moment = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - now);
}
