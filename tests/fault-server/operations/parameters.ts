/** The parameters that several operations share. */
import { uuid } from '../rules/formats.ts';
import { whole, type NumberLimits } from '../rules/number.ts';
import { oneOf, text } from '../rules/text.ts';
import type { ParameterRule } from './operation.ts';

export const BOOK_ID = /^b[0-9]{1,8}$/;
export const ISBN = /^97[89][0-9]{10}$/;
export const MEDIA = ['print', 'audio', 'ebook'] as const;
export const GENRES = ['fiction', 'crime', 'travel', 'cooking', 'science', 'poetry'] as const;
export const BRANCHES = ['north', 'south', 'harbour'] as const;

export const shelfId: ParameterRule = {
  name: 'shelfId',
  in: 'path',
  reads: 'number',
  rule: whole({ min: 1, max: 99_999_999 }),
};

export const bookId: ParameterRule = {
  name: 'bookId',
  in: 'path',
  reads: 'text',
  rule: text({ pattern: BOOK_ID }),
};

export const loanId: ParameterRule = { name: 'loanId', in: 'path', reads: 'text', rule: uuid };

export const offset: ParameterRule = wholeInQuery('offset', { min: 0, max: 100_000 });

export const medium: ParameterRule = wordInQuery('medium', MEDIA);

export const ifNoneMatch: ParameterRule = {
  name: 'If-None-Match',
  in: 'header',
  reads: 'text',
  rule: text({ max: 200 }),
};

/** @returns a whole number of the query. */
export function wholeInQuery(name: string, limits: NumberLimits): ParameterRule {
  return { name, in: 'query', reads: 'number', rule: whole(limits) };
}

/** @returns one of a few words in the query. */
export function wordInQuery(name: string, words: readonly string[]): ParameterRule {
  return { name, in: 'query', reads: 'text', rule: oneOf(...words) };
}

const RATE_LIMIT = 100_000;

/** @returns the header that counts down, and starts again before it is below nothing. */
export function rateRemaining(library: {
  nextNumber(kind: string): number;
}): readonly [string, string] {
  return ['X-Rate-Remaining', String(RATE_LIMIT - (library.nextNumber('rate') % RATE_LIMIT))];
}
