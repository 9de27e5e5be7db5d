// Putting a sandbox together: clock, two accounts with their people and tickets, routes, limits, faults. No socket yet.
import type { Tenant } from './auth/tenant.ts';
import {
  API_TOKEN,
  mainAccessTokens,
  NEIGHBOUR_API_TOKEN,
  neighbourAccessTokens,
  PASSWORD,
} from './auth/credentials.ts';
import { createClock, type Clock, type ClockOptions } from './desk/clock.ts';
import { createDesk } from './desk/desk.ts';
import { otherChoices } from './choices/table.ts';
import { chooseFaults } from './faults/choose-faults.ts';
import { combineHooks, type Hooks } from './faults/hooks.ts';
import { createLimiter, type LimitMode } from './limits/limiter.ts';
import { ROUTES } from './routes/table.ts';
import { createRouter } from './routes/router.ts';
import { IDS, NEIGHBOUR_IDS } from './seed/account-ids.ts';
import { seedNeighbour } from './seed/neighbour.ts';
import { createHistoryClock } from './seed/scribe.ts';
import { seedAccount, type AccountDirectory } from './seed/seed-account.ts';
import type { Engine } from './server/engine.ts';

/** Everything about a sandbox but its port. */
export interface Plan {
  readonly faults: readonly string[];
  readonly otherChoices?: readonly string[];
  readonly limits: LimitMode;
  readonly clock: ClockOptions;
  readonly extraTickets: number;
  readonly origin: () => string;
}

export interface Assembled {
  readonly engine: Engine;
  readonly account: AccountDirectory;
}

/** The parts of a sandbox, seeded. @throws {UnknownFaultError} for a fault name that the table does not have */
export function assemble({
  faults,
  otherChoices: choices = [],
  limits,
  clock: clockOptions,
  extraTickets,
  origin,
}: Plan): Assembled {
  const hooks = hooksOf(faults, choices);
  const clock = createClock(clockOptions);
  const build = (): State => buildState(clock, limits, extraTickets);
  let state = build();
  const { account } = state;
  const limiter = createLimiter(limits, limits === 'real' ? realSeconds : clock.now);
  const engine: Engine = {
    tenants: () => state.tenants,
    router: createRouter(ROUTES),
    clock,
    limiter,
    hooks,
    origin,
    reset: () => {
      clock.restart();
      limiter.restart();
      state = build();
    },
  };
  return { engine, account };
}

// No hooks at all is the quickest way through.
function hooksOf(faults: readonly string[], choices: readonly string[]): Hooks {
  if (choices.length === 0) return chooseFaults(faults);
  return combineHooks([chooseFaults(faults), otherChoices(choices)]);
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
