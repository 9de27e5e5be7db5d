// How a suite file tells its scenarios: each is one test with a desk of its own, which is cleared when it is over. What
// the account or the environment does not allow is skipped, with the reason.
import { afterAll, beforeAll, test } from 'vitest';
import type { SandboxOptions } from '../../sandbox/index.ts';
import { openAccount, type Account } from './account.ts';
import { openDesk, type Desk } from './desk.ts';
import { PERMISSION_VARIABLES, readSettings, type Permission, type Settings } from './settings.ts';

/** What a scenario cannot do without: a permission, or switches that only the sandbox has. */
export type Need = Permission | 'sandbox';

export interface ScenarioOptions {
  /** @defaultValue `['writes']` */
  readonly needs?: readonly Need[];
}

/** Tells one scenario. */
export type Scenario = (
  title: string,
  play: (desk: Desk) => Promise<void>,
  options?: ScenarioOptions,
) => void;

declare module 'vitest' {
  interface TaskMeta {
    /** Requests that the scenario sent, by operation. */
    requests?: Record<string, number>;
  }
}

const SANDBOX_TIMEOUT_MS = 30_000;
/** Long enough to wait out a rate limit and a job or two. */
const REAL_TIMEOUT_MS = 900_000;

/** Opens the account for a file's scenarios, once, and closes it after the last; call it at the top of the file. */
export function scenarios(options: SandboxOptions = {}): Scenario {
  const settings = readSettings();
  const words = createWords(settings);
  let account: Account | undefined;
  beforeAll(async () => {
    account = await openAccount(settings, options);
  });
  afterAll(() => account?.close());
  const timeout = settings.kind === 'sandbox' ? SANDBOX_TIMEOUT_MS : REAL_TIMEOUT_MS;
  return (title, play, { needs } = {}) => {
    test(title, { timeout }, async ({ skip, task }) => {
      if (account === undefined) throw new Error('The account was not opened');
      const missing = missingReason(account, needs ?? ['writes']);
      if (missing !== undefined) skip(missing);
      const desk = openDesk(account, {
        skip,
        words,
        onRequest: (operation) => {
          const sent = (task.meta.requests ??= {});
          sent[operation] = (sent[operation] ?? 0) + 1;
        },
      });
      await playAndClear(desk, play);
    });
  };
}

/** Clears whatever happens; what the scenario found wrong is told rather than what clearing did. */
async function playAndClear(desk: Desk, play: (desk: Desk) => Promise<void>): Promise<void> {
  try {
    await play(desk);
  } catch (error) {
    await desk.clear().catch(() => undefined);
    throw error;
  }
  await desk.clear();
}

function missingReason(
  { sandbox, permissions }: Account,
  needs: readonly Need[],
): string | undefined {
  for (const need of needs) {
    if (need !== 'sandbox') {
      if (!permissions.has(need)) return `needs ${PERMISSION_VARIABLES[need]}=1`;
    } else if (sandbox === null) {
      return 'needs switches that only the sandbox has';
    }
  }
  return undefined;
}

/** Words that no other scenario says, nor an earlier run on the same account. */
function createWords({ kind }: Settings): (stem: string) => string {
  const run = kind === 'sandbox' ? 'run' : Date.now().toString(36);
  let count = 0;
  return (stem) => `${stem}_${run}_${String((count += 1))}`;
}
