/** Every innocent oddity, by name: no check may accuse one. */
import type { Oddity } from './oddities/oddity.ts';

export type { Oddity } from './oddities/oddity.ts';

export const ODDITIES: readonly Oddity[] = [];
