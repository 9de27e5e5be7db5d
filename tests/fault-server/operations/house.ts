/** The house itself: when it is open, and whether. Open to all. */
import { reply } from '../http/message.ts';
import type { Operation } from './operation.ts';
import { wordInQuery } from './parameters.ts';

const DAYS = { monday: [9, 18], tuesday: [9, 20], saturday: [10, 14] } as const;

const getHours: Operation = {
  id: 'getHours',
  method: 'GET',
  path: '/hours',
  asks: [],
  parameters: [wordInQuery('day', Object.keys(DAYS))],
  offers: ['application/yaml'],
  handle: ({ given }) => {
    const lines = Object.entries(DAYS)
      .filter(([day]) => given['day'] === undefined || given['day'] === day)
      .map(
        ([day, [opens, closes]]) =>
          `  ${day}: { opens: ${String(opens)}, closes: ${String(closes)} }`,
      );
    const headers = [['Content-Type', 'application/yaml']] as const;
    return reply(200, headers, `house: Lantern Street\ndays:\n${lines.join('\n')}\n`);
  },
};

const getStatus: Operation = {
  id: 'getStatus',
  method: 'GET',
  path: '/status',
  asks: [],
  parameters: [],
  offers: ['text/plain'],
  handle: () => reply(200, [['Content-Type', 'text/plain']], 'open'),
};

export const HOUSE_OPERATIONS: readonly Operation[] = [getHours, getStatus];
