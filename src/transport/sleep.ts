/**
 * A pause that an abort cuts short.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Interrupted } from './interrupted.ts';

export type Sleep = (ms: number, signal: AbortSignal | undefined) => Promise<void>;

/** @throws {Interrupted} the signal was aborted */
export const sleep: Sleep = async (ms, signal) => {
  try {
    await pause(ms, undefined, { signal });
  } catch {
    throw new Interrupted();
  }
};
