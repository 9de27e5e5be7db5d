/**
 * Same seed, same cases: each case draws from a generator of its own, seeded by the run's seed and
 * the case's name, so that no case depends on how many were drawn before it.
 */
import fc from 'fast-check';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** @returns a 32-bit hash of the parts (FNV-1a, then a finaliser that spreads short inputs). */
export function hashOf(...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of parts.join('\u0000')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** @returns the generator that a case draws from. */
export function randomFor(seed: number, caseId: string): fc.Random {
  return new fc.Random(xoroshiro128plus(hashOf(seed, caseId)));
}
