/**
 * Which operations a run tests: those that a pattern names by operationId, tag, path or method.
 * A pattern that names nothing is a mistake, since an exclusion that silently fails sends what was
 * to be left alone.
 */
import type { Api, Operation } from '../spec/api.ts';
import { AssayError } from '../spec/assay-error.ts';
import { didYouMean } from './did-you-mean.ts';

interface Selection {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** A pattern, or all of them together, leaves nothing to test. */
export class NoOperationMatches extends AssayError {
  constructor(message: string, hint: string) {
    super(message, { code: 'NO_OPERATION_MATCHES', hint });
  }
}

/** @returns the selected operations in document order. @throws {NoOperationMatches} */
export function selectOperations(
  api: Pick<Api, 'operations' | 'source'>,
  { include, exclude }: Selection,
): readonly Operation[] {
  if (api.operations.length === 0)
    throw new NoOperationMatches(
      `${api.source} describes no operation.`,
      'An operation is a method, such as get, under a path of `paths`.',
    );
  const included = include.map((pattern) => matches(api, pattern, '--include'));
  const excluded = exclude.map((pattern) => matches(api, pattern, '--exclude'));
  const selected = api.operations.filter(
    (operation) =>
      (include.length === 0 || included.some((set) => set.has(operation))) &&
      !excluded.some((set) => set.has(operation)),
  );
  if (selected.length === 0)
    throw new NoOperationMatches(
      `All ${String(api.operations.length)} operations are left out.`,
      'What is included and not excluded is tested; `assay list` shows all operations.',
    );
  return selected;
}

function matches(
  { operations, source }: Pick<Api, 'operations' | 'source'>,
  pattern: string,
  flag: string,
): ReadonlySet<Operation> {
  const matcher = matcherOf(pattern);
  const found = new Set(operations.filter((operation) => namesOf(operation).some(matcher)));
  if (found.size > 0) return found;
  const hint = didYouMean(pattern, operations.flatMap(namesOf));
  throw new NoOperationMatches(
    `${flag} ${JSON.stringify(pattern)} matches no operation of ${source}.`,
    hint ?? 'Give an operationId, tag, path or method; `assay list` shows them.',
  );
}

/** Everything that an operation is called by; methods in both cases, as both are written. */
function namesOf({ id, tags, path, method }: Operation): readonly string[] {
  return [id, ...tags, path, method, method.toLowerCase(), `${method} ${path}`];
}

/** `*` stands for any text within a path segment, `**` for any text. */
function matcherOf(pattern: string): (name: string) => boolean {
  if (!pattern.includes('*')) return (name) => name === pattern;
  const source = pattern
    .split(/(\*+)/)
    .map((part) => {
      if (part === '*') return '[^/]*';
      if (part.startsWith('**')) return '.*';
      return part.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    })
    .join('');
  const expression = new RegExp(`^${source}$`, 's');
  return (name) => expression.test(name);
}
