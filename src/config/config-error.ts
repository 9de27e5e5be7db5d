/** A mistake in the configuration: which file and member, what was expected, what to do. */
import { AssayError, type AssayErrorOptions } from '../spec/assay-error.ts';

/** @throws never itself; `code` is `CONFIG`. */
export class ConfigError extends AssayError {
  constructor(message: string, options: Omit<AssayErrorOptions, 'code'>) {
    super(message, { ...options, code: 'CONFIG' });
  }
}
