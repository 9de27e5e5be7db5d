// From a method and a path to the route that serves them. Literal segments win over parameters, `.json` at the end is cut
// off first, a trailing slash does not matter; a path that other methods have is 405 and names them.
import FindMyWay from 'find-my-way';
import { invalidEndpoint, methodNotAllowed } from '../refusals/catalogue.ts';
import type { Method, Route } from './route.ts';

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string | undefined>>;
}

/** Finds routes by method and path. */
export interface Router {
  /** @throws {Refusal} 404 or 405 */
  find(method: string, path: string): Match;
  /** Methods that a path has, HEAD beside GET. */
  allowed(path: string): readonly string[];
}

const METHODS: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Builds the router once. */
export function createRouter(routes: readonly Route[]): Router {
  const tree = FindMyWay({
    ignoreTrailingSlash: true,
    caseSensitive: true,
    maxParamLength: 100_000,
  });
  for (const route of routes) tree.on(route.method, route.path, () => undefined, route);
  const lookUp = (method: Method, path: string): Match | null => {
    const found = tree.find(method, path);
    // The store of each line is the route that was put there above.
    return found === null ? null : { route: found.store as Route, params: found.params };
  };
  const allowed = (path: string): readonly string[] =>
    METHODS.filter((method) => lookUp(method, path) !== null).flatMap((method) =>
      method === 'GET' ? ['GET', 'HEAD'] : [method],
    );
  return {
    allowed,
    find: (method, path) => {
      const asked = METHODS.find((known) => known === (method === 'HEAD' ? 'GET' : method));
      const match = asked === undefined ? null : lookUp(asked, path);
      if (match !== null) return match;
      const methods = allowed(path);
      throw methods.length > 0 ? methodNotAllowed(methods) : invalidEndpoint();
    },
  };
}

/** A path without the `.json` that clients put at the end of it. */
export function withoutJsonSuffix(path: string): string {
  return path.endsWith('.json') ? path.slice(0, -'.json'.length) : path;
}
