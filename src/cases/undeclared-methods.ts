/**
 * Which methods a path does not declare, by it or by any sibling template that the same URL
 * matches: `DELETE /tickets/count` is what `DELETE /tickets/{id}` declares.
 */
import type { Api, Operation } from '../spec/api.ts';

const SAFE = ['GET', 'HEAD'] as const;
const PROBED = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH'] as const;

/**
 * HEAD goes with GET and OPTIONS with every path, declared or not; TRACE and QUERY are what routers
 * simply do not know: none of them is probed.
 * @param unsafe whether methods that may change something are among them
 */
export function undeclaredMethods(
  operation: Operation,
  api: Api,
  unsafe: boolean,
): readonly string[] {
  const declared = methodsOf(operation, api);
  const isFirst = api.operations.find(({ path }) => path === operation.path) === operation;
  // Once a path is enough.
  if (!isFirst) return [];
  const known = new Set(api.operations.map(({ method }) => method));
  return PROBED.filter(
    (method) => !declared.has(method) && known.has(method) && (unsafe || isSafe(method)),
  );
}

/** @returns the methods that any template matching the operation's path declares. */
export function methodsOf(operation: Operation, api: Api): ReadonlySet<string> {
  return new Set(
    api.operations.filter(({ path }) => mayMatch(path, operation.path)).map(({ method }) => method),
  );
}

/** @returns whether some URL is of both path templates. */
export function mayMatch(template: string, path: string): boolean {
  const a = template.split('/');
  const b = path.split('/');
  return (
    a.length === b.length &&
    a.every((segment, index) => {
      const other = b[index] ?? '';
      return segment === other || segment.includes('{') || other.includes('{');
    })
  );
}

function isSafe(method: string): boolean {
  return (SAFE as readonly string[]).includes(method);
}
