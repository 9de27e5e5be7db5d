/**
 * The one table of statuses by which each check takes a request as refused; config may set them per
 * operation. A status outside the list is not by itself a failure: each check says what is.
 */
import type { Intent } from '../cases/intent.ts';
import type { Operation } from '../spec/api.ts';
import { isAccepted } from './find-response.ts';

export const REFUSAL_STATUSES = {
  'accepts-invalid': ['4XX'],
  'missing-required-accepted': ['4XX'],
  'refuses-valid': ['400', '415', '422'],
  'auth-not-enforced': ['401', '403', '404', '3XX'],
  'undeclared-method': ['405', '501'],
  'undeclared-media-type': ['4XX'],
  'malformed-body': ['4XX'],
  'not-acceptable': ['406'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type RefusingCheck = keyof typeof REFUSAL_STATUSES;

/** Check name to operationId (or `*`) to the statuses that count as a refusal there. */
export type RefusalOverrides = Readonly<
  Partial<Record<RefusingCheck, Readonly<Record<string, readonly string[]>>>>
>;

/** A status of an operation's answer, with what config says of refusals. */
export interface StatusOf {
  readonly status: number;
  readonly operation: Operation;
  readonly refusals: RefusalOverrides;
}

/** Which probes have a table of their own: their refusals need not be declared. */
const PROBE_TABLES = {
  unauthenticated: 'auth-not-enforced',
  'other-identity': 'auth-not-enforced',
  'undeclared-method': 'undeclared-method',
  'undeclared-media-type': 'undeclared-media-type',
  'malformed-media-type': 'undeclared-media-type',
  'malformed-body': 'malformed-body',
  'not-acceptable': 'not-acceptable',
} as const satisfies Partial<Record<Intent['kind'], RefusingCheck>>;

/**
 * @returns what the status says of the request: `refused` where the check's table lists it, whatever
 * else it means (an API may refuse with 200 and say so in config); else `accepted`; else neither
 */
export function readStatus(
  check: RefusingCheck,
  { status, operation, refusals }: StatusOf,
): 'refused' | 'accepted' | 'neither' {
  if (isRefusal(check, status, operation.id, refusals)) return 'refused';
  return isAccepted(operation, status) ? 'accepted' : 'neither';
}

/** @returns whether the status is one by which that check takes a request as refused. */
export function isRefusal(
  check: RefusingCheck,
  status: number,
  operationId: string,
  overrides: RefusalOverrides,
): boolean {
  return refusalsOf(check, operationId, overrides).some((pattern) => covers(pattern, status));
}

/** @returns whether the answer refuses a probe by a status of that probe's table. */
export function refusesProbe({ kind }: Intent, about: StatusOf): boolean {
  if (!(kind in PROBE_TABLES)) return false;
  // Just found to be one of the table's own names.
  const check = PROBE_TABLES[kind as keyof typeof PROBE_TABLES];
  return isRefusal(check, about.status, about.operation.id, about.refusals);
}

/** @returns the statuses as a reader is told them. */
export function refusalsOf(
  check: RefusingCheck,
  operationId: string,
  overrides: RefusalOverrides,
): readonly string[] {
  const own = overrides[check];
  return own?.[operationId] ?? own?.['*'] ?? REFUSAL_STATUSES[check];
}

function covers(pattern: string, status: number): boolean {
  return /^\dXX$/i.test(pattern)
    ? pattern.charAt(0) === String(status).charAt(0)
    : pattern === String(status);
}
