// What a route answers, before it becomes bytes. Every answer of the sandbox, also each refusal, is one of these and goes
// out through one place (server/write-reply.ts), so that a fault can touch any of them.

export type ReplyHeaders = Readonly<Record<string, string>>;

export type ReplyBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'bytes'; readonly type: string; readonly bytes: Uint8Array };

export interface Reply {
  readonly status: number;
  readonly headers: ReplyHeaders;
  readonly body: ReplyBody;
}

/** A JSON answer. */
export function json(status: number, value: unknown, headers: ReplyHeaders = {}): Reply {
  return { status, headers, body: { kind: 'json', value } };
}

/** A text answer, as gateways give. */
export function text(status: number, words: string, headers: ReplyHeaders = {}): Reply {
  const type = 'text/plain; charset=utf-8';
  return { status, headers, body: { kind: 'bytes', type, bytes: Buffer.from(words) } };
}

/** An answer without a body. */
export function empty(status: number, headers: ReplyHeaders = {}): Reply {
  return { status, headers, body: { kind: 'none' } };
}

/** The same answer with more headers. */
export function withHeaders(reply: Reply, headers: ReplyHeaders): Reply {
  return { ...reply, headers: { ...reply.headers, ...headers } };
}
