/** Every planted defect, by name. Each sits on one operation; `shows` says what brings it out. */
import { ANSWERED_FAULTS } from './faults/answered.ts';
import { CONTENT_TYPE_FAULTS } from './faults/content-type.ts';
import type { Fault } from './faults/fault.ts';
import { HEADER_FAULTS } from './faults/headers.ts';
import { SCHEMA_FAULTS } from './faults/schema.ts';
import { SERVER_ERROR_FAULTS } from './faults/server-error.ts';
import { STATUS_FAULTS } from './faults/status.ts';

export type { Fault, FaultClass, ShownBy } from './faults/fault.ts';

export const FAULTS: readonly Fault[] = [
  ...ANSWERED_FAULTS,
  ...SERVER_ERROR_FAULTS,
  ...STATUS_FAULTS,
  ...CONTENT_TYPE_FAULTS,
  ...HEADER_FAULTS,
  ...SCHEMA_FAULTS,
];
