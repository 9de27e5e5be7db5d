// Starting a sandbox: the engine behind a server on loopback.
import { sandboxCredentials, type Credentials } from './auth/credentials.ts';
import type { ClockOptions } from './desk/clock.ts';
import { assemble } from './assemble.ts';
import type { LimitMode } from './limits/limiter.ts';
import type { AccountDirectory } from './seed/seed-account.ts';
import { listen } from './server/server.ts';

/** How a sandbox is to be; everything may be left out. */
export interface SandboxOptions {
  /** Port on loopback. @defaultValue 0, a free one */
  readonly port?: number;
  /** Plain tickets on top of the usual ones. @defaultValue no more */
  readonly seed?: { readonly tickets?: number };
  readonly clock?: ClockOptions;
  /** Names of defects to switch on. @defaultValue none */
  readonly faults?: readonly string[];
  /** Names of what to do otherwise where nobody knows what the service does. @defaultValue none */
  readonly otherChoices?: readonly string[];
  /** `real` refuses with 429 where `count` only tells. @defaultValue 'count' */
  readonly limits?: LimitMode;
}

export interface Sandbox {
  /** Scheme and authority, without a path. */
  readonly url: string;
  readonly credentials: Credentials;
  /** Ids of seeded records by what they are for. */
  readonly account: AccountDirectory;
  readonly close: () => Promise<void>;
}

/** Starts a sandbox. @throws {UnknownFaultError} for a fault name that the table does not have */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, limits = 'count', faults = [], otherChoices = [], seed, clock = {} } = options;
  let url = '';
  const { engine, account } = assemble({
    faults,
    otherChoices,
    limits,
    clock,
    extraTickets: seed?.tickets ?? 0,
    origin: () => url,
  });
  const server = await listen(engine, port);
  url = `http://127.0.0.1:${server.port}`;
  return { url, credentials: sandboxCredentials(), account, close: server.close };
}
