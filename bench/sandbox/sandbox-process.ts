/** A sandbox in a process of its own: it says how long it took to be ready, and when asked, what it has used. */
import { startSandbox } from '../../sandbox/index.ts';

export interface Started {
  readonly url: string;
  readonly authorization: string;
  readonly readyMs: number;
}

/** What is on the heap after a collection, and the processor time taken so far. */
export interface Probe {
  readonly usedBytes: number;
  readonly cpuMs: number;
}

const extraTickets = Number(process.argv[2] ?? '0');
const calledAt = performance.now();
const { url, credentials, close } = await startSandbox({ seed: { tickets: extraTickets } });
const readyMs = performance.now() - calledAt;

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  const cpuMs = (user + system) / 1000;
  globalThis.gc?.();
  process.send?.({ usedBytes: process.memoryUsage().heapUsed, cpuMs } satisfies Probe);
});
process.on('disconnect', () => {
  void close().then(() => process.exit(0));
});
process.send?.({
  url,
  authorization: credentials.admin.authorization,
  readyMs,
} satisfies Started);
