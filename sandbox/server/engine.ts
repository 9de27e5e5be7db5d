// The parts that serving a request needs, put together once when a sandbox starts.
import type { Tenant } from '../auth/tenant.ts';
import type { Clock } from '../desk/clock.ts';
import type { Hooks } from '../faults/hooks.ts';
import type { Limiter } from '../limits/limiter.ts';
import type { Router } from '../routes/router.ts';

export interface Engine {
  readonly tenants: () => readonly [Tenant, ...Tenant[]];
  readonly router: Router;
  readonly clock: Clock;
  readonly limiter: Limiter;
  readonly hooks: Hooks;
  /** Scheme and authority of URLs inside bodies. */
  readonly origin: () => string;
  /** Puts every record back to its seed. */
  readonly reset: () => void;
}
