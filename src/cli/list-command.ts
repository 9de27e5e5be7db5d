/** `assay list [spec]`: the operations of a description and what is wrong with it; sends nothing. */
import { loadDescription } from '../assay.ts';
import { loadConfig } from '../config/load-config.ts';
import { resolveConfig } from '../config/resolve-config.ts';
import { selectOperations } from '../config/select-operations.ts';
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
  const lines = [
    ...operations.map(({ method, path, id }) => `${method} ${path} ${id}`),
    ...api.problems.map(
      ({ place, message }) => `${formatLocation(api.documents.locate(place))} ${message}`,
    ),
  ];
  print(lines.map((line) => `${line}\n`).join(''));
  complain(`${count(operations.length, 'operation')}, ${count(api.problems.length, 'problem')}\n`);
  return { kind: 'done' };
}

function count(many: number, noun: string): string {
  return `${String(many)} ${noun}${many === 1 ? '' : 's'}`;
}
