/** Every innocent oddity, by name: no check may accuse one. */
import { BEHAVIOUR_ODDITIES } from './oddities/behaviour.ts';
import { BODY_ODDITIES } from './oddities/bodies.ts';
import { HEADER_ODDITIES } from './oddities/headers.ts';
import type { Oddity } from './oddities/oddity.ts';
import { PACE_ODDITIES } from './oddities/pace.ts';
import { WIRE_ODDITIES } from './oddities/wire.ts';

export const ODDITIES: readonly Oddity[] = [
  ...HEADER_ODDITIES,
  ...BODY_ODDITIES,
  ...WIRE_ODDITIES,
  ...BEHAVIOUR_ODDITIES,
  ...PACE_ODDITIES,
];
