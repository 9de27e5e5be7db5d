/**
 * `assay list [spec]`: the operations of a description and what is wrong with it, and with `--plan`
 * how many cases a run of it has; sends nothing.
 */
import { loadDescription, plan } from '../assay.ts';
import { loadConfig } from '../config/load-config.ts';
import { resolveConfig } from '../config/resolve-config.ts';
import { selectOperations } from '../config/select-operations.ts';
import type { PlannedOperation } from '../run/plan.ts';
import type { Operation } from '../spec/api.ts';
import { formatLocation } from '../spec/assay-error.ts';
import type { Outcome } from './exit-code.ts';
import { complain, print } from './process-streams.ts';
import { readFlags, type GivenFlags } from './read-flags.ts';

/** Prints an operation a line, then a problem a line; counts go to stderr. @throws {AssayError} */
export async function listCommand(spec: string | undefined, flags: GivenFlags): Promise<Outcome> {
  const overrides = { ...readFlags(flags, {}), ...(spec === undefined ? {} : { spec }) };
  const named = typeof flags['config'] === 'string' ? flags['config'] : undefined;
  // A description that is named needs no configuration, which may start or import much.
  const { user, ...source } =
    spec !== undefined && named === undefined
      ? { user: {}, file: undefined, folder: '' }
      : await loadConfig(process.cwd(), named);
  const config = resolveConfig(user, source, overrides);
  const api = await loadDescription(config);
  const operations = selectOperations(api, config);
  const planned = flags['plan'] === true ? await plan(api, config) : undefined;
  const lines = [
    ...(planned?.map(plannedLine) ?? operations.map(operationLine)),
    ...api.problems.map(
      ({ place, message }) => `${formatLocation(api.documents.locate(place))} ${message}`,
    ),
  ];
  print(lines.map((line) => `${line}\n`).join(''));
  const counts = [count(operations.length, 'operation'), count(api.problems.length, 'problem')];
  const atMost = planned === undefined ? [] : [`${count(total(planned), 'case')} at most`];
  complain(`${[...counts, ...atMost].join(', ')}\n`);
  return { kind: 'done' };
}

function operationLine({ method, path, id }: Operation): string {
  return `${method} ${path} ${id}`;
}

function plannedLine({ operation, phases, why }: PlannedOperation): string {
  const told =
    why === undefined
      ? phases.map(({ phase, cases }) => `${phase} ${String(cases)}`).join(', ')
      : `nothing: ${why.reason} (${why.detail})`;
  return `${operationLine(operation)}: ${told}`;
}

function total(planned: readonly PlannedOperation[]): number {
  return planned.flatMap(({ phases }) => phases).reduce((sum, { cases }) => sum + cases, 0);
}

function count(many: number, noun: string): string {
  return `${String(many)} ${noun}${many === 1 ? '' : 's'}`;
}
