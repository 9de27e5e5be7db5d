// One line of the route table: where an operation lives, whom it lets in, what body it reads, and what answers it.
import type { Requirement } from '../auth/authorise.ts';
import type { Handler } from '../http/call.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** `none`: a body is taken and ignored; `json`: it is parsed; `bytes`: it is a file. */
export type BodyKind = 'none' | 'json' | 'bytes';

export interface Route {
  readonly operation: string;
  readonly method: Method;
  /** Whole path, parameters as `:name`. */
  readonly path: string;
  readonly who: Requirement;
  readonly body: BodyKind;
  /** How messages name the route: `api/v2/tickets` and `show`. */
  readonly controller: string;
  readonly action: string;
  /** Rate-limit buckets beside the account's. */
  readonly buckets: readonly Bucket[];
  readonly handle: Handler;
}

export interface Bucket {
  readonly name: string;
  readonly total: number;
  readonly windowSeconds: number;
  /** What shares one bucket: the account, or the acting user with one ticket. */
  readonly per: 'account' | 'user-and-ticket';
}
