// Every fault that can be switched on, by class.
import { FRAME_FAULTS } from './answers/frames.ts';
import { VALUE_FAULTS } from './answers/values.ts';
import { ofClass, type Fault } from './fault.ts';
import { ACCEPTED_FAULTS } from './input/accepted.ts';
import { CRASH_FAULTS } from './input/crashes.ts';
import { DECLINED_FAULTS } from './input/declined.ts';
import { ACCESS_FAULTS } from './state/access.ts';
import { JOB_FAULTS } from './state/jobs.ts';
import { KEPT_FAULTS } from './state/kept.ts';
import { LAX_FAULTS } from './state/lax.ts';
import { LOST_FAULTS } from './state/lost.ts';
import { PAGE_FAULTS } from './state/pages.ts';
import { REPEAT_FAULTS } from './state/repeats.ts';
import { WIRE_FAULTS } from './wire.ts';

/** The faults: state, answers, input, wire. */
export const FAULTS: readonly Fault[] = [
  ...ofClass('state', [
    ...ACCESS_FAULTS,
    ...PAGE_FAULTS,
    ...LOST_FAULTS,
    ...KEPT_FAULTS,
    ...LAX_FAULTS,
    ...REPEAT_FAULTS,
    ...JOB_FAULTS,
  ]),
  ...ofClass('answer', [...VALUE_FAULTS, ...FRAME_FAULTS]),
  ...ofClass('input', [...CRASH_FAULTS, ...ACCEPTED_FAULTS, ...DECLINED_FAULTS]),
  ...ofClass('wire', WIRE_FAULTS),
];
