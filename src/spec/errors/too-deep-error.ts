/** The description is nested deeper than can be walked. */
import { SpecLoadError, type SpecLoadErrorOptions } from './spec-load-error.ts';

/** Code `SPEC_TOO_DEEP`. */
export class TooDeepError extends SpecLoadError {
  constructor(message: string, options: SpecLoadErrorOptions) {
    super(message, { ...options, code: 'SPEC_TOO_DEEP' });
  }
}
