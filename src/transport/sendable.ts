/**
 * What HTTP/1.1 allows in a request's head (RFC 9110, 5.5, 5.6.2 and 9.1; RFC 9112, 3.2). Asked
 * before undici is: a pool whose connection refuses a request counts it as busy from then on, and
 * a few refusals would stop the run.
 */
import type { HeaderField, PreparedRequest } from '../wire/request.ts';

/** Why the request can't be put on the wire, as a clause; undefined when it can. */
export function unsendableBecause(request: PreparedRequest): string | undefined {
  if (!TOKEN.test(request.method) || request.method === 'CONNECT')
    return `${JSON.stringify(request.method)} is no method to send`;
  if (!TARGET.test(request.target))
    return 'its path or query holds a blank, a control character or one beyond Latin-1';
  let hosts = 0;
  for (const field of request.headers) {
    const fault = headerFault(field, request.body?.byteLength ?? 0);
    if (fault !== undefined) return fault;
    if (field[0].toLowerCase() === 'host') hosts += 1;
  }
  return hosts > 1 ? 'it names more than one Host' : undefined;
}

const TOKEN = /^[!#$%&'*+.^_`|~\w-]+$/;
const TARGET = /^\/[\x21-\xff]*$/;
const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

function headerFault([name, value]: HeaderField, bodyBytes: number): string | undefined {
  if (!TOKEN.test(name)) return `${JSON.stringify(name)} is no header name`;
  if (!FIELD_VALUE.test(value))
    return `the value of the header ${name} holds a line break, a control character or one beyond Latin-1`;
  const isFine = FRAMING.get(name.toLowerCase());
  return isFine === undefined || isFine(value, bodyBytes)
    ? undefined
    : `the header ${name} would contradict how the message is framed`;
}

type IsFine = (value: string, bodyBytes: number) => boolean;

/** Headers that say where a message ends or what becomes of its connection, and what may stand there. */
const FRAMING: ReadonlyMap<string, IsFine> = new Map<string, IsFine>([
  ['content-length', (value, bodyBytes) => value === String(bodyBytes)],
  ['connection', (value) => value.split(',').every((option) => TOKEN.test(option.trim()))],
  ['transfer-encoding', () => false],
  ['keep-alive', () => false],
  ['upgrade', () => false],
  ['expect', () => false],
]);
