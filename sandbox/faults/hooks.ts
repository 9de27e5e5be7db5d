// Where a fault can reach into the sandbox: whom a route lets in, what a handler is given and answers, any reply at all
// (also a refusal), and the bytes on their way out. A sandbox without faults runs with no hooks.
import type { IncomingHttpHeaders } from 'node:http';
import type { Call, Handler } from '../http/call.ts';
import type { Reply } from '../http/reply.ts';
import type { User } from '../desk/user.ts';
import type { Outgoing, Send } from '../server/write-reply.ts';

/** What is known of a request when its reply is ready; `operation` is null when no route matched. */
export interface Request {
  readonly operation: string | null;
  readonly method: string;
  readonly path: string;
}

export interface Hooks {
  /** Changes what the request's headers say before anybody looks at them. */
  readonly headers?: (operation: string, headers: IncomingHttpHeaders) => IncomingHttpHeaders;
  /** True lets a caller in whose role does not reach. */
  readonly admits?: (operation: string, actor: User) => boolean;
  /** True lets a request through although its route's own limit is used up. */
  readonly isUnlimited?: (operation: string) => boolean;
  /** Runs the handler, or does not; runs inside the request's transaction. */
  readonly around?: (call: Call, next: Handler) => Reply;
  /** Changes any reply, also a refusal. */
  readonly reply?: (request: Request, reply: Reply) => Reply;
  /** Sends the bytes, or mishandles them. */
  readonly send?: (request: Request, outgoing: Outgoing, next: Send) => void;
}

/** One set of hooks that applies all the given ones, the first outermost. */
export function combineHooks(all: readonly Hooks[]): Hooks {
  return {
    headers: (operation, headers) =>
      all.reduce((inner, hooks) => hooks.headers?.(operation, inner) ?? inner, headers),
    admits: (operation, actor) => all.some((hooks) => hooks.admits?.(operation, actor) ?? false),
    isUnlimited: (operation) => all.some((hooks) => hooks.isUnlimited?.(operation) ?? false),
    around: (call, next) =>
      all.reduceRight<Handler>(
        (inner, { around }) => (around ? (inside) => around(inside, inner) : inner),
        next,
      )(call),
    reply: (request, reply) =>
      all.reduceRight((inner, hooks) => hooks.reply?.(request, inner) ?? inner, reply),
    send: (request, outgoing, next) => {
      all.reduceRight<Send>(
        (inner, { send }) =>
          send
            ? (inside) => {
                send(request, inside, inner);
              }
            : inner,
        next,
      )(outgoing);
    },
  };
}
