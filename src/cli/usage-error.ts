/** A mistake on the command line. */
import { AssayError } from '../spec/assay-error.ts';

/** `code` is `USAGE`. */
export class UsageError extends AssayError {
  constructor(message: string, hint: string) {
    super(message, { code: 'USAGE', hint });
  }
}
