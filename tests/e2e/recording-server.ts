/** A small server of a test's own on loopback, which remembers every request it was sent. */
import http from 'node:http';
import { onTestFinished } from 'vitest';
import { listen } from '../transport/local-server.ts';

export interface Received {
  readonly method: string;
  /** Path and query as they came. */
  readonly target: string;
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
  readonly bytes: Uint8Array;
}

export interface RecordingServer {
  readonly port: number;
  readonly url: string;
  /** In the order they came, whole. */
  readonly received: readonly Received[];
}

export type Answer = (request: Received, response: http.ServerResponse) => void;

/** Answers each request once it has come whole, until the test ends. */
export async function serve(answer: Answer): Promise<RecordingServer> {
  const received: Received[] = [];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const path = url.split('?')[0] ?? '';
      const bytes = Buffer.concat(chunks);
      const body = bytes.toString('utf8');
      const whole = { method, target: url, path, headers, body, bytes };
      received.push(whole);
      answer(whole, response);
    });
  });
  onTestFinished(() => server.closeAllConnections());
  const port = await listen(server);
  return { port, url: `http://127.0.0.1:${String(port)}`, received };
}

/** Answers with a JSON body. */
export function json(
  response: http.ServerResponse,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response
    .writeHead(status, { 'Content-Type': 'application/json', ...headers })
    .end(JSON.stringify(value));
}
