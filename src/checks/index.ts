/**
 * Every check, in order of blame: what a check fails is `skipped` for those after it, but for a
 * check of headers, which stands beside media type and schema and hides nothing.
 */
import { answered } from './answered.ts';
import type { Check } from './check.ts';
import { contentTypeDeclared } from './content-type-declared.ts';
import { notAServerError } from './not-a-server-error.ts';
import { responseHeaders } from './response-headers.ts';
import { responseSchema } from './response-schema.ts';
import { statusDeclared } from './status-declared.ts';

export const CHECKS: readonly Check[] = [
  answered,
  notAServerError,
  statusDeclared,
  responseHeaders,
  contentTypeDeclared,
  responseSchema,
];

/** Names of the checks whose failure says nothing about the checks after them. */
export const HIDES_NOTHING: ReadonlySet<string> = new Set([responseHeaders.name]);
