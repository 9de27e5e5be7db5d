/**
 * A server that repeats all it was told about itself (headers, query, body, and the credentials
 * decoded) wherever an answer can hold text, escaped in the ways that servers escape.
 */
import type { ServerResponse } from 'node:http';
import { json, serve, type Received, type RecordingServer } from './recording-server.ts';

/**
 * Starts it on loopback until the test ends; it serves e2e-echo.openapi.yaml.
 * @param secret repeated without end in refusals, so that wherever a text is cut, one is cut in two
 */
export async function serveEcho(secret: string): Promise<RecordingServer> {
  return serve((request, response) => {
    const heard = { ...hear(request), chanted: secret.repeat(20) };
    (ANSWERS[request.path] ?? mirror)(heard, response);
  });
}

interface Heard {
  /** All of it, one after the other. */
  readonly all: string;
  /** The same as a header may carry it. */
  readonly field: string;
  readonly chanted: string;
}

function hear({ headers, target, body }: Received): Omit<Heard, 'chanted'> {
  const parts = [
    ...Object.values(headers).flatMap((value) => value ?? []),
    ...(headers.cookie ?? '').split('; ').map((pair) => pair.slice(pair.indexOf('=') + 1)),
    ...unpacked(headers.authorization),
    decodeURIComponent(target),
    ...new URLSearchParams(target.split('?')[1]).values(),
    body,
  ].filter((part) => part.length > 3);
  const all = parts
    .flatMap((part) => [
      part,
      Buffer.from(part).toString('base64'),
      Buffer.from(part).toString('base64url'),
      encodeURIComponent(part),
      encodeURIComponent(part).replaceAll(/%../g, (escape) => escape.toLowerCase()),
      JSON.stringify(part),
      part.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;'),
    ])
    .join(' | ');
  return { all: `${target} | ${all}`, field: all.replaceAll(/[^\x20-\x7e]/gu, encodeURIComponent) };
}

/** User and password of Basic, apart and together. */
function unpacked(authorization = ''): readonly string[] {
  const [, packed] = /^basic (.+)$/i.exec(authorization) ?? [];
  if (packed === undefined) return [];
  const pair = Buffer.from(packed, 'base64').toString('utf8');
  return [pair, ...pair.split(':')];
}

function mirror({ all, field }: Heard, response: ServerResponse): void {
  json(response, 200, { text: all, choice: all, pattern: all, [all]: 1 }, { 'X-Echo': field });
}

const ANSWERS: Readonly<Record<string, (heard: Heard, response: ServerResponse) => void>> = {
  '/refuse': ({ all, chanted }, response) => json(response, 401, { error: chanted, all }),
  '/refuse-in-text': ({ all, field, chanted }, response) =>
    response
      .writeHead(401, { 'Content-Type': 'text/plain', 'X-Echo': field })
      .end(`No: ${chanted} ${all}`),
  '/crash': ({ all, chanted }, response) =>
    response
      .writeHead(500, { 'Content-Type': 'text/plain' })
      .end(`Error: ${all}\n    at answer (/srv/${chanted}/index.js:1:1)`),
  '/garbled': ({ all, chanted }, response) =>
    response
      .writeHead(200, { 'Content-Type': 'application/json' })
      .end(`{"text": ${JSON.stringify(chanted)}, ${all}`),
  '/binary': ({ all }, response) =>
    response
      .writeHead(200, { 'Content-Type': 'application/octet-stream' })
      .end(Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(all), Buffer.of(0xff)])),
  '/typed': ({ field }, response) =>
    response
      .writeHead(200, { 'Content-Type': `text/x; heard="${field.replaceAll(/["\\]/g, '\\$&')}"` })
      .end('{}'),
  '/moved': ({ field }, response) =>
    response.writeHead(302, { Location: `/elsewhere?${field.replaceAll(' ', '%20')}` }).end(),
  '/nonsense': ({ field }, response) => {
    response.socket?.end(`HTTP/1.1 200\0 ${field}\r\n${field}\r\n\r\n${field}`);
  },
};
