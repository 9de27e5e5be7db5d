/** Defects of framing and direction: bodies where none may be, redirects undeclared, Locations that lead nowhere. */
import { header, instead, spoil, status } from './change-answer.ts';
import { faultsOf, type Fault } from './fault.ts';
import { onTheWire } from './on-the-wire.ts';
import { reply, type Reply } from '../http/message.ts';
import type { Seam, WireWriter } from '../seam.ts';
import { rawHead } from '../server/raw-reply.ts';
import { bodySays, both, querySays } from './when.ts';

const SURPLUS = '{"deleted":true}';

/** A body after an answer that may have none; the connection ends, so that nothing else is hurt. */
function surplus(framing: readonly (readonly [string, string])[], body: string): WireWriter {
  return function withSurplus({ status: code, headers }, socket) {
    const kept = headers.filter(([name]) => name.toLowerCase() !== 'content-length');
    socket.end(rawHead(code, [...kept, ...framing, ['Connection', 'close']]) + body);
  };
}

const asJson = [
  ['Content-Type', 'application/json'],
  ['Content-Length', String(SURPLUS.length)],
] as const;

function onStatus(code: number, writer: WireWriter): Seam {
  return { wire: (answer) => (answer.status === code ? writer : undefined) };
}

/** @returns the change of Location by a function of what it was. */
function elsewhere(change: (location: string) => string): (answer: Reply) => Reply {
  return (answer) => {
    const location = answer.headers.find(([name]) => name === 'Location')?.[1];
    return location === undefined ? answer : header('Location', change(location))(answer);
  };
}

export const BODY_FORBIDDEN_FAULTS: readonly Fault[] = faultsOf(
  { class: 'body-forbidden', check: 'body-forbidden' },
  [
    {
      name: 'body-of-gone-book',
      operation: 'deleteBook',
      sentence: 'A 204 has Content-Type, Content-Length and a body.',
      shows: 'template',
      mayAlso: ['answered'],
      seam: onTheWire(surplus(asJson, SURPLUS)),
    },
    {
      name: 'chunks-of-gone-shelf',
      operation: 'deleteShelf',
      sentence: 'A 204 has Transfer-Encoding and a chunk.',
      shows: 'template',
      mayAlso: ['answered'],
      seam: onTheWire(
        surplus(
          [['Transfer-Encoding', 'chunked']],
          `${SURPLUS.length.toString(16)}\r\n${SURPLUS}\r\n0\r\n\r\n`,
        ),
      ),
    },
    {
      name: 'body-of-unchanged-book',
      operation: 'getBook',
      sentence: 'A 304 is followed by a body.',
      shows: 'header',
      mayAlso: ['answered'],
      seam: onStatus(304, surplus(asJson, SURPLUS)),
    },
    {
      name: 'body-of-head',
      operation: 'headShelf',
      sentence: 'A HEAD is answered with a body.',
      shows: 'template',
      mayAlso: ['answered'],
      seam: onTheWire(surplus(asJson, SURPLUS)),
    },
  ],
);

const moved = (location: string): Reply => reply(302, [['Location', location]]);

export const REDIRECT_FAULTS: readonly Fault[] = faultsOf(
  { class: 'redirect', check: 'redirect-declared' },
  [
    {
      name: 'hours-moved',
      operation: 'getHours',
      sentence: 'A 302 leads to where the hours are, and is not declared.',
      shows: 'template',
      mayAlso: ['status-declared'],
      seam: instead(moved('/status')),
    },
    {
      name: 'first-page-moved',
      operation: 'listShelves',
      sentence: 'An offset of nothing is a 301 to the list without it.',
      shows: 'edge',
      mayAlso: ['status-declared'],
      seam: instead(
        { ...moved('/shelves'), status: 301 },
        querySays('offset', (value) => value === '0'),
      ),
    },
    {
      name: 'isbn-by-307',
      operation: 'resolveIsbn',
      sentence: 'The redirect is a 307, where 303 is declared.',
      shows: 'template',
      mayAlso: ['status-declared'],
      seam: spoil(status(307)),
    },
    {
      name: 'renewal-moved',
      operation: 'renewLoan',
      sentence: 'A renewal of one day is a 303 to the loan, not declared.',
      shows: 'edge',
      mayAlso: ['status-declared'],
      seam: instead(
        { ...moved('/loans'), status: 303 },
        bodySays('days', (days) => days === 1),
      ),
    },
  ],
);

export const LOCATION_FAULTS: readonly Fault[] = faultsOf(
  { class: 'location', check: 'location-resolves' },
  [
    {
      name: 'shelf-location-leads-nowhere',
      operation: 'createShelf',
      sentence: 'Location names a path that nothing is at.',
      shows: 'template',
      seam: spoil(elsewhere((location) => location.replace('/shelves/', '/shelf/'))),
    },
    {
      name: 'cover-location-one-too-far',
      operation: 'uploadCover',
      sentence: 'Location names the cover after.',
      shows: 'template',
      seam: spoil(
        elsewhere((location) => location.replace(/[0-9]+$/, (id) => String(Number(id) + 100_000))),
      ),
    },
    {
      name: 'ebook-location-without-shelf',
      operation: 'createBook',
      sentence: 'Location of an ebook leaves out the shelf.',
      shows: 'edge',
      seam: spoil(
        elsewhere((location) => location.replace(/^\/shelves\/[0-9]+/, '')),
        bodySays('medium', (medium) => medium === 'ebook'),
      ),
    },
    {
      name: 'courier-location-leads-nowhere',
      operation: 'createLoan',
      sentence: 'Location of an urgent loan by courier leads nowhere.',
      shows: 'pair',
      seam: spoil(
        elsewhere((location) => `${location}/track`),
        both(
          bodySays('delivery', (value) => value === 'courier'),
          bodySays('priority', (value) => value === 'high'),
        ),
      ),
    },
  ],
);
