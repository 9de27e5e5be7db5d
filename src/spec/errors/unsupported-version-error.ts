/** An OpenAPI description of a version that is not 3.0 or 3.1. */
import { SpecLoadError, type SpecLoadErrorOptions } from './spec-load-error.ts';

/** Code `SPEC_UNSUPPORTED_VERSION`. */
export class UnsupportedVersionError extends SpecLoadError {
  constructor(message: string, options: SpecLoadErrorOptions) {
    super(message, { ...options, code: 'SPEC_UNSUPPORTED_VERSION' });
  }
}
