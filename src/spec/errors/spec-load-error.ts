/**
 * A description that cannot be used at all. Its subclasses say why, one for each mistake; anything
 * less than that is a Problem of the loaded Api.
 */
import { AssayError } from '../assay-error.ts';
import type { SourceLocation } from '../place.ts';

export interface SpecLoadErrorOptions {
  readonly hint: string;
  readonly location?: SourceLocation | undefined;
  readonly cause?: unknown;
}

/** Base of all errors that {@link loadApi} throws; every `code` begins with `SPEC_`. */
export class SpecLoadError extends AssayError {
  constructor(message: string, options: SpecLoadErrorOptions & { readonly code: SpecErrorCode }) {
    super(message, options);
  }
}

export type SpecErrorCode =
  | 'SPEC_NOT_FOUND'
  | 'SPEC_UNREACHABLE'
  | 'SPEC_SYNTAX'
  | 'SPEC_EMPTY'
  | 'SPEC_NOT_OPENAPI'
  | 'SPEC_UNSUPPORTED_VERSION'
  | 'SPEC_WITHOUT_PATHS'
  | 'SPEC_TOO_DEEP';
