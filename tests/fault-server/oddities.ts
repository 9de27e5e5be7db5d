/** Every innocent oddity, by name: no check may accuse one. */
import { BEHAVIOUR_ODDITIES } from './oddities/behaviour.ts';
import { BODY_ODDITIES } from './oddities/bodies.ts';
import { HEADER_ODDITIES } from './oddities/headers.ts';
import type { Oddity } from './oddities/oddity.ts';
import { ORDINARY_ODDITIES } from './oddities/ordinary.ts';
import { PROSE_RULE_ODDITIES } from './oddities/prose-rules.ts';
import { PACE_ODDITIES } from './oddities/pace.ts';
import { WIRE_ODDITIES } from './oddities/wire.ts';

const KINDS = {
  headers: HEADER_ODDITIES,
  bodies: BODY_ODDITIES,
  wire: WIRE_ODDITIES,
  behaviour: BEHAVIOUR_ODDITIES,
  pace: PACE_ODDITIES,
  ordinary: ORDINARY_ODDITIES,
  prose: PROSE_RULE_ODDITIES,
} as const satisfies Readonly<Record<string, readonly Oddity[]>>;

/** An oddity and what of an answer is odd; one of each kind may be there at once. */
export interface KnownOddity extends Oddity {
  readonly kind: string;
}

export const ODDITIES: readonly KnownOddity[] = Object.entries(KINDS).flatMap(([kind, oddities]) =>
  oddities.map((oddity) => ({ ...oddity, kind })),
);
