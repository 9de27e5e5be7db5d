/** The path names no file that can be read. */
import { SpecLoadError, type SpecLoadErrorOptions } from './spec-load-error.ts';

/** Code `SPEC_NOT_FOUND`. */
export class SpecNotFoundError extends SpecLoadError {
  constructor(message: string, options: SpecLoadErrorOptions) {
    super(message, { ...options, code: 'SPEC_NOT_FOUND' });
  }
}
