/**
 * Draws fifty values of each entry and holds them against a judge that is not ours.
 */
import fc from 'fast-check';
import { arbitraryFor } from '../../src/schema/index.ts';
import type { Entry } from './corpus.ts';
import { judgeFor, type Judge } from './judges.ts';

export const DRAWS = 50;

export interface Drawn {
  readonly entry: Entry;
  readonly judge: Judge | undefined;
  readonly values: readonly unknown[];
  readonly refusal: Error | undefined;
  readonly unsound: readonly unknown[];
  /** CPU time of building the arbitrary and drawing, without the judge. */
  readonly cpuMs: number;
}

/** @returns what came of each entry. */
export async function drawAll(entries: readonly Entry[]): Promise<readonly Drawn[]> {
  const all: Drawn[] = [];
  for (const entry of entries) all.push(await drawOne(entry));
  return all;
}

async function drawOne(entry: Entry): Promise<Drawn> {
  const judge = await judgeFor(entry);
  const { dialect, schema, remotes } = entry;
  const start = process.cpuUsage();
  let values: readonly unknown[] = [];
  let refusal: Error | undefined;
  try {
    const arbitrary = arbitraryFor(schema, { dialect, remotes });
    values = fc.sample(arbitrary, { numRuns: DRAWS, seed: 1 });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    refusal = error;
  }
  const { user, system } = process.cpuUsage(start);
  const unsound = values.filter((value) => judge?.isValid(roundTrip(value)) === false);
  return { entry, judge, values, refusal, unsound, cpuMs: (user + system) / 1000 };
}

/** As a receiver sees it. */
function roundTrip(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** @returns the JSON type of a value. */
export function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** @returns the value at that share of the sorted list. */
export function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? 0;
}
