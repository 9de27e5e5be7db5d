// The bytes of a request, up to a limit. A body beyond it is read to its end and thrown away, so that the client gets to
// see the refusal instead of a reset connection; a body beyond all measure is cut off.
import type { IncomingMessage } from 'node:http';

export type BodyBytes =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'cut-off' };

/** Bytes of an over-long body that are still read and dropped before the connection is given up. */
const DRAIN_BYTES = 256 * 1024 * 1024;
const NO_BYTES = new Uint8Array(0);

/** Reads a whole body; resolves also when the client goes away. */
export function readBody(request: IncomingMessage, limitBytes: number): Promise<BodyBytes> {
  if (!hasBody(request)) {
    request.resume();
    return Promise.resolve({ kind: 'read', bytes: NO_BYTES });
  }
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let seenBytes = 0;
    request.on('data', (chunk: Uint8Array) => {
      seenBytes += chunk.length;
      if (seenBytes <= limitBytes) chunks.push(chunk);
      else chunks.length = 0;
      if (seenBytes > DRAIN_BYTES) resolve({ kind: 'cut-off' });
    });
    request.on('end', () => {
      if (seenBytes > limitBytes) resolve({ kind: 'too-large' });
      else
        resolve({
          kind: 'read',
          bytes: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks),
        });
    });
    const giveUp = (): void => {
      resolve({ kind: 'cut-off' });
    };
    request.on('error', giveUp);
    request.on('close', giveUp);
  });
}

function hasBody(request: IncomingMessage): boolean {
  const length = request.headers['content-length'];
  return (
    request.headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0')
  );
}
