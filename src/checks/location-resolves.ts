/**
 * What a creator says is at its Location is there. The GET is a case of its own, sent by the run
 * after a 201; only a plain "not there" accuses, since who may read it is another question.
 */
import type { Exchange } from '../transport/exchange.ts';
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { findResponse } from './find-response.ts';
import { headerLines } from './header-lines.ts';
import { fail, PASS, skipped } from './verdict.ts';

const NOT_THERE: ReadonlySet<number> = new Set([404, 410]);

export const locationResolves: Check = {
  code: 'A110',
  name: 'location-resolves',
  summary: 'The Location of a 201 leads to what was created.',
  source: 'RFC 9110, sections 10.2.2 and 15.3.2',
  defaultSeverity: 'medium',
  appliesTo: ({ kind }) => kind === 'follow-location',
  judge: judgeAnswerOf(({ status }, { case: { operation, intent } }) => {
    if (intent.kind !== 'follow-location') return skipped('no Location is followed');
    if (status >= 200 && status < 400) return PASS;
    if (!NOT_THERE.has(status)) return skipped(`status ${String(status)} may hide what is there`);
    return fail({
      title: `Location ${intent.location} leads nowhere`,
      detail: `${operation.id} answered 201 with it, and a GET of it was answered with ${String(status)}.`,
      at: 'header:Location',
      place: findResponse(operation, 201)?.place ?? operation.place,
      keyword: 'location',
      expected: 'a status below 400',
      actual: status,
    });
  }),
};

/** @returns whether the answer says that nothing is there, in so many words. */
export function isNotThere(outcome: Exchange['outcome']): boolean {
  return outcome.kind === 'answer' && NOT_THERE.has(outcome.status);
}

/**
 * @param baseUrl of the target, as requests are sent below it
 * @returns what to GET, as a target below the base URL; undefined where there is no 201 with one
 *   Location, or it lies elsewhere
 */
export function locationToFollow(
  { outcome, request }: Pick<Exchange, 'outcome' | 'request'>,
  baseUrl: string,
): string | undefined {
  if (outcome.kind !== 'answer' || outcome.status !== 201) return undefined;
  const [location, ...others] = headerLines(outcome, 'location');
  if (location === undefined || others.length > 0) return undefined;
  const base = baseUrl.replace(/\/+$/, '');
  const sent = base + request.target;
  if (!URL.canParse(location, sent)) return undefined;
  const { origin, pathname, search } = new URL(location, sent);
  const prefix = new URL(base).pathname.replace(/\/$/, '');
  if (origin !== new URL(base).origin || !`${pathname}/`.startsWith(`${prefix}/`)) return undefined;
  const target = pathname.slice(prefix.length) + search;
  return target === '' ? '/' : target;
}
