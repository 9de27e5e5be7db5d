/**
 * What the bench prints: each figure with its floor, and whether it is met.
 */

export interface Floor {
  readonly what: string;
  readonly figure: string;
  readonly floor: string;
  readonly isMet: boolean;
  /** What falls short, by name. */
  readonly exceptions?: readonly string[];
}

/** Prints the floors of one part. @returns whether all are met */
export function report(title: string, floors: readonly Floor[]): boolean {
  console.log(`\n${title}`);
  for (const { what, figure, floor, isMet, exceptions = [] } of floors) {
    console.log(`  ${isMet ? 'ok  ' : 'MISS'} ${what}: ${figure} (floor ${floor})`);
    for (const exception of exceptions) console.log(`         ${exception}`);
  }
  return floors.every(({ isMet }) => isMet);
}

/** @returns the share as a percentage. */
export function share(part: number, whole: number): string {
  return `${part}/${whole} = ${whole === 0 ? '-' : ((100 * part) / whole).toFixed(1)} %`;
}
