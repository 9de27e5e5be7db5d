/** Every planted defect, by name. Each sits on one operation; `shows` says what brings it out. */
import { ACCEPTS_INVALID_FAULTS } from './faults/accepts-invalid.ts';
import { ACCEPTS_INVALID_INSIDE_FAULTS } from './faults/accepts-invalid-inside.ts';
import { ANSWERED_FAULTS } from './faults/answered.ts';
import { AUTH_FAULTS } from './faults/auth.ts';
import {
  BODY_FORBIDDEN_FAULTS,
  LOCATION_FAULTS,
  REDIRECT_FAULTS,
} from './faults/bodies-and-redirects.ts';
import { CARELESS_READER_FAULTS } from './faults/careless-readers.ts';
import { CARELESS_REFUSAL_FAULTS } from './faults/careless-refusals.ts';
import { CARELESS_WRITER_FAULTS } from './faults/careless-writers.ts';
import { CONTENT_TYPE_FAULTS } from './faults/content-type.ts';
import { ENCODING_FAULTS, OPT_IN_FAULTS } from './faults/encoding.ts';
import { ERROR_LEAK_FAULTS } from './faults/error-leaks.ts';
import type { Fault } from './faults/fault.ts';
import { HEADER_FAULTS } from './faults/headers.ts';
import { PROBE_FAULTS } from './faults/probes.ts';
import { RARE_VALUE_FAULTS } from './faults/rare-values.ts';
import { REFUSES_VALID_FAULTS } from './faults/refuses-valid.ts';
import { SCHEMA_FAULTS } from './faults/schema.ts';
import { SERVER_ERROR_FAULTS } from './faults/server-error.ts';
import { SHAPE_FAULTS } from './faults/shapes.ts';
import { STATUS_FAULTS } from './faults/status.ts';

export const FAULTS: readonly Fault[] = [
  ...ANSWERED_FAULTS,
  ...SERVER_ERROR_FAULTS,
  ...RARE_VALUE_FAULTS,
  ...STATUS_FAULTS,
  ...CONTENT_TYPE_FAULTS,
  ...HEADER_FAULTS,
  ...SCHEMA_FAULTS,
  ...SHAPE_FAULTS,
  ...ACCEPTS_INVALID_FAULTS,
  ...ACCEPTS_INVALID_INSIDE_FAULTS,
  ...REFUSES_VALID_FAULTS,
  ...CARELESS_REFUSAL_FAULTS,
  ...AUTH_FAULTS,
  ...PROBE_FAULTS,
  ...BODY_FORBIDDEN_FAULTS,
  ...REDIRECT_FAULTS,
  ...LOCATION_FAULTS,
  ...ERROR_LEAK_FAULTS,
  ...ENCODING_FAULTS,
  ...OPT_IN_FAULTS,
  ...CARELESS_READER_FAULTS,
  ...CARELESS_WRITER_FAULTS,
];
