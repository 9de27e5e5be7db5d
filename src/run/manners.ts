/**
 * What a run may send where. On a target that is not this machine only safe methods go out unless
 * writes are allowed; what removes is only ever given what this run created; what looks like a
 * shutdown is sent only when named (RFC 9110, section 9.2.1).
 */
import type { Case } from '../cases/case.ts';
import { wordsOf } from '../cases/resource-name.ts';
import { showsRecords } from '../cases/shows-records.ts';
import { mayMatch } from '../cases/undeclared-methods.ts';
import type { NotReached } from '../checks/verdict.ts';
import type { Api, Operation } from '../spec/api.ts';
import type { RunOptions } from './options.ts';

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

const REMOVING_WORDS: ReadonlySet<string> = new Set([
  'delete',
  'destroy',
  'remove',
  'redact',
  'merge',
  'close',
  'spam',
  'suspend',
  'purge',
  'erase',
  'revoke',
  'terminate',
]);

const SHUTTING_WORDS: ReadonlySet<string> = new Set([
  'shutdown',
  'restart',
  'reset',
  'logout',
  'signout',
  'purge',
]);

/** Two words that mean one of the above together. */
const REMOVING_PAIRS = ['make private'];
const SHUTTING_PAIRS = ['shut down', 'log out', 'sign out', 'delete all', 'revoke all'];

/** @returns whether the method only reads (RFC 9110, section 9.2.1). */
export function isSafeMethod(method: string): boolean {
  return SAFE_METHODS.has(method);
}

/** @returns whether the operation takes something away, by method, by name or by config. */
export function isRemover(
  operation: Operation,
  { removers }: Pick<RunOptions, 'removers'>,
): boolean {
  if (operation.method === 'DELETE' || removers.includes(operation.id)) return true;
  const known = saysRemove.get(operation);
  if (known !== undefined) return known;
  const said = says(operation, REMOVING_WORDS, REMOVING_PAIRS);
  saysRemove.set(operation, said);
  return said;
}

/** Asked several times a request. Derived from the operation alone, and gone with it. */
const saysRemove = new WeakMap<Operation, boolean>();

/** @returns whether the last thing its path names is gone after it: a DELETE of it, or a removing word after it. */
export function consumesLast(
  operation: Operation,
  { removers }: Pick<RunOptions, 'removers'>,
): boolean {
  if (removers.includes(operation.id)) return true;
  const last = operation.path.split('/').at(-1) ?? '';
  if (last.includes('{')) return operation.method === 'DELETE';
  const words = wordsOf(last);
  const text = words.join(' ');
  return (
    words.some((word) => REMOVING_WORDS.has(word)) ||
    REMOVING_PAIRS.some((pair) => text.includes(pair))
  );
}

/** @returns why the operation may not be sent at all, or undefined where it may. */
export function withheld(
  operation: Operation,
  options: Pick<RunOptions, 'allowWrites' | 'named'>,
  isLoopback: boolean,
): NotReached | undefined {
  if (!isLoopback && !options.allowWrites && !SAFE_METHODS.has(operation.method)) {
    const detail = `${operation.method} needs --allow-writes on this target`;
    return { reason: 'not allowed to write', detail };
  }
  if (says(operation, SHUTTING_WORDS, SHUTTING_PAIRS) && !options.named.includes(operation.id)) {
    return { reason: 'only when named', detail: `name it in config: named: ['${operation.id}']` };
  }
  return undefined;
}

/**
 * @returns whether a probe may go out: no DELETE to a path that names nothing of ours, unless
 *   the description shows nothing there to be taken away, none at all to a path that says it removes or shuts down, and no remover without what it removes
 */
export function mayProbe(
  { operation, intent, slots }: Case,
  options: Pick<RunOptions, 'removers' | 'named'>,
  api: Pick<Api, 'operations' | 'documents'>,
): boolean {
  if (intent.kind === 'undeclared-method' && !SAFE_METHODS.has(intent.method)) {
    if (isRemover({ ...operation, method: 'POST' }, options)) return false;
    if (says(operation, SHUTTING_WORDS, SHUTTING_PAIRS)) return false;
    if (intent.method !== 'DELETE' || slots.some((slot) => slot.in === 'path')) return true;
    return isReadOnly(operation, api.operations) && !showsRecords(operation, api.documents);
  }
  // Neither says which things are taken away, or says it of what is made up.
  const isLoose = LOOSE.has(intent.kind);
  return !isLoose || !isRemover(operation, options);
}

/** What is left out or made up, and what another may have. */
const LOOSE: ReadonlySet<string> = new Set(['missing-required', 'unknown-id', 'other-identity']);

/** Nothing is written at the path, by whichever template it is reached, nor below it. */
function isReadOnly({ path }: Operation, operations: readonly Operation[]): boolean {
  return operations
    .filter((other) => mayMatch(other.path, path) || other.path.startsWith(`${path}/`))
    .every(({ method }) => isSafeMethod(method));
}

/**
 * @returns whether a deviation from the template may go out: what says which things a remover takes
 *   away is never made up, but for a word in the path where a number is asked for: it names nothing
 */
export function mayDeviate(
  testCase: Case,
  template: Case,
  options: Pick<RunOptions, 'removers'>,
): boolean {
  if (!isRemover(testCase.operation, options)) return true;
  return template.slots.every(
    (slot) =>
      (slot.in === 'path' && isNoNumber(testCase)) ||
      testCase.slots.some(({ in: location, pointer }) => {
        return location === slot.in && pointer === slot.pointer;
      }),
  );
}

/** An id beyond its bounds may be somebody's all the same, and `7.5` may be read as 7. */
function isNoNumber({ intent }: Case): boolean {
  if (intent.kind !== 'invalid') return false;
  const { keyword, after } = intent.violation;
  return keyword === 'type' && typeof after === 'string' && !/\d/.test(after);
}

/** @returns whether a URL's host is this machine (RFC 6761, section 6.3; 127.0.0.0/8 and ::1). */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}

function says(
  { id, path }: Operation,
  words: ReadonlySet<string>,
  pairs: readonly string[],
): boolean {
  const segments = path.split('/').filter((segment) => !segment.includes('{'));
  return [id, ...segments].some((name) => {
    const spoken = wordsOf(name);
    const text = ` ${spoken.join(' ')} `;
    return (
      spoken.some((word) => words.has(word)) || pairs.some((pair) => text.includes(` ${pair} `))
    );
  });
}
