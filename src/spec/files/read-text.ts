/**
 * Brings the text behind a `file:` or `http(s):` URL, bounded in size and time. What went wrong is
 * data: for the root it ends the run, for a referenced file it is one problem among others.
 */
import { open } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export type TextRead =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly url: string;
      readonly mediaType: string;
    }
  | { readonly kind: 'failed'; readonly reason: string; readonly cause?: unknown };

export interface ReadTextOptions {
  readonly authorization?: string | undefined;
  /** Says no to a redirect; absent: each is followed. */
  readonly mayRedirectTo?: (url: URL) => boolean;
}

const MAX_BYTES = 128 * 1024 * 1024;
const TOO_LARGE = `it is larger than ${MAX_BYTES / 1024 / 1024} MB`;
const TIMEOUT_MS = 30_000;
const MAX_REDIRECTS = 5;

/** @returns the text, decoded by its byte order mark (UTF-8 without one), or why there is none. */
export async function readText(url: string, options: ReadTextOptions = {}): Promise<TextRead> {
  try {
    return url.startsWith('file:') ? await readFileText(url) : await fetchText(url, options);
  } catch (cause) {
    return { kind: 'failed', reason: describeReadError(cause), cause };
  }
}

async function readFileText(url: string): Promise<TextRead> {
  const handle = await open(fileURLToPath(url), 'r');
  try {
    const stats = await handle.stat();
    if (stats.isDirectory()) return { kind: 'failed', reason: 'it is a folder' };
    // A pipe is what a shell's `<(command)` gives; a device could go on for ever.
    if (!stats.isFile() && !stats.isFIFO()) return { kind: 'failed', reason: 'it is no file' };
    if (stats.size > MAX_BYTES) return { kind: 'failed', reason: TOO_LARGE };
    return { kind: 'text', text: decode(await handle.readFile()), url, mediaType: '' };
  } finally {
    await handle.close();
  }
}

async function fetchText(start: string, options: ReadTextOptions): Promise<TextRead> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let url = start;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const sameOrigin = new URL(url).origin === new URL(start).origin;
    const answer = await fetch(url, {
      redirect: 'manual',
      signal,
      headers: {
        accept: 'application/vnd.oai.openapi+json, application/json, application/yaml, */*;q=0.8',
        // Credentials are for the origin they were given for, never for where it sends us.
        ...(options.authorization && sameOrigin ? { authorization: options.authorization } : {}),
      },
    });
    const location = answer.headers.get('location');
    if (answer.status < 300 || answer.status > 399 || location === null)
      return readBody(answer, url);
    await answer.body?.cancel();
    const next = new URL(location, url);
    if (options.mayRedirectTo?.(next) === false) {
      return { kind: 'failed', reason: `it redirects to ${next.origin}, which is not followed` };
    }
    url = next.href;
  }
  return { kind: 'failed', reason: `more than ${MAX_REDIRECTS} redirects` };
}

async function readBody(answer: Response, url: string): Promise<TextRead> {
  if (!answer.ok) {
    await answer.body?.cancel();
    const text = answer.statusText === '' ? '' : ` ${answer.statusText}`;
    return { kind: 'failed', reason: `it answered ${answer.status}${text}` };
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer.body ?? []) {
    // The DOM types leave chunks untyped; fetch bodies are byte streams.
    const part = chunk as Uint8Array;
    bytes += part.byteLength;
    if (bytes > MAX_BYTES) return { kind: 'failed', reason: TOO_LARGE };
    chunks.push(part);
  }
  const mediaType = answer.headers.get('content-type') ?? '';
  return { kind: 'text', text: decode(Buffer.concat(chunks)), url, mediaType };
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'reading it is not permitted',
  ECONNREFUSED: 'the connection was refused',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host name could not be looked up',
  ECONNRESET: 'the connection was reset',
  TimeoutError: `no whole answer within ${TIMEOUT_MS / 1000} s`,
};

function describeReadError(error: unknown): string {
  // fetch wraps the telling error (a refused connection, a bad certificate) as its cause.
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(inner instanceof Error)) return String(inner);
  const code = 'code' in inner && typeof inner.code === 'string' ? inner.code : inner.name;
  return WORDS[code] ?? inner.message;
}
