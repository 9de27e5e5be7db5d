// A count on the wire, with when it was taken in the spelling that only counts use.
import type { Desk } from '../desk/desk.ts';
import { offsetIsoOf } from '../desk/instant.ts';
import type { Wire } from './ticket.ts';

/** Beyond this a count is no longer exact and not dated. */
export const MAX_COUNT = 100_000;

/** The answer of a count route. */
export function presentCount(desk: Desk, value: number): Wire {
  const isExact = value <= MAX_COUNT;
  return {
    count: {
      value: isExact ? value : MAX_COUNT,
      refreshed_at: isExact ? offsetIsoOf(desk.clock.now()) : null,
    },
  };
}
