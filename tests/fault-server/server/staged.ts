/** The server with faults and oddities set into it: which of them touch a request, and in what order. */
import type { Reply, Request } from '../http/message.ts';
import type { Library } from '../library/library.ts';
import type { Scene, Seam, WireWriter } from '../seam.ts';
import { route } from './router.ts';
import { serve } from './serve.ts';
import { OPERATIONS } from '../operations/index.ts';

/** A seam and where it stands. */
export interface Placed {
  readonly seam: Seam;
  /** An operationId; without it, everything. */
  readonly operation?: string;
  /** Any method of the operation's path. */
  readonly anyMethod?: boolean;
}

/** What is to go out, and how. */
export interface Delivery {
  readonly reply: Reply;
  readonly delayMs: number;
  readonly wire: WireWriter | undefined;
}

/** @returns what answers requests, with its counts and memories new. */
export function createStage(
  library: Library,
  placed: readonly Placed[],
): (request: Request) => Delivery {
  const counts = new Map<string, number>();
  const memories = placed.map(() => new Map<string, unknown>());
  return (request) => {
    const found = route(request.method, request.target);
    const key = found?.operation?.id ?? `${request.method} ${found?.path ?? ''}`;
    const nth = (counts.get(key) ?? 0) + 1;
    counts.set(key, nth);
    const touching = placed.flatMap((one, index) => {
      if (!touches(one, found)) return [];
      const memory = memories[index] ?? new Map<string, unknown>();
      const scene: Scene = { nth, library, memory, serve: (other) => serve(library, other) };
      return [{ seam: one.seam, scene }];
    });
    return deliver(request, touching, (asked) => serve(library, asked));
  };
}

interface Touching {
  readonly seam: Seam;
  readonly scene: Scene;
}

function deliver(
  request: Request,
  touching: readonly Touching[],
  answer: (request: Request) => Reply,
): Delivery {
  let state: Request | Reply = request;
  for (const { seam, scene } of touching) {
    if (state.kind === 'request' && seam.before !== undefined) state = seam.before(state, scene);
  }
  let reply = state.kind === 'reply' ? state : answer(state);
  let delayMs = 0;
  for (const { seam, scene } of touching) reply = seam.after?.(reply, request, scene) ?? reply;
  for (const { seam, scene } of touching) delayMs += seam.delayMs?.(reply, request, scene) ?? 0;
  const [wire] = touching.flatMap(({ seam, scene }) => seam.wire?.(reply, request, scene) ?? []);
  return { reply, delayMs, wire };
}

function touches({ operation, anyMethod }: Placed, found: ReturnType<typeof route>): boolean {
  if (operation === undefined) return true;
  if (anyMethod !== true) return found?.operation?.id === operation;
  return OPERATIONS.find(({ id }) => id === operation)?.path === found?.path;
}
