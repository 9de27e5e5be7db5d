/**
 * `run.ndjson`: every event, one JSON object a line, in the order it happened; its first line
 * carries the version of the format. All other reports can be made again from it.
 */
import type { RunEvent } from '../run/events.ts';
import { LogFile } from './log-file.ts';
import type { Reporter } from './reporter.ts';

/** @returns a reporter that writes `file`, made anew with its folder at the first event. */
export function createNdjsonReporter(file: string): Reporter {
  const log = new LogFile(file);
  let waiting: RunEvent[] = [];
  const renderAll = (): void => {
    const events = waiting;
    waiting = [];
    for (const event of events) for (const piece of render(event)) log.append(piece);
  };
  return {
    name: 'ndjson',
    on: (event: RunEvent) => {
      waiting.push(event);
      // A failure is written at once, for whoever follows the file.
      if (waiting.length >= MOST_WAITING || event.kind === 'failure') renderAll();
      if (event.kind === 'failure') log.flush();
    },
    close: () => {
      try {
        renderAll();
      } finally {
        log.close();
      }
      return Promise.resolve();
    },
  };
}

/** Many in a row are rendered in half the time that each takes between two answers. */
const MOST_WAITING = 256;

/** @returns one line in pieces; JSON escapes line ends and lone surrogates by itself (ECMA-262, JSON.stringify) */
export function render(event: RunEvent): readonly (string | Uint8Array)[] {
  // What is undefined is left out.
  if (event.kind === 'verdict')
    return line({ ...event, checks: undefined }, 'checks', event.checks);
  if (event.kind === 'exchange')
    return line({ ...event, outcome: undefined }, 'outcome', event.outcome);
  return [JSON.stringify(event), '\n'];
}

function line(about: object, name: string, shared: object): readonly (string | Uint8Array)[] {
  return [JSON.stringify(about).slice(0, -1), `,"${name}":`, bytesOf(shared), '}\n'];
}

/** Many events share one object, which is most of their text: an answer, or what was said of it. */
const MOST_SHARED = 16;
const bytesOf = rendersLast(MOST_SHARED);

/** @returns what renders an object as JSON in UTF-8; once, as long as few others come between */
function rendersLast(most: number): (shared: object) => Uint8Array {
  const known: { readonly shared: object; readonly bytes: Uint8Array }[] = [];
  let turn = 0;
  return (shared) => {
    const before = known.find((one) => one.shared === shared);
    if (before !== undefined) return before.bytes;
    const bytes = Buffer.from(JSON.stringify(shared));
    known[turn] = { shared, bytes };
    turn = (turn + 1) % most;
    return bytes;
  };
}
