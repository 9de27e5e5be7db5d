/**
 * Every attempt that can be made on one schema where it applies: those of a list of families, each
 * for the type that it is about.
 */
import type { Attempt, AttemptContext, OutOfReach } from './attempt.ts';
import { arrayAttempts } from './attempts-on-array.ts';
import { branchAttempts, listedAttempts, typeAttempts } from './attempts-on-kind.ts';
import { numberAttempts } from './attempts-on-number.ts';
import { objectAttempts } from './attempts-on-object.ts';
import { textAttempts } from './attempts-on-text.ts';

const FAMILIES = [
  typeAttempts,
  listedAttempts,
  numberAttempts,
  textAttempts,
  arrayAttempts,
  objectAttempts,
  branchAttempts,
] as const satisfies readonly ((context: AttemptContext) => Iterable<Attempt | OutOfReach>)[];

/** @returns the attempts, made as they are asked for. */
export function* attemptsOn(context: AttemptContext): Iterable<Attempt | OutOfReach> {
  for (const family of FAMILIES) yield* family(context);
}
