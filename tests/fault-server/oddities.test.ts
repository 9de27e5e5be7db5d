/** The innocent oddities: each shows, and each still keeps the description, by AJV alone. */
import { request } from 'undici';
import { afterEach, describe, expect, test } from 'vitest';
import type { Shot } from './battery.ts';
import { complaintOf } from './complaint-of.ts';
import { readDescription } from './described.ts';
import { FAULTS } from './faults.ts';
import type { Reply } from './http/message.ts';
import { ODDITIES } from './oddities.ts';
import { PROSE_RULE_ODDITIES } from './oddities/prose-rules.ts';
import { play } from './play.ts';
import { startFaultServer, type FaultServer } from './start-fault-server.ts';

const DESCRIBED = readDescription('fault-server.openapi.yaml');
const usual = play([], () => true);

/** Statuses that say "not now" or "not you" in place of an answer: no answer is owed then. */
const TURNED_AWAY: ReadonlySet<number> = new Set([403, 429, 501, 503]);

/** By which a probe may be refused though no operation declares it. */
const REFUSES_PROBES: ReadonlySet<number> = new Set([302, 404, 422]);

/** Those whose point is to take what others refuse: spellings of booleans, ids that are gone, blanks. */
const LENIENT: ReadonlySet<string> = new Set([
  'lenient-priced',
  'lenient-numbered',
  'gone-is-fine',
  'isbn-is-trimmed',
]);

/** Those that refuse for the sake of other records, or for what two values are to each other. */
const BY_RULES_IN_PROSE: ReadonlySet<string> = new Set([
  'labels-are-unique',
  'few-loans-a-reader',
  'ranges-run-forwards',
  ...PROSE_RULE_ODDITIES.map(({ name }) => name),
]);

function isRefusedFor(name: string, { deserves }: Shot, { status }: Reply): boolean {
  return deserves === 'accepted' && status >= 400 && status !== 404 && !BY_RULES_IN_PROSE.has(name);
}

test('there are thirty or more, each named once and unlike any fault', () => {
  const names = [...ODDITIES, ...FAULTS].map(({ name }) => name);

  expect(ODDITIES.length).toBeGreaterThanOrEqual(30);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(ODDITIES)('$name', (oddity) => {
  const seen = play([oddity], () => true);

  test('is seen, on its operation alone', () => {
    const changed = seen.filter(({ sight }, index) => sight !== usual[index]?.sight);

    expect(changed.length).toBeGreaterThan(0);
    if (oddity.operation !== undefined) expect(changed[0]?.shot.operation).toBe(oddity.operation);
  });

  test('keeps the description', () => {
    const wrong = seen.flatMap(({ shot, reply }) => {
      if (TURNED_AWAY.has(reply.status) || shot.request.method === 'OPTIONS') return [];
      if (shot.deserves === 'probe' && REFUSES_PROBES.has(reply.status)) return [];
      const complaint = complaintOf(DESCRIBED, shot, reply);
      const isTaken =
        shot.deserves === 'refused' && reply.status < 400 && !LENIENT.has(oddity.name);
      const isRefused = isRefusedFor(oddity.name, shot, reply);
      return complaint === '' && !isRefused && !isTaken
        ? []
        : [`${shot.request.target}: ${complaint}`];
    });

    expect(wrong).toEqual([]);
  });
});

describe('over HTTP', () => {
  const open: FaultServer[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((server) => server.close()));
  });

  test.each(ODDITIES.filter(({ seam }) => seam.wire !== undefined))(
    '$name brings the same answers to a client',
    async ({ name }) => {
      const answers = await Promise.all(
        [[], [name]].map(async (oddities) => {
          const server = await startFaultServer({ oddities });
          open.push(server);
          // Twice: what one leaves of its connection must not harm the next.
          const first = await look(server.url);
          return [first, await look(server.url)];
        }),
      );

      expect(answers[1]).toEqual(answers[0]);
    },
  );
});

async function look(url: string): Promise<readonly unknown[]> {
  const { statusCode, headers, body } = await request(`${url}/hours`, { bodyTimeout: 2_000 });
  return [statusCode, String(headers['content-type']).trim(), await body.text()];
}
