/** Errors of a target that no request can be tried on: one clear error, not one an operation. */
import { AssayError } from '../spec/assay-error.ts';
import type { FaultKind } from '../transport/exchange.ts';

export class TargetUnreachable extends AssayError {
  constructor(baseUrl: string, fault: FaultKind, message: string) {
    super(`Could not reach ${baseUrl}: ${message}`, {
      code: 'TARGET_UNREACHABLE',
      hint: HINTS[fault] ?? 'Is it running, and is this its address? Give another with --base-url.',
    });
  }
}

const HINTS: Partial<Record<FaultKind, string>> = {
  tls: 'Its certificate must be valid for this host; set NODE_EXTRA_CA_CERTS for an authority of your own.',
  malformed: 'What answers there does not speak HTTP/1.1. Check the port and the scheme.',
};

export class NothingToRun extends AssayError {
  constructor() {
    super('The description has no operation to test', {
      code: 'NOTHING_TO_RUN',
      hint: 'See what was read, and what is wrong with it: assay list.',
    });
  }
}
