/** There is nothing in the file but blanks and comments. */
import { SpecLoadError, type SpecLoadErrorOptions } from './spec-load-error.ts';

/** Code `SPEC_EMPTY`. */
export class SpecEmptyError extends SpecLoadError {
  constructor(message: string, options: SpecLoadErrorOptions) {
    super(message, { ...options, code: 'SPEC_EMPTY' });
  }
}
