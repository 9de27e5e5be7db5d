// Putting a sandbox together: clock, two accounts with their people and tickets, routes, limits, faults, and a server.
import type { Tenant } from './auth/tenant.ts';
import {
  API_TOKEN,
  mainAccessTokens,
  NEIGHBOUR_API_TOKEN,
  neighbourAccessTokens,
  PASSWORD,
  sandboxCredentials,
  type Credentials,
} from './auth/credentials.ts';
import { createClock, type Clock, type ClockOptions } from './desk/clock.ts';
import { createDesk } from './desk/desk.ts';
import { chooseFaults } from './faults/choose-faults.ts';
import { createLimiter, type LimitMode } from './limits/limiter.ts';
import { ROUTES } from './routes/table.ts';
import { createRouter } from './routes/router.ts';
import { IDS, NEIGHBOUR_IDS } from './seed/account-ids.ts';
import { seedNeighbour } from './seed/neighbour.ts';
import { createHistoryClock } from './seed/scribe.ts';
import { seedAccount, type AccountDirectory } from './seed/seed-account.ts';
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
  const { port = 0, limits = 'count' } = options;
  const hooks = chooseFaults(options.faults ?? []);
  const clock = createClock(options.clock);
  const build = (): State => buildState(clock, limits, options.seed?.tickets ?? 0);
  let state = build();
  const { account } = state;
  let url = '';
  const limiter = createLimiter(limits, () => (limits === 'real' ? realSeconds() : clock.now()));
  const server = await listen(
    {
      tenants: () => state.tenants,
      router: createRouter(ROUTES),
      clock,
      limiter,
      hooks,
      origin: () => url,
      reset: () => {
        clock.restart();
        limiter.restart();
        state = build();
      },
    },
    port,
  );
  url = `http://127.0.0.1:${server.port}`;
  return { url, credentials: sandboxCredentials(), account, close: server.close };
}

interface State {
  readonly tenants: readonly [Tenant, Tenant];
  readonly account: AccountDirectory;
}

function buildState(clock: Clock, limits: LimitMode, extraTickets: number): State {
  const history = createHistoryClock(clock);
  const limitsOpenJobs = limits === 'real';
  const main = createDesk(
    {
      accountId: IDS.account,
      brandId: IDS.brand,
      formId: IDS.form,
      firstTicketId: 1,
      firstLargeId: IDS.firstLarge,
      limitsOpenJobs,
    },
    history,
  );
  const account = seedAccount(main, history, extraTickets);
  const neighbour = createDesk(
    {
      accountId: NEIGHBOUR_IDS.account,
      brandId: NEIGHBOUR_IDS.brand,
      formId: NEIGHBOUR_IDS.form,
      firstTicketId: NEIGHBOUR_IDS.firstTicket,
      firstLargeId: NEIGHBOUR_IDS.firstLarge,
      limitsOpenJobs,
    },
    clock,
  );
  seedNeighbour(neighbour);
  const tenants: readonly [Tenant, Tenant] = [
    { desk: main, apiToken: API_TOKEN, password: PASSWORD, accessTokens: mainAccessTokens() },
    {
      desk: neighbour,
      apiToken: NEIGHBOUR_API_TOKEN,
      password: 'neighbour-password',
      accessTokens: neighbourAccessTokens(),
    },
  ];
  return { tenants, account };
}

function realSeconds(): number {
  return performance.now() / 1000;
}
