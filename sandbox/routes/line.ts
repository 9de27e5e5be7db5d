// How a line of the route table is written: operation, method and path, what it is called inside the service, and what
// serves it; everything that most routes share may be left out.
import type { Handler } from '../http/call.ts';
import type { BodyKind, Bucket, Method, Route } from './route.ts';

/** What a line may say beside the usual. */
export interface Particulars {
  /** @defaultValue agent */
  readonly who?: Route['who'];
  /** @defaultValue json for POST and PUT, none for the rest */
  readonly body?: BodyKind;
  /** @defaultValue none */
  readonly buckets?: readonly Bucket[];
  /** What stands before the path. @defaultValue /api/v2 */
  readonly prefix?: string;
}

/**
 * One line of the table.
 * @param target method and path below the prefix, such as `GET /tickets`
 * @param inside controller and action, such as `tickets#index`
 */
export function line(
  operation: string,
  target: `${Method} ${string}`,
  inside: `${string}#${string}`,
  handle: Handler,
  { who = 'agent', body, buckets = [], prefix = '/api/v2' }: Particulars = {},
): Route {
  const [method = 'GET', path = ''] = target.split(' ') as [Method, string];
  const [controller = '', action = ''] = inside.split('#');
  return {
    operation,
    method,
    path: prefix + path,
    who,
    body: body ?? (method === 'POST' || method === 'PUT' ? 'json' : 'none'),
    controller: `api/v2/${controller}`,
    action,
    buckets,
    handle,
  };
}

/** A bucket of the whole account, by the minute. */
export function perMinute(name: string, total: number): Bucket {
  return { name, total, windowSeconds: 60, per: 'account' };
}

/** Changes of one ticket by one user, in ten minutes. */
export const PER_TICKET: Bucket = {
  name: 'per-ticket-updates',
  total: 30,
  windowSeconds: 600,
  per: 'user-and-ticket',
};
