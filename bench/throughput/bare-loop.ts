/** The bar: undici's pool in a loop that reads each answer whole and does nothing with it. */
import { Pool } from 'undici';

const [origin = '', connections = '1', requests = '1000'] = process.argv.slice(2);
const count = Number(requests);
const pool = new Pool(origin, { connections: Number(connections) });
let next = 0;
const lane = async (): Promise<void> => {
  while (next < count) {
    const path = `/things?limit=${String((next % 1000) + 1)}&offset=${String(next)}`;
    next += 1;
    const { body } = await pool.request({ path, method: 'GET' });
    await body.arrayBuffer();
  }
};
// The same warm-up as the run has, so that both are measured with hot code.
const startedAt = performance.now();
await Promise.all(Array.from({ length: Number(connections) }, lane));
const elapsedMs = performance.now() - startedAt;
await pool.close();
process.send?.({ perSecond: (count / elapsedMs) * 1000, peakMb: peakMb() });

function peakMb(): number {
  return process.resourceUsage().maxRSS / 1024;
}
