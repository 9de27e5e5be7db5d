/**
 * Sends one request on a socket of its own and keeps all that comes until the connection ends. A
 * client of HTTP stops listening where an answer may have no content (RFC 9112, 6.3), and so never
 * sees what a server sends there all the same.
 */
import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import type { HeaderField, PreparedRequest } from '../wire/request.ts';
import { fault, faultOf } from './fault.ts';
import { Interrupted } from './interrupted.ts';
import type { Delivery } from './sending.ts';

interface HearOutPlan {
  /** Scheme, host and port. */
  readonly origin: string;
  readonly pathPrefix: string;
  readonly request: PreparedRequest;
  readonly timeoutMs: number;
  readonly maxAnswerBytes: number;
  readonly signal: AbortSignal | undefined;
}

/** So long after the last byte a server that keeps the connection open is taken to have said all. */
const QUIET_MS = 250;

/**
 * @returns the answer, its body being whatever came behind its head, framing and all
 * @throws {Interrupted} the signal was aborted
 */
export async function hearOut(plan: HearOutPlan): Promise<Delivery> {
  const socket = open(new URL(plan.origin));
  const watch = { signal: plan.signal, timeoutMs: plan.timeoutMs, limit: plan.maxAnswerBytes };
  try {
    socket.write(messageOf(plan));
    const bytes = await everythingFrom(socket, watch);
    return { outcome: answerIn(bytes), endedMs: performance.now(), isConclusive: true };
  } catch (error) {
    if (error instanceof Interrupted || !(error instanceof Error)) throw error;
    const outcome = faultOf(error, plan.origin);
    return { outcome, endedMs: performance.now(), isConclusive: true };
  } finally {
    socket.destroy();
  }
}

function open({ protocol, hostname, port }: URL): Socket {
  const isSecure = protocol === 'https:';
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const number = Number(port || (isSecure ? 443 : 80));
  if (!isSecure) return connectPlain(number, host);
  // An address is no name to ask a certificate by (RFC 6066, section 3).
  const isName = !/^[\d.]+$|:/.test(host);
  return connectSecurely({ host, port: number, ...(isName ? { servername: host } : {}) });
}

function messageOf({ origin, pathPrefix, request }: HearOutPlan): Buffer {
  const { method, target, headers, body } = request;
  const given = new Set(headers.map(([name]) => name.toLowerCase()));
  const own: readonly HeaderField[] = [
    ['Host', new URL(origin).host],
    ['Connection', 'close'],
    ...(body === undefined ? [] : [['Content-Length', String(body.byteLength)] as const]),
  ];
  const fields = [...own.filter(([name]) => !given.has(name.toLowerCase())), ...headers];
  const lines = fields.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const head = `${method} ${pathPrefix}${target} HTTP/1.1\r\n${lines}\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), body ?? Buffer.alloc(0)]);
}

interface Watch {
  readonly signal: AbortSignal | undefined;
  readonly timeoutMs: number;
  readonly limit: number;
}

/** @returns what came until the end, the quiet after a whole head, the time's end or the limit */
function everythingFrom(socket: Socket, { signal, timeoutMs, limit }: Watch): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let bytes = Buffer.alloc(0);
    const settle = (): void => {
      resolve(bytes);
    };
    const interrupt = (): void => {
      reject(new Interrupted());
    };
    if (signal?.aborted === true) interrupt();
    signal?.addEventListener('abort', interrupt, { once: true });
    const timer = setTimeout(settle, timeoutMs);
    let quiet: NodeJS.Timeout | undefined;
    socket.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      clearTimeout(quiet);
      if (bytes.length > limit) settle();
      else if (headOf(bytes) !== undefined) quiet = setTimeout(settle, QUIET_MS);
    });
    // A server may reset the connection of a client that asked for its end: what came, came.
    socket.on('error', (error) => {
      if (bytes.length > 0) settle();
      else reject(error);
    });
    socket.on('close', () => {
      clearTimeout(timer);
      clearTimeout(quiet);
      signal?.removeEventListener('abort', interrupt);
      settle();
    });
  });
}

interface Head {
  readonly status: number;
  readonly lines: readonly string[];
  /** Where what follows it begins. */
  readonly end: number;
}

/** @returns the first head that is none of an interim answer; undefined where it is not whole. */
function headOf(bytes: Buffer): Head | undefined {
  for (let start = 0; ;) {
    const blank = bytes.indexOf('\r\n\r\n', start);
    if (blank < 0) return undefined;
    const [first = '', ...lines] = bytes.toString('latin1', start, blank).split('\r\n');
    const status = Number(/^HTTP\/1\.[01] (\d{3})(?: |$)/.exec(first)?.[1] ?? 0);
    const end = blank + 4;
    if (status >= 200 || status === 0) return { status, lines, end };
    start = end;
  }
}

function answerIn(bytes: Buffer): Delivery['outcome'] {
  const head = headOf(bytes);
  if (head === undefined) return fault('timeout', 'No whole head of an answer came.');
  if (head.status === 0) return fault('malformed', 'What came is no answer of HTTP/1.1.');
  const headers = head.lines.map((line): HeaderField => {
    const [name = '', ...rest] = line.split(':');
    return [name, rest.join(':').trim()];
  });
  return { kind: 'answer', status: head.status, headers, body: bytes.subarray(head.end) };
}
