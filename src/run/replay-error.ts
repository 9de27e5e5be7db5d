/** A failure can't be sent again: it is not in the log, or something that it needs is not known. */
import { AssayError } from '../spec/assay-error.ts';

/** `code` is `REPLAY`. */
export class ReplayError extends AssayError {
  constructor(message: string, hint: string, cause?: unknown) {
    super(message, { code: 'REPLAY', hint, cause });
  }
}
