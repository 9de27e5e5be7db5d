// Every fault that can be switched on.
import type { Fault } from './fault.ts';

/** The faults, by class. */
export const FAULTS: readonly Fault[] = [];
