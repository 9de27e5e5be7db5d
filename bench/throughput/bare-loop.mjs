/** The bar: undici's pool in a loop that reads each answer whole and does nothing with it. */
import { Pool } from 'undici';

const [origin = '', connections = '1', requests = '1000'] = process.argv.slice(2);
const count = Number(requests);
const pool = new Pool(origin, { connections: Number(connections) });
let next = 0;
const lane = async () => {
  while (next < count) {
    const path = `/things?limit=${String((next % 1000) + 1)}&offset=${String(next)}`;
    next += 1;
    const { body } = await pool.request({ path, method: 'GET' });
    await body.arrayBuffer();
  }
};
const startedAt = performance.now();
await Promise.all(Array.from({ length: Number(connections) }, lane));
const elapsedMs = performance.now() - startedAt;
await pool.close();
console.log(JSON.stringify({ sent: count, elapsedMs }));
