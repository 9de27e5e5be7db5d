/** Which check an intent is made for: where that is off, its requests need not be sent. */
import type { Intent } from '../cases/intent.ts';
import { acceptsInvalid } from './accepts-invalid.ts';
import { authNotEnforced } from './auth-not-enforced.ts';
import { locationResolves } from './location-resolves.ts';
import { malformedBody } from './malformed-body.ts';
import { missingRequiredAccepted } from './missing-required-accepted.ts';
import { notAcceptable } from './not-acceptable.ts';
import { undeclaredMediaType } from './undeclared-media-type.ts';
import { undeclaredMethod } from './undeclared-method.ts';

const OWN_CHECKS = {
  valid: undefined,
  invalid: acceptsInvalid.name,
  'missing-required': missingRequiredAccepted.name,
  unauthenticated: authNotEnforced.name,
  'other-identity': undefined,
  'undeclared-method': undeclaredMethod.name,
  'undeclared-media-type': undeclaredMediaType.name,
  'malformed-media-type': undeclaredMediaType.name,
  'malformed-body': malformedBody.name,
  'not-acceptable': notAcceptable.name,
  'unknown-id': undefined,
  'follow-location': locationResolves.name,
} as const satisfies Record<Intent['kind'], string | undefined>;

/** @returns the check's name; undefined for a valid request, which is there for all of them. */
export function ownCheckOf({ kind }: Intent): string | undefined {
  return OWN_CHECKS[kind];
}
