/**
 * Every check, in order of blame: what a check fails is `skipped` for those after it, but for those
 * that stand beside the others and hide nothing.
 */
import { acceptsInvalid } from './accepts-invalid.ts';
import { allowHeader } from './allow-header.ts';
import { answered } from './answered.ts';
import { authNotEnforced } from './auth-not-enforced.ts';
import { bodyForbidden } from './body-forbidden.ts';
import type { Check } from './check.ts';
import { contentTypeDeclared } from './content-type-declared.ts';
import { enumDrift } from './enum-drift.ts';
import { errorBodyConsistency } from './error-body-consistency.ts';
import { errorLeaks } from './error-leaks.ts';
import { integerPrecision } from './integer-precision.ts';
import { locationResolves } from './location-resolves.ts';
import { malformedBody } from './malformed-body.ts';
import { missingRequiredAccepted } from './missing-required-accepted.ts';
import { notAServerError } from './not-a-server-error.ts';
import { notAcceptable } from './not-acceptable.ts';
import { redirectDeclared } from './redirect-declared.ts';
import { refusesValid } from './refuses-valid.ts';
import { responseHeaders } from './response-headers.ts';
import { responseSchema } from './response-schema.ts';
import { responseTime } from './response-time.ts';
import { statusDeclared } from './status-declared.ts';
import { undeclaredMediaType } from './undeclared-media-type.ts';
import { undeclaredMembers } from './undeclared-members.ts';
import { undeclaredMethod } from './undeclared-method.ts';
import { utf8Valid } from './utf8-valid.ts';
import { wwwAuthenticate } from './www-authenticate.ts';

export const CHECKS: readonly Check[] = [
  answered,
  notAServerError,
  // The intent's own.
  acceptsInvalid,
  missingRequiredAccepted,
  refusesValid,
  authNotEnforced,
  undeclaredMethod,
  undeclaredMediaType,
  malformedBody,
  notAcceptable,
  locationResolves,
  // The answer's status, then what stands beside media type and schema, then these two.
  redirectDeclared,
  statusDeclared,
  responseHeaders,
  allowHeader,
  wwwAuthenticate,
  errorLeaks,
  errorBodyConsistency,
  responseTime,
  integerPrecision,
  bodyForbidden,
  utf8Valid,
  contentTypeDeclared,
  enumDrift,
  responseSchema,
  undeclaredMembers,
];

/** Names of the checks whose failure says nothing about the checks after them. */
export const HIDES_NOTHING: ReadonlySet<string> = new Set(
  [
    responseHeaders,
    allowHeader,
    wwwAuthenticate,
    errorLeaks,
    errorBodyConsistency,
    responseTime,
    integerPrecision,
  ].map(({ name }) => name),
);
