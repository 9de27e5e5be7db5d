// Where ids come from: small ones for tickets, large ones (13 digits) for everything else, both growing and never used
// twice, so that the same requests make records with the same ids.
import { createHash } from 'node:crypto';

/** The ids of one account. */
export interface Ids {
  ticket(): number;
  large(): number;
  /** `V3-` and 32 hex digits, as jobs have. */
  job(): string;
  /** Opaque text of letters and digits, as upload tokens have. */
  token(): string;
}

/** Distance between two large ids; recordings show 128 inside one audit. */
const LARGE_STEP = 128;

/** Ids that start after the given ones. */
export function createIds({
  tickets,
  large,
}: {
  readonly tickets: number;
  readonly large: number;
}): Ids {
  let ticket = tickets;
  let big = large;
  let texts = 0;
  const text = (salt: string): string => {
    texts += 1;
    return createHash('md5').update(`${salt}:${large}:${texts}`).digest('hex');
  };
  return {
    ticket: () => (ticket += 1),
    large: () => (big += LARGE_STEP),
    job: () => `V3-${text('job')}`,
    token: () => text('token').slice(0, 25),
  };
}
