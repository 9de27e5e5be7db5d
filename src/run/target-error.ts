/** Errors of a target that no request can be tried on: one clear error, not one an operation. */
import { AssayError } from '../spec/assay-error.ts';
import type { FaultKind } from '../transport/exchange.ts';

/** Something listens there. */
const MUTE: ReadonlySet<FaultKind> = new Set<FaultKind>(['timeout', 'reset', 'malformed']);

export class TargetUnreachable extends AssayError {
  constructor(baseUrl: string, fault: FaultKind, message: string) {
    const what = MUTE.has(fault) ? 'Got no answer from' : 'Could not reach';
    super(`${what} ${baseUrl}: ${message}`, {
      code: 'TARGET_UNREACHABLE',
      hint: hintOf(fault, message),
    });
  }
}

function hintOf(fault: FaultKind, message: string): string {
  if (fault === 'tls' && message.includes('WRONG_VERSION')) {
    return 'What answers there does not speak TLS. Is its scheme http://?';
  }
  return HINTS[fault] ?? 'Is it running, and is this its address? Give another with --base-url.';
}

const HINTS: Partial<Record<FaultKind, string>> = {
  tls: 'Its certificate must be valid for this host; set NODE_EXTRA_CA_CERTS for an authority of your own.',
  timeout: 'Connections are taken and nothing comes back. Check the port; --timeout waits longer.',
  reset: 'Connections are taken and closed again. Check the port and the scheme.',
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
