/** The URL did not give the description: no connection, no 2xx, or no end. */
import { SpecLoadError, type SpecLoadErrorOptions } from './spec-load-error.ts';

/** Code `SPEC_UNREACHABLE`. */
export class SpecUnreachableError extends SpecLoadError {
  constructor(message: string, options: SpecLoadErrorOptions) {
    super(message, { ...options, code: 'SPEC_UNREACHABLE' });
  }
}
