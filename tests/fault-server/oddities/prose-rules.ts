/** Oddities of rules that no schema states: what moments and members are to each other and to today. */
import { asText, isObject, type Json } from '../http/json.ts';
import { refuse, repair, withJson } from '../faults/change-request.ts';
import { bodySays, both, jsonBody } from '../faults/when.ts';
import type { Oddity } from './oddity.ts';

function trimmed(value: Json): Json {
  return typeof value === 'string' ? value.trim() : value;
}

export const PROSE_RULE_ODDITIES: readonly Oddity[] = [
  {
    name: 'no-loan-without-end',
    operation: 'createLoan',
    sentence: 'Who lends a book until a day far off is refused: near days are taken.',
    seam: refuse(
      bodySays('dueOn', (day) => asText(day) > '2100'),
      'this is too late',
    ),
  },
  {
    name: 'reminders-come-later',
    operation: 'renewLoan',
    sentence: 'A reminder at a moment that is over is refused, in whichever way it is written.',
    seam: refuse(
      bodySays('remindAt', (moment) => Date.parse(asText(moment)) < Date.parse('2026-06-01')),
      'this is over',
    ),
  },
  {
    name: 'couriers-are-dear',
    operation: 'createLoan',
    sentence: 'No courier comes at normal priority, as the refusal says, naming both.',
    seam: refuse(
      both(
        bodySays('delivery', (value) => value === 'courier'),
        bodySays('priority', (value) => value === 'normal'),
      ),
      'delivery by courier is for loans of high priority',
    ),
  },
  {
    name: 'no-gifts-to-fetch',
    operation: 'createLoan',
    sentence: 'A gift is not fetched by its reader: the refusal speaks of the delivery.',
    seam: refuse(
      both(
        bodySays('gift', (value) => value === true),
        bodySays('delivery', (value) => value === 'pickup'),
      ),
      'no gift where delivery is a pickup',
    ),
  },
  {
    name: 'isbn-is-trimmed',
    operation: 'createBook',
    sentence: 'Blanks around an ISBN are taken away before anything looks at it.',
    seam: repair((request) => {
      const body = jsonBody(request);
      if (!isObject(body) || !('isbn' in body)) return request;
      return withJson(request, { ...body, isbn: trimmed(body['isbn'] ?? null) });
    }),
  },
];
