/**
 * Where a fault or an oddity may stand: before the server sees a request, after it has answered, and
 * on the wire. The server itself knows of none of them.
 */
import type { Socket } from 'node:net';
import type { Reply, Request } from './http/message.ts';
import type { Library } from './library/library.ts';

/** What a seam may know beside the request. */
export interface Scene {
  /** How often this operation has been asked for, this time included. */
  readonly nth: number;
  readonly library: Library;
  /** The server's own answer to a request, without this seam. */
  readonly serve: (request: Request) => Reply;
  /** What the seam remembers between requests. */
  readonly memory: Map<string, unknown>;
}

/** Writes an answer to a socket by itself, and leaves it closed or as it should be. */
export type WireWriter = (reply: Reply, socket: Socket) => void;

export interface Seam {
  /** Changes the request, or answers it. */
  readonly before?: (request: Request, scene: Scene) => Request | Reply;
  readonly after?: (reply: Reply, request: Request, scene: Scene) => Reply;
  /** How long the answer is held back, in milliseconds. */
  readonly delayMs?: (reply: Reply, request: Request, scene: Scene) => number;
  /** Undefined: the answer goes out as it should. */
  readonly wire?: (reply: Reply, request: Request, scene: Scene) => WireWriter | undefined;
}
