/**
 * Starts the library on loopback, with the faults and oddities that are asked for by name. Without
 * any it keeps its description to the letter.
 */
import { FAULTS } from './faults.ts';
import type { Request } from './http/message.ts';
import { openLibrary } from './library/seed.ts';
import { ODDITIES } from './oddities.ts';
import { CREDENTIALS, type Credentials } from './server/credentials.ts';
import { listen } from './server/listen.ts';
import { createStage, type Delivery, type Placed } from './server/staged.ts';

export interface FaultServerOptions {
  readonly faults?: readonly string[];
  readonly oddities?: readonly string[];
  /** @defaultValue 0: a free one. */
  readonly port?: number;
}

export interface FaultServer {
  readonly url: string;
  readonly credentials: Credentials;
  /** How many requests have come, all in all. */
  readonly requests: () => number;
  close(): Promise<void>;
}

/** @throws {Error} a name that is in neither table */
export async function startFaultServer(options: FaultServerOptions = {}): Promise<FaultServer> {
  const { faults = [], oddities = [], port = 0 } = options;
  const placed = [
    ...oddities.map((name) => named(ODDITIES, name, 'oddity')),
    ...faults.map((name) => named(FAULTS, name, 'fault')),
  ];
  const stage = createStage(openLibrary(), placed);
  let count = 0;
  const answer = (request: Request): Delivery => {
    count += 1;
    return stage(request);
  };
  const listening = await listen(answer, port);
  return {
    url: `http://127.0.0.1:${String(listening.port)}`,
    credentials: CREDENTIALS,
    requests: () => count,
    close: () => listening.close(),
  };
}

function named<T extends Placed & { readonly name: string }>(
  table: readonly T[],
  name: string,
  kind: string,
): T {
  const found = table.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no ${kind} called ${name}.`);
  return found;
}
