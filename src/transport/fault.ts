/**
 * Names what went wrong on the wire. The codes of Node, OpenSSL and undici are read here and
 * nowhere else, so that checks blame by kind and never by the text of an error.
 */
import { errors } from 'undici';
import type { FaultKind, TransportFault } from './exchange.ts';

export function fault(kind: FaultKind, message: string): TransportFault {
  return { kind: 'fault', fault: kind, message };
}

/** The fault behind an error of the connection to `origin`. */
export function faultOf(error: Error, origin: string): TransportFault {
  const code = codeOf(error);
  if (isTls(code, error.message))
    return fault('tls', `No secure connection to ${origin} (${code || error.message}).`);
  if (UNREACHABLE.has(code)) return fault('unreachable', `Nothing answers at ${origin} (${code}).`);
  if (code === 'UND_ERR_HEADERS_OVERFLOW')
    return fault('too-large', 'The header section of the answer passes the bound on its size.');
  if (isMalformed(code, error))
    return fault(
      'malformed',
      `What came is no well-formed HTTP/1.1: ${malformation(error, code)}.`,
    );
  return fault(
    'reset',
    `The connection broke before the answer was whole (${reason(error, code)}).`,
  );
}

const UNREACHABLE: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'EINVAL',
  'EACCES',
  'EPERM',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Codes of node:tls, of OpenSSL's library errors and of its certificate verification. */
const TLS_CODE =
  /^(ERR_(TLS|SSL)_|EPROTO$|CERT_|CRL_|UNABLE_TO_|ERROR_IN_C|DEPTH_ZERO_|SELF_SIGNED_|INVALID_CA$|INVALID_PURPOSE$|PATH_LENGTH_|HOSTNAME_MISMATCH$|UND_ERR_PRX_TLS$)/;

function isTls(code: string, message: string): boolean {
  // A peer that hangs up in the handshake gives ECONNRESET: only the text tells it from a reset.
  return TLS_CODE.test(code) || message.includes('before secure TLS connection was established');
}

/** undici gives a stray 100 or 101 the code of a lost connection; only its text is telling. */
const STRAY_ANSWER: ReadonlySet<string> = new Set(['bad response', 'bad upgrade']);

function isMalformed(code: string, error: Error): boolean {
  return (
    error instanceof errors.HTTPParserError ||
    code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' ||
    (code === 'UND_ERR_SOCKET' && STRAY_ANSWER.has(error.message))
  );
}

function malformation(error: Error, code: string): string {
  if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH')
    return 'the body is not as long as its Content-Length says';
  if (error.message === 'bad upgrade') return 'it switches protocols unasked';
  if (error.message === 'bad response') return '100 Continue, which no request asked for';
  const [, detail] = /\((.*)\)$/.exec(error.message) ?? [];
  return detail ?? error.message;
}

function reason(error: Error, code: string): string {
  return code === '' || code === 'UND_ERR_SOCKET' ? error.message : code;
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
