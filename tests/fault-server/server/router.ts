/** Which operation a request is for, and what its path names. Literal segments win over placeholders. */
import { decodePercent } from '../http/form.ts';
import { splitTarget } from '../http/message.ts';
import { OPERATIONS } from '../operations/index.ts';
import type { Operation } from '../operations/operation.ts';

export interface Route {
  /** Undefined where the path is known and the method is not. */
  readonly operation: Operation | undefined;
  /** A HEAD answered by what answers GET. */
  readonly isHead: boolean;
  readonly path: string;
  readonly allow: readonly string[];
  /** Path parameters, decoded. */
  readonly named: ReadonlyMap<string, string>;
}

/** @returns undefined for a path that nothing is at. */
export function route(method: string, target: string): Route | undefined {
  const found = match(splitTarget(target).path);
  if (found === undefined) return undefined;
  const { path, named } = found;
  const here = OPERATIONS.filter((operation) => operation.path === path);
  const own = here.find((operation) => operation.method === method);
  const get = here.find((operation) => operation.method === 'GET');
  const operation = own ?? (method === 'HEAD' ? get : undefined);
  return { operation, isHead: method === 'HEAD', path, named, allow: allowed(here) };
}

function allowed(here: readonly Operation[]): readonly string[] {
  const methods = new Set<string>(here.map(({ method }) => method));
  if (methods.has('GET')) methods.add('HEAD');
  return [...methods, 'OPTIONS'];
}

const TEMPLATES = [...new Set(OPERATIONS.map(({ path }) => path))].map((path) => ({
  path,
  parts: path.split('/'),
}));

function match(path: string): Pick<Route, 'path' | 'named'> | undefined {
  const segments = path.split('/').map(decodePercent);
  const candidates = TEMPLATES.flatMap(({ path: template, parts }) => {
    const named = matchTemplate(parts, segments);
    return named === undefined ? [] : [{ path: template, named }];
  });
  return candidates.sort((a, b) => a.named.size - b.named.size)[0];
}

function matchTemplate(
  parts: readonly string[],
  segments: readonly (string | undefined)[],
): ReadonlyMap<string, string> | undefined {
  if (parts.length !== segments.length) return undefined;
  const named = new Map<string, string>();
  for (const [index, part] of parts.entries()) {
    const segment = segments[index];
    if (segment === undefined) return undefined;
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name === undefined ? segment !== part : segment === '') return undefined;
    if (name !== undefined) named.set(name, segment);
  }
  return named;
}
