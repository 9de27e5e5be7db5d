/**
 * Makes cases some time before they are sent, many in a row: a processor that does one kind of work
 * at a time does it about twice as fast as one that goes from drawing to sending to judging with
 * every case. No longer than the target may be kept waiting.
 */

/** Items made in a row. */
const MOST_ITEMS = 160;

/** Time after which no more are begun. */
const MOST_MS = 4;

/** @returns the same items in the same order */
export function* readAhead<Item>(items: Iterable<Item>): Generator<Item> {
  const iterator = items[Symbol.iterator]();
  for (;;) {
    const made = takeSome(iterator);
    yield* made;
    if (made.length === 0) return;
  }
}

function takeSome<Item>(iterator: Iterator<Item>): readonly Item[] {
  const made: Item[] = [];
  const until = performance.now() + MOST_MS;
  do {
    const next = iterator.next();
    if (next.done === true) break;
    made.push(next.value);
  } while (made.length < MOST_ITEMS && performance.now() < until);
  return made;
}
