/** An OpenAPI description with neither paths nor anything else that could be tested. */
import { SpecLoadError, type SpecLoadErrorOptions } from './spec-load-error.ts';

/** Code `SPEC_WITHOUT_PATHS`. */
export class WithoutPathsError extends SpecLoadError {
  constructor(message: string, options: SpecLoadErrorOptions) {
    super(message, { ...options, code: 'SPEC_WITHOUT_PATHS' });
  }
}
