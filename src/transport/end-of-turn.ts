/**
 * Answers that come in one turn of the event loop are all read before the first of them is handed
 * on: a processor that does one kind of work at a time does it faster than one that goes from
 * reading to judging and back with every answer.
 */
let waiting: (() => void)[] = [];

/** Calls back when what came in this turn has been read, in the order asked for. */
export function atEndOfTurn(callback: () => void): void {
  if (waiting.push(callback) === 1) setImmediate(callAll);
}

function callAll(): void {
  const callbacks = waiting;
  waiting = [];
  for (const callback of callbacks) callback();
}
