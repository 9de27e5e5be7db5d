/**
 * One line that sends a request again from a shell, byte for byte but for its secrets: the
 * credential stands as `$ASSAY_AUTH`. Written here because published generators put fuzzed values
 * where a shell expands them.
 */
import type { HeaderField, PreparedRequest } from '../wire/request.ts';
import { parseBaseUrl } from './base-url.ts';
import type { Redactor } from './redaction.ts';
import { isPasteable, printfCommand, shellWord } from './shell-word.ts';
import type { ShownAuthorization } from './shown-authorization.ts';

interface CurlOptions {
  readonly baseUrl: string;
  readonly request: PreparedRequest;
  readonly redactor: Redactor;
  /** In the place of the Authorization header that the request carries, where it is a credential's. */
  readonly authorization?: ShownAuthorization | undefined;
}

/** A command for a POSIX shell with curl 7.55 or newer, without line breaks and without secrets. */
export function curlCommand({ baseUrl, request, redactor, authorization }: CurlOptions): string {
  const body = redactedBody(request, redactor);
  const isInline = body !== undefined && isInlineBody(body);
  const words = [
    'curl -sS -g --path-as-is',
    ...methodOption(request, body),
    ...headerOptions(request, { redactor, authorization, body }),
    ...(body === undefined ? [] : ['--data-binary', isInline ? shellWord(utf8(body)) : '@-']),
    ...urlWords(baseUrl, redactor.text(request.target)),
  ];
  const command = words.join(' ');
  return body === undefined || isInline ? command : `${writeCommand(body)} | ${command}`;
}

/** Bytes are read as Latin-1, which loses none; the redactor knows UTF-8 in that disguise. */
function redactedBody(request: PreparedRequest, redactor: Redactor): Buffer | undefined {
  const { body, method } = request;
  if (body === undefined || body.byteLength === 0)
    return EXPECTS_BODY.has(method) ? Buffer.alloc(0) : undefined;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1');
  return Buffer.from(redactor.text(bytes), 'latin1');
}

/** The transport gives these a Content-Length of 0 where they have no body. */
const EXPECTS_BODY: ReadonlySet<string> = new Set([
  'POST',
  'PUT',
  'PATCH',
  'QUERY',
  'PROPFIND',
  'PROPPATCH',
]);

/** Linux takes no single argument beyond 128 KiB; far below that a line is no longer read. */
const MAX_INLINE_BYTES = 16_384;

function isInlineBody(body: Buffer): boolean {
  const text = utf8(body);
  return (
    body.byteLength <= MAX_INLINE_BYTES &&
    !text.startsWith('@') &&
    isPasteable(text) &&
    Buffer.from(text, 'utf8').equals(body)
  );
}

const utf8 = (body: Buffer): string => body.toString('utf8');

/** Text stays readable; of other bytes base64 is the shortest. */
function writeCommand(body: Buffer): string {
  const isText = Buffer.from(utf8(body), 'utf8').equals(body);
  return isText
    ? printfCommand(body)
    : `printf %s ${shellWord(body.toString('base64'))} | base64 -d`;
}

function methodOption({ method }: PreparedRequest, body: Buffer | undefined): readonly string[] {
  if (body === undefined && method === 'GET') return ['-i'];
  // With -X HEAD curl would wait for a body that never comes.
  if (body === undefined && method === 'HEAD') return ['-I'];
  return ['-i', '-X', shellWord(method)];
}

interface HeaderContext {
  readonly redactor: Redactor;
  readonly authorization: ShownAuthorization | undefined;
  readonly body: Buffer | undefined;
}

function headerOptions(request: PreparedRequest, context: HeaderContext): readonly string[] {
  const fields = context.redactor.headers(request.headers);
  const names = new Set(fields.map(([name]) => name.toLowerCase()));
  const { authorization } = context;
  return [
    ...fields
      .filter(([name]) => name.toLowerCase() !== 'content-length')
      .map((field) =>
        authorization !== undefined && field[0].toLowerCase() === 'authorization'
          ? `-H "Authorization: ${authorization}"`
          : `-H ${headerWord(field)}`,
      ),
    ...curlsOwn(context.body)
      .filter((name) => !names.has(name.toLowerCase()))
      .map((name) => `-H ${name}:`),
  ];
}

/** Headers that curl adds unless it is told not to. */
function curlsOwn(body: Buffer | undefined): readonly string[] {
  if (body === undefined) return ['User-Agent', 'Accept'];
  return ['User-Agent', 'Accept', 'Content-Type', ...(body.byteLength > 1e6 ? ['Expect'] : [])];
}

function headerWord([name, value]: HeaderField): string {
  // `Name:` would tell curl to leave the header out.
  if (/^[ \t]*$/.test(value)) return shellWord(`${name};`);
  const line = `${name}: ${value}`;
  if (/^[\x20-\x7e]*$/.test(line)) return shellWord(line);
  // One byte a character, which no UTF-8 terminal can be typed; nothing is expanded within.
  return `"$(${printfCommand(Buffer.from(line, 'latin1'))})"`;
}

/** A target that curl would cut or rewrite is given apart from the URL. */
function urlWords(baseUrl: string, target: string): readonly string[] {
  const { origin, pathPrefix } = parseBaseUrl(baseUrl);
  const version = origin.startsWith('https:') ? ['--http1.1'] : [];
  const whole = pathPrefix + target;
  if (/^[\x21\x22\x24-\x5b\x5d-\x7e]*$/.test(whole)) return [...version, shellWord(origin + whole)];
  const word = /^[\x21-\x7e]*$/.test(whole)
    ? shellWord(whole)
    : `"$(${printfCommand(Buffer.from(whole, 'latin1'))})"`;
  return [...version, '--request-target', word, shellWord(origin)];
}
