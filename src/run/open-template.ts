/** An operation's plain requests with config's values in them, each made only when it is asked for. */
import { plainTemplate } from '../cases/plain-template.ts';
import { strippedTemplate, type StrippedTemplate } from '../cases/stripped-template.ts';
import type { NotReached } from '../checks/verdict.ts';
import type { Operation } from '../spec/api.ts';
import type { Template } from './find-accepted.ts';
import type { RunState } from './run-state.ts';
import { withGiven } from './with-given.ts';

/** @returns the template, or why there is none */
export function openTemplate(
  run: Pick<RunState, 'schemas' | 'options' | 'api'>,
  operation: Operation,
): Template | NotReached {
  const planned = plainTemplate(operation, run.schemas);
  if (planned.kind === 'impossible') return { reason: planned.reason, detail: planned.why };
  const first = withGiven(run, planned.first);
  let stripped: { readonly known: StrippedTemplate | undefined } | undefined;
  return {
    first,
    others: planned.others.map((one) => withGiven(run, one)),
    stripped: () => (stripped ??= { known: strippedTemplate(first, run.schemas) }).known,
    whole: () => planned.whole().map((one) => withGiven(run, one)),
  };
}
