/** Oddities of pace: busy, slow to wake, and never for long. */
import { reply, type HeaderField, type Reply } from '../http/message.ts';
import type { Seam } from '../seam.ts';
import type { Oddity } from './oddity.ts';

const HALF_A_SECOND_MS = 500;

/** Turns away the requests from one number to another, of all that come. */
function busy(from: number, to: number, answer: Reply): Seam {
  return {
    before: (request, { memory }) => {
      const count = Number(memory.get('count') ?? 0) + 1;
      memory.set('count', count);
      return count >= from && count <= to ? answer : request;
    },
  };
}

const later: HeaderField = ['Retry-After', '1'];
const longAgo: HeaderField = ['Retry-After', 'Mon, 05 Jan 2026 08:00:00 GMT'];

const firstSlow: Seam = {
  delayMs: (_reply, _request, { memory }) => {
    const isFirst = !memory.has('awake');
    memory.set('awake', true);
    return isFirst ? 2 * HALF_A_SECOND_MS : 0;
  },
};

export const PACE_ODDITIES: readonly Oddity[] = [
  {
    name: 'burst-of-429',
    sentence:
      'Three requests in a row are too many: 429 with Retry-After, never declared (RFC 6585, 4).',
    seam: busy(20, 22, reply(429, [later])),
  },
  {
    name: 'burst-of-429-by-date',
    sentence: 'The same, with a date that is past already (RFC 9110, 10.2.3).',
    seam: busy(15, 17, reply(429, [longAgo, ['Content-Type', 'text/plain']], 'busy')),
  },
  {
    name: 'asleep-at-first',
    sentence: 'The first two requests are a 503 with Retry-After: the house is waking up.',
    seam: busy(1, 2, reply(503, [later])),
  },
  {
    name: 'slow-start',
    sentence: 'The first answer takes a second.',
    seam: firstSlow,
  },
  {
    name: 'slow-search',
    operation: 'searchCatalogue',
    sentence: 'Every fifth search takes half a second.',
    seam: { delayMs: (_reply, _request, { nth }) => (nth % 5 === 0 ? HALF_A_SECOND_MS : 0) },
  },
];
