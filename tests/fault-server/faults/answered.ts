/** Defects of the wire: no answer, half an answer, or something that is no HTTP. */
import { spoil } from './change-answer.ts';
import { faultsOf, type Fault } from './fault.ts';
import {
  badChunk,
  badHeader,
  badLength,
  endless,
  garbledGzip,
  hangUp,
  notHttp,
  onTheWire,
  reset,
  resetAfterHead,
  truncated,
  unfinishedChunks,
} from './on-the-wire.ts';
import { bodySays, formSays, headerSays, isText, lengthOf, querySays } from './when.ts';

const HANG_MS = 60_000;

export const ANSWERED_FAULTS: readonly Fault[] = faultsOf(
  { class: 'answered', check: 'answered' },
  [
    {
      name: 'reset-by-hours',
      operation: 'getHours',
      sentence: 'The connection is reset instead of an answer.',
      shows: 'template',
      seam: onTheWire(reset),
    },
    {
      name: 'truncated-book-list',
      operation: 'listBooks',
      sentence: 'Half of the body is missing, by its own Content-Length.',
      shows: 'template',
      seam: onTheWire(truncated),
    },
    {
      name: 'not-http-by-status',
      operation: 'getStatus',
      sentence: 'A greeting of SMTP comes back.',
      shows: 'template',
      seam: onTheWire(notHttp),
    },
    {
      name: 'bad-length-of-loan',
      operation: 'getLoan',
      sentence: 'Content-Length is no number.',
      shows: 'template',
      seam: onTheWire(badLength('many')),
    },
    {
      name: 'two-lengths-of-export',
      operation: 'exportCatalogue',
      sentence: 'Two Content-Length fields contradict each other where the medium is audio.',
      shows: 'edge',
      seam: onTheWire(
        badLength('10', '20'),
        querySays('medium', (value) => value === 'audio'),
      ),
    },
    {
      name: 'gzip-garbage-by-shelf',
      operation: 'getShelf',
      sentence: 'The body is said to be gzip and is plain text.',
      shows: 'template',
      seam: spoil((reply) => (reply.status === 304 ? reply : garbledGzip(reply))),
    },
    {
      name: 'endless-excerpt',
      operation: 'getExcerpt',
      sentence: 'With numbered lines the body never ends.',
      shows: 'edge',
      seam: onTheWire(
        endless,
        querySays('numbered', (value) => value === 'true'),
      ),
    },
    {
      name: 'hangs-on-long-search',
      operation: 'searchCatalogue',
      sentence: 'Words of the full length allowed are answered after a minute.',
      shows: 'edge',
      seam: {
        delayMs: (_reply, request, scene) =>
          formSays('words', (value) => lengthOf(value) === 60)(request, scene) ? HANG_MS : 0,
      },
    },
    {
      name: 'hangs-by-isbn',
      operation: 'resolveIsbn',
      sentence: 'Every answer takes a minute.',
      shows: 'template',
      seam: { delayMs: () => HANG_MS },
    },
    {
      name: 'hangs-up-on-astral-label',
      operation: 'createShelf',
      sentence: 'A label with a character beyond the basic plane closes the connection.',
      shows: 'hostile',
      seam: onTheWire(
        hangUp,
        bodySays(
          'label',
          isText((label) => /[\u{10000}-\u{10ffff}]/u.test(label)),
        ),
      ),
    },
    {
      name: 'bad-chunk-in-pounds',
      operation: 'getBook',
      sentence: 'With X-Currency GBP the body is cut into chunks whose size is no number.',
      shows: 'header',
      seam: onTheWire(
        badChunk,
        headerSays('X-Currency', (value) => value === 'GBP'),
      ),
    },
    {
      name: 'unfinished-chunks-of-renewal',
      operation: 'renewLoan',
      sentence: 'From the third renewal on the last chunk never comes.',
      shows: 'repeat',
      seam: onTheWire(unfinishedChunks, (_request, { nth }) => nth >= 3),
    },
    {
      name: 'reset-after-head-of-overdue',
      operation: 'listLoans',
      sentence: 'The connection is reset after the head where the state is overdue.',
      shows: 'edge',
      seam: onTheWire(
        resetAfterHead,
        querySays('state', (value) => value === 'overdue'),
      ),
    },
    {
      name: 'control-character-in-header',
      operation: 'updateShelf',
      sentence: 'A header line holds a NUL where the note is null.',
      shows: 'edge',
      seam: onTheWire(
        badHeader,
        bodySays('note', (value) => value === null),
      ),
    },
  ],
);
