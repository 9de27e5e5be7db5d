/** One run of the harness against the library with one thing planted, or none; and what it found. */
import { fileURLToPath } from 'node:url';
import { run } from '../../src/index.ts';
import {
  startFaultServer,
  type FaultServerOptions,
} from '../../tests/fault-server/start-fault-server.ts';

export interface Setting {
  readonly seed: number;
  readonly preset: 'quick' | 'ci' | 'deep';
  /** Of the whole run; undefined bounds nothing. */
  readonly maxRequests?: number;
}

export interface Found {
  readonly check: string;
  readonly operations: readonly string[];
  readonly title: string;
}

export interface Ran {
  readonly found: readonly Found[];
  readonly requests: number;
  readonly elapsedMs: number;
  /** Of this whole process, the library in it. */
  readonly cpuMs: number;
}

const SPEC = fileURLToPath(
  new URL('../../tests/fault-server/fault-server.openapi.yaml', import.meta.url),
);

/** Checks that are off by themselves, asked for where a planted defect is theirs. */
export type OptIn = Readonly<Record<string, 'low'>>;

/** A busy machine must not decide what is found: the preset's cases are the bound, and seconds are told. */
const MAX_TIME_MS = 600_000;

/** Runs once; the target is new each time. */
export async function tryOne(
  planted: FaultServerOptions,
  { seed, preset, maxRequests }: Setting,
  checks: OptIn = {},
): Promise<Ran> {
  const server = await startFaultServer(planted);
  const before = performance.now();
  const cpuBefore = process.cpuUsage();
  const { readerToken, deskKey } = server.credentials;
  try {
    const result = await run({
      spec: SPEC,
      target: { baseUrl: server.url },
      identities: {
        default: { bearer: readerToken },
        desk: { apiKey: { in: 'header', name: 'X-Desk-Key', value: deskKey } },
      },
      seed,
      preset,
      checks,
      maxTimeMs: MAX_TIME_MS,
      ...(maxRequests === undefined ? {} : { maxRequests }),
      // What hangs is found as well, and sooner.
      timeoutMs: 3_000,
    });
    const operationsOf = new Map(result.failures.map(({ id, operations }) => [id, operations]));
    const found = result.found.map(({ id, check, operation, title }) => ({
      check,
      title,
      operations: operationsOf.get(id) ?? [operation],
    }));
    const { user, system } = process.cpuUsage(cpuBefore);
    return {
      found,
      requests: server.requests(),
      elapsedMs: performance.now() - before,
      cpuMs: (user + system) / 1000,
    };
  } finally {
    await server.close();
  }
}
