/**
 * The connections to one origin. Adds to undici's pool the one thing it does not tell: whether a
 * request goes out on a connection that was just made. A connection kept from before may have been
 * closed by the target in the same moment (RFC 9112, 9.3.1), which is nobody's fault.
 */
import { Pool, type Dispatcher } from 'undici';

interface LineOptions {
  readonly origin: string;
  readonly connections: number;
  readonly connectTimeoutMs: number;
  readonly maxHeaderBytes: number;
  /** False: each request has a connection of its own. */
  readonly keepAlive: boolean;
}

export class Line {
  readonly origin: string;
  readonly #pool: Pool;
  #hasJustConnected = false;

  constructor(options: LineOptions) {
    this.origin = options.origin;
    this.#pool = new Pool(options.origin, {
      connections: options.connections,
      pipelining: options.keepAlive ? 1 : 0,
      // Its timers tick once a second and can't bound a whole exchange: each sending has its own.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: { timeout: options.connectTimeoutMs },
      maxHeaderSize: options.maxHeaderBytes,
    });
    // The request that waited for the connection is written in the same tick, after this event.
    this.#pool.on('connect', () => {
      this.#hasJustConnected = true;
      queueMicrotask(() => {
        this.#hasJustConnected = false;
      });
    });
  }

  dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): void {
    this.#pool.dispatch(options, handler);
  }

  /** To be asked while a request starts: true for the first request of a connection. */
  takesNewConnection(): boolean {
    const isNew = this.#hasJustConnected;
    this.#hasJustConnected = false;
    return isNew;
  }

  /** Breaks off what is under way. */
  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}
