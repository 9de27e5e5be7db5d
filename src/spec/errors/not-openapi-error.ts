/** The file is well-formed, but no OpenAPI description. */
import { SpecLoadError, type SpecLoadErrorOptions } from './spec-load-error.ts';

/** Code `SPEC_NOT_OPENAPI`. */
export class NotOpenApiError extends SpecLoadError {
  constructor(message: string, options: SpecLoadErrorOptions) {
    super(message, { ...options, code: 'SPEC_NOT_OPENAPI' });
  }
}
