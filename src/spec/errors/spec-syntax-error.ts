/** The text is neither JSON nor YAML 1.2; the location is that of the first mistake. */
import { SpecLoadError, type SpecLoadErrorOptions } from './spec-load-error.ts';

/** Code `SPEC_SYNTAX`. */
export class SpecSyntaxError extends SpecLoadError {
  constructor(message: string, options: SpecLoadErrorOptions) {
    super(message, { ...options, code: 'SPEC_SYNTAX' });
  }
}
