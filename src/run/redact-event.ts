/**
 * Takes secrets out of an event: out of all that quotes an answer (findings, reasons, media types),
 * which may have been cut off within a secret. Exchanges were redacted as they were recorded. Text
 * by text, so that no secret, whatever it reads, spoils the form of an event.
 */
import type { Redactor } from '../transport/redaction.ts';
import type { FailureEvent, OperationFinished, RunEvent, VerdictEvent } from './events.ts';

/** @returns the event without secrets; itself where it quotes nothing. */
export function redactEvent(event: RunEvent, redactor: Redactor): RunEvent {
  switch (event.kind) {
    case 'exchange':
    case 'operation-started':
      return event;
    case 'run-started':
    case 'spec-problem':
    case 'note':
    case 'phase-finished':
    case 'unsent':
    case 'run-finished':
      return quoted(event, redactor);
    case 'verdict':
      return redactVerdict(event, redactor);
    case 'failure':
      return redactFailure(event, redactor);
    case 'operation-finished':
      return redactLedger(event, redactor);
    default:
      return event satisfies never;
  }
}

/** Passing verdicts quote nothing, and are most of all events. */
function redactVerdict(event: VerdictEvent, redactor: Redactor): VerdictEvent {
  if (quotesNothing.has(event.checks)) return event;
  const said = Object.entries(event.checks);
  if (said.every(([, verdict]) => verdict === 'pass' || verdict.kind === 'skipped')) {
    quotesNothing.add(event.checks);
    return event;
  }
  const checks = said.map(([name, verdict]) => {
    if (verdict === 'pass') return [name, verdict];
    return [name, { ...quoted(verdict, redactor), kind: verdict.kind }];
  });
  // Made of the same entries.
  return { ...event, checks: Object.fromEntries(checks) as VerdictEvent['checks'] };
}

/** Of the same object, which most answers share, it is found out once. */
const quotesNothing = new WeakSet<VerdictEvent['checks']>();

function redactFailure(event: FailureEvent, redactor: Redactor): FailureEvent {
  // The example and its command line were redacted when they were made; the rest is names of ours.
  const { kind, operation, phase, check, code, severity, id, location, frame, ...others } = event;
  const { example, curl, ...told } = others;
  const ours = { kind, operation, phase, check, code, severity, id, location, frame };
  return { ...quoted(told, redactor), ...ours, example, curl };
}

function redactLedger(event: OperationFinished, redactor: Redactor): OperationFinished {
  const { mediaTypes, untested } = event.ledger;
  return { ...event, ledger: { ...event.ledger, ...quoted({ mediaTypes, untested }, redactor) } };
}

/** Every text in the value, and every name of a member, as an excerpt. */
function quoted<T>(value: T, redactor: Redactor): T {
  const shown = (part: unknown): unknown => {
    if (typeof part === 'string') return redactor.excerpt(part);
    if (Array.isArray(part)) return part.map(shown);
    if (typeof part !== 'object' || part === null) return part;
    const members = Object.entries(part);
    return Object.fromEntries(
      members.map(([name, member]) => [redactor.excerpt(name), shown(member)]),
    );
  };
  // The same shape: only texts change.
  return shown(value) as T;
}
