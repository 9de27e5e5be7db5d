/**
 * Makes a record for a remover to take away: sends again the plain request of an operation that
 * creates what the remover's slots name, and reads under it where a nested thing is needed.
 */
import type { Case } from '../cases/case.ts';
import { resourceOfPath } from '../cases/resource-name.ts';
import type { Dispatch } from './attempted.ts';
import { NEWEST_OWN } from './bind.ts';
import type { RunState } from './run-state.ts';

/** Sends one case; handed in, since sending may itself need a supply. */
type SendCase = (run: RunState, testCase: Case, candidate: number) => Promise<Dispatch>;

/** @returns whether something new was created and is in the pool. */
export async function supply(run: RunState, testCase: Case, send: SendCase): Promise<boolean> {
  const keys = testCase.slots.filter(({ required }) => required).flatMap((slot) => slot.keys);
  const maker = keys.map((key) => run.makers.get(key)).find((id) => id !== undefined);
  const settled = maker === undefined ? undefined : run.settled.get(maker);
  if (settled === undefined) return false;
  const made = await send(run, settled.case, settled.attempt);
  if (made.kind !== 'sent' || !made.accepted) return false;
  run.pool.publish();
  await readUnder(run, testCase, send);
  return true;
}

/** Lists what stands under the newest record, for slots such as a comment's id. */
async function readUnder(run: RunState, testCase: Case, send: SendCase): Promise<void> {
  for (const slot of testCase.slots.filter(({ in: location }) => location === 'path').slice(1)) {
    const reader = [...run.operations, ...run.producers].find(
      ({ method, path, id }) =>
        method === 'GET' &&
        run.settled.has(id) &&
        slot.keys.includes(`${resourceOfPath(path)}.id`) &&
        !path.endsWith('}'),
    );
    const settled = reader === undefined ? undefined : run.settled.get(reader.id);
    if (settled === undefined) continue;
    await send(run, { ...settled.case, id: `${settled.case.id}:supply` }, NEWEST_OWN);
    run.pool.publish();
  }
}
