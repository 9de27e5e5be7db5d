// A small client for tests of the sandbox: one sandbox, requests as anybody, answers that can be looked into by path.
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/index.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed JSON, null when there is none. */
  readonly body: unknown;
  /** What stands at a dotted path; `*` goes through all of an array, `-1` is the last. */
  at(path: string): unknown;
  /** The same, where a number is expected. */
  number(path: string): number;
  /** The same, where a text is expected. */
  string(path: string): string;
  /** The same, where an array is expected. */
  list(path: string): readonly unknown[];
}

export type Who = Exclude<keyof Sandbox['credentials'], 'accessTokens'>;

/** The members of a made ticket that tests go on with. */
export interface MadeTicket extends Readonly<Record<string, unknown>> {
  readonly id: number;
  readonly url: string;
  readonly updated_at: string;
}

export interface Client {
  readonly sandbox: Sandbox;
  send(method: string, path: string, options?: RequestOptions): Promise<Answer>;
  get(path: string, as?: Who): Promise<Answer>;
  post(path: string, body?: unknown, as?: Who): Promise<Answer>;
  put(path: string, body?: unknown, as?: Who): Promise<Answer>;
  delete(path: string, body?: unknown, as?: Who): Promise<Answer>;
  /** Makes a ticket and returns it. */
  ticket(members?: Record<string, unknown>, as?: Who): Promise<MadeTicket>;
  /** Polls a job to its end and returns the last poll. */
  job(answer: Answer): Promise<Answer>;
  /** Moves the clock. */
  wait(seconds: number): Promise<void>;
  close(): Promise<void>;
}

export interface RequestOptions {
  readonly as?: Who | null;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** Starts a sandbox and a client for it. */
export async function startClient(options: SandboxOptions = {}): Promise<Client> {
  const sandbox = await startSandbox(options);
  const send: Client['send'] = async (method, path, request = {}) => {
    const response = await fetch(urlOf(sandbox, path), {
      method,
      headers: headersOf(sandbox, request),
      ...(request.body === undefined ? {} : { body: textOf(request.body) }),
    });
    return answerOf(response, await response.text());
  };
  const client: Client = {
    sandbox,
    send,
    get: (path, as = 'admin') => send('GET', path, { as }),
    post: (path, body = {}, as = 'admin') => send('POST', path, { body, as }),
    put: (path, body = {}, as = 'admin') => send('PUT', path, { body, as }),
    delete: (path, body, as = 'admin') => send('DELETE', path, { body, as }),
    ticket: async (members = {}, as = 'admin') => {
      const ticket = { comment: { body: 'b' }, ...members };
      const answer = await client.post('/tickets.json', { ticket }, as);
      if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
      return answer.at('ticket') as MadeTicket;
    },
    job: async (answer) => {
      let polled = answer;
      for (let polls = 0; polled.at('job_status.status') !== 'completed' && polls < 10; polls += 1)
        polled = await client.get(answer.string('job_status.url'));
      return polled;
    },
    wait: async (seconds) => {
      await client.post('/__sandbox/clock', { advance_seconds: seconds });
    },
    close: () => sandbox.close(),
  };
  return client;
}

function urlOf(sandbox: Sandbox, path: string): string {
  if (path.startsWith('http')) return path;
  return `${sandbox.url}${path.startsWith('/__') ? '' : '/api/v2'}${path}`;
}

function headersOf(
  { credentials }: Sandbox,
  { as = 'admin', body, headers = {} }: RequestOptions,
): Record<string, string> {
  return {
    ...(as === null ? {} : { authorization: credentials[as].authorization }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  };
}

function textOf(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** An answer whose JSON, if it has any, is read. */
function answerOf(response: Response, text: string): Answer {
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  const body: unknown = isJson && text !== '' ? JSON.parse(text) : null;
  const at = (path: string): unknown => lookUp(body, path.split('.'));
  const expected = <T>(path: string, holds: (value: unknown) => value is T): T => {
    const value = at(path);
    if (!holds(value)) throw new Error(`unexpected ${path} in ${response.status} ${text}`);
    return value;
  };
  return {
    status: response.status,
    headers: response.headers,
    text,
    body,
    at,
    number: (path) => expected(path, (value) => typeof value === 'number'),
    string: (path) => expected(path, (value) => typeof value === 'string'),
    list: (path) => expected(path, (value): value is readonly unknown[] => Array.isArray(value)),
  };
}

function lookUp(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return value;
  if (Array.isArray(value)) {
    const items = value as readonly unknown[];
    return name === '*'
      ? items.map((item) => lookUp(item, rest))
      : lookUp(items.at(Number(name)), rest);
  }
  if (typeof value !== 'object' || value === null) return undefined;
  return lookUp((value as Readonly<Record<string, unknown>>)[name], rest);
}
