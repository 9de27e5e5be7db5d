// One request as the routes see it: who asks for what on which desk, with the body parsed.
import type { IncomingHttpHeaders } from 'node:http';
import type { Desk } from '../desk/desk.ts';
import type { User } from '../desk/user.ts';
import type { Query } from './query.ts';
import type { Reply } from './reply.ts';

export interface Call {
  /** Name of the operation, by which faults are bound. */
  readonly operation: string;
  /** `api/v2/tickets` and `show`: how error messages and warnings name the route. */
  readonly controller: string;
  readonly action: string;
  readonly method: string;
  /** Path without query and without `.json`, starting with `/api/v2`. */
  readonly path: string;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: Query;
  readonly headers: IncomingHttpHeaders;
  /** Parsed JSON; undefined when the request has none. */
  readonly body: unknown;
  readonly bytes: Uint8Array;
  /** Scheme and authority that URLs inside bodies start with. */
  readonly origin: string;
  readonly desk: Desk;
  /** Desks of other accounts: nothing that works ever looks there. */
  readonly otherDesks: () => readonly Desk[];
  /** The acting user; an anonymous caller only reaches routes that let anyone in. */
  readonly actor: User;
}

/** Answers a call. Synchronous on purpose: a request is applied whole before the next one is looked at. */
export type Handler = (call: Call) => Reply;
