/**
 * What a run would send, operation by operation and phase by phase, without sending it: each plain
 * request is taken as accepted, with stand-ins where an answer would have to show an id first.
 */
import type { Case, Phase } from '../cases/case.ts';
import { plainTemplate } from '../cases/plain-template.ts';
import { withValueAt } from '../cases/values-at.ts';
import type { NotReached } from '../checks/verdict.ts';
import type { Operation } from '../spec/api.ts';
import type { RequestValues } from '../wire/request.ts';
import { activeChecks } from './active-checks.ts';
import { withheld } from './manners.ts';
import { phasesOf, type PhaseContext } from './phase-cases.ts';
import { withGiven } from './with-given.ts';

export interface PlannedOperation {
  readonly operation: Operation;
  /** How many cases each phase has at most, in the order they are sent. */
  readonly phases: readonly { readonly phase: Phase; readonly cases: number }[];
  /** Why nothing of it would be sent. */
  readonly why: NotReached | undefined;
}

/** @returns an entry an operation, in the order given */
export function planRun(
  context: Omit<PhaseContext, 'checks'>,
  operations: readonly Operation[],
): readonly PlannedOperation[] {
  const complete = { ...context, checks: activeChecks(context.options) };
  return operations.map((operation) => planOperation(complete, operation));
}

function planOperation(context: PhaseContext, operation: Operation): PlannedOperation {
  const { options, isLoopback, schemas } = context;
  const forbidden = withheld(operation, options, isLoopback);
  if (forbidden !== undefined) return { operation, phases: [], why: forbidden };
  const planned = plainTemplate(operation, schemas);
  if (planned.kind === 'impossible') {
    const why = { reason: planned.reason, detail: planned.why };
    return { operation, phases: [], why };
  }
  const template = withGiven(context, planned.first);
  const settled = { case: template, attempt: 0, values: standingIn(template) };
  const open = phasesOf(context, settled);
  const later = options.phases.map((phase) => ({ phase, cases: open(phase).count }));
  return { operation, phases: [{ phase: 'template', cases: 1 }, ...later], why: undefined };
}

function standingIn({ values, slots }: Case): RequestValues {
  return slots.reduce<RequestValues>(
    (all, slot) => withValueAt(all, slot, slot.fallback?.value),
    values,
  );
}
