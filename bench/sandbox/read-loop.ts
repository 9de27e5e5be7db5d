/** Reads from a sandbox as fast as a few connections can, and says how fast that was. */
import { Pool } from 'undici';

export interface Load {
  readonly perSecond: number;
}

const CONNECTIONS = 8;
const MIXED = [
  '/api/v2/tickets/1.json',
  '/api/v2/tickets/2/comments.json',
  '/api/v2/tickets/3/audits.json?page[size]=2',
  '/api/v2/tickets/show_many.json?ids=1,2,3',
  '/api/v2/tickets/999999.json',
  '/api/v2/tickets/count.json',
  '/api/v2/users/me.json',
  '/api/v2/tickets.json?page[size]=2&sort=-updated_at',
] as const;

const [origin = '', authorization = '', what = 'tickets', requests = '1000'] =
  process.argv.slice(2);
const count = Number(requests);
const pool = new Pool(origin, { connections: CONNECTIONS });
const paths = what === 'mixed' ? MIXED : await everyTicket();
let next = 0;
const lane = async (): Promise<void> => {
  while (next < count) {
    const path = paths[next % paths.length] ?? '/';
    next += 1;
    const { statusCode, body } = await pool.request({
      path,
      method: 'GET',
      headers: { authorization },
    });
    await body.arrayBuffer();
    if (statusCode >= 500 || (what === 'tickets' && statusCode !== 200))
      throw new Error(`${path} answered ${String(statusCode)}`);
  }
};
const startedAt = performance.now();
await Promise.all(Array.from({ length: CONNECTIONS }, lane));
const elapsedMs = performance.now() - startedAt;
await pool.close();
process.send?.({ perSecond: (count / elapsedMs) * 1000 } satisfies Load);
process.disconnect?.();

async function everyTicket(): Promise<readonly string[]> {
  const path = '/api/v2/tickets.json';
  const { body } = await pool.request({ path, method: 'GET', headers: { authorization } });
  const { tickets } = (await body.json()) as {
    readonly tickets: readonly { readonly id: number }[];
  };
  return tickets.map(({ id }) => `/api/v2/tickets/${String(id)}.json`);
}
