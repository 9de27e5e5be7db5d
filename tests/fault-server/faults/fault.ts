/** What a planted defect is: one deviation on one operation, and which check is to find it. */
import type { Placed } from '../server/staged.ts';

export const FAULT_CLASSES = [
  'answered',
  'server-error',
  'status',
  'content-type',
  'headers',
  'schema',
  'accepts-invalid',
  'refuses-valid',
  'auth',
  'method',
  'allow-header',
  'media-type',
  'malformed-body',
  'not-acceptable',
  'body-forbidden',
  'www-authenticate',
  'error-leaks',
  'redirect',
  'location',
  'utf8',
  'integer-precision',
  'enum-drift',
  'undeclared-members',
  'response-time',
  'error-body-consistency',
] as const;

export type FaultClass = (typeof FAULT_CLASSES)[number];

/**
 * What a request must be for the defect to show: any that is accepted; one on a bound or rare; one
 * legal and nasty; one with a header or cookie; one with two members that meet; a later one of the
 * same operation; a probe (credentials, method, media type, broken body, Accept); an invalid one.
 */
type ShownBy = 'template' | 'edge' | 'hostile' | 'header' | 'pair' | 'repeat' | 'probe' | 'invalid';

export interface Fault extends Placed {
  readonly name: string;
  readonly class: FaultClass;
  /** The name of the check that is to find it. */
  readonly check: string;
  readonly operation: string;
  /** What is wrong, in one sentence. */
  readonly sentence: string;
  readonly shows: ShownBy;
  /** Other checks that may rightly say it instead, or as a hint beside. */
  readonly mayAlso?: readonly string[];
  /** Its check is off unless asked for. */
  readonly optIn?: true;
}

/** @returns the faults, each with the class and the check that they share. */
export function faultsOf(
  shared: Pick<Fault, 'class' | 'check'>,
  faults: readonly Omit<Fault, 'class' | 'check'>[],
): readonly Fault[] {
  return faults.map((fault) => ({ ...shared, ...fault }));
}
