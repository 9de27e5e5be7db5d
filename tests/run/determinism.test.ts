/**
 * The same seed on a target that starts afresh: the same bytes one after the other, and the same
 * cases with eight in flight or one operation alone, in every phase.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runOnce } from '../../src/assay.ts';
import type { UserConfig } from '../../src/config/user-config.ts';
import type { ExchangeEvent } from '../../src/run/events.ts';
import { serveNotes } from '../e2e/notes-server.ts';

const NOTES = fileURLToPath(new URL('../fixtures/e2e-notes.openapi.yaml', import.meta.url));

interface Sent {
  readonly exchanges: readonly ExchangeEvent[];
  /** Cases left out, since the same bytes were sent before. */
  readonly repeated: number;
}

async function run(options: Partial<UserConfig> = {}): Promise<Sent> {
  const server = await serveNotes();
  const exchanges: ExchangeEvent[] = [];
  const target = { baseUrl: server.url };
  const { repeated } = await runOnce(
    { spec: NOTES, target, seed: 7, concurrency: 1, maxCases: 40, ...options },
    {
      onEvent: (event) => {
        if (event.kind === 'exchange') exchanges.push(event);
      },
    },
  );
  return { exchanges, repeated };
}

const bytesOf = ({ request: { method, url, headers, body } }: ExchangeEvent): string =>
  JSON.stringify([method, url.replace(/^http:\/\/[^/]+/, ''), headers, body]);

/** A planned case: not one that only compares, confirms or supplies. */
const isPlanned = ({ case: id }: ExchangeEvent): boolean =>
  /^\w+:(examples|boundaries|probes|fuzz):\d+$/.test(id);

/** What each planned case deviates in, and what it deserves, whatever ids it was bound to. */
function plannedIn({ exchanges }: Sent, operation?: string): ReadonlyMap<string, string> {
  const own = exchanges.filter(
    (one) => isPlanned(one) && (operation === undefined || one.operation === operation),
  );
  return new Map(own.map((one) => [one.case, JSON.stringify([one.deviation, one.intent.kind])]));
}

/** The cases that both sent. Which one of two with the same bytes goes out, the ids decide. */
function inBoth(
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] {
  return [...one].filter(([id]) => other.has(id)).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

describe('the same seed and a fresh target', () => {
  test('send the same bytes one after the other, and none of a planned case twice', async () => {
    const [{ exchanges: first }, { exchanges: again }] = [await run(), await run()];

    expect(first.length).toBeGreaterThan(200);
    expect(new Set(first.map(({ phase }) => phase))).toEqual(
      new Set(['template', 'boundaries', 'probes', 'fuzz']),
    );
    expect(again.map(bytesOf)).toEqual(first.map(bytesOf));
    const seen = new Set<string>();
    const repeated = first.filter((one) => {
      const isRepeated = isPlanned(one) && seen.has(bytesOf(one));
      seen.add(bytesOf(one));
      return isRepeated;
    });
    expect(repeated.map(({ case: id }) => id)).toEqual([]);
  }, 60_000);

  test('make the same cases with eight in flight', async () => {
    const [first, wide] = [await run(), await run({ concurrency: 8 })];

    const [narrow, broad] = [plannedIn(first), plannedIn(wide)];
    expect(inBoth(broad, narrow)).toEqual(inBoth(narrow, broad));
    expect(inBoth(narrow, broad).length).toBeGreaterThan(narrow.size * 0.9);
    // What only one of them sent, the other left out as sent before.
    expect(broad.size + wide.repeated).toBe(narrow.size + first.repeated);
  }, 60_000);

  test('make the same cases of one operation alone', async () => {
    const [first, alone] = [await run(), await run({ include: ['UpdateNote'] })];

    const [among, own] = [plannedIn(first, 'UpdateNote'), plannedIn(alone)];
    expect(inBoth(own, among)).toEqual(inBoth(among, own));
    expect(inBoth(own, among).length).toBeGreaterThan(among.size * 0.9);
  }, 60_000);
});

test('another seed makes other cases', async () => {
  const [one, other] = [await run(), await run({ seed: 8 })];

  expect(other.exchanges.map(bytesOf)).not.toEqual(one.exchanges.map(bytesOf));
}, 60_000);
