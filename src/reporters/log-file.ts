/**
 * A file that is written in large pieces, synchronously: that costs a run less than a stream does
 * (no queue that grows while requests are fast), and leaves nothing unwritten when the process ends.
 */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';

/** Bytes kept back for one write. */
const CHUNK_BYTES = 256 * 1024;

/** Most bytes that one UTF-16 unit takes in UTF-8. */
const MOST_BYTES = 3;

export class LogFile {
  readonly #path: string;
  readonly #chunk = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  #used = 0;
  #descriptor: number | undefined;

  /** @param file made anew, with its folder, at the first write */
  constructor(file: string) {
    this.#path = file;
  }

  /** @param piece a text, or its UTF-8 */
  append(piece: string | Uint8Array): void {
    const most = piece.length * MOST_BYTES;
    if (most > CHUNK_BYTES - this.#used) this.flush();
    if (most > CHUNK_BYTES) {
      this.#write(typeof piece === 'string' ? Buffer.from(piece) : piece);
    } else if (typeof piece === 'string') {
      this.#used += this.#chunk.write(piece, this.#used);
    } else {
      this.#chunk.set(piece, this.#used);
      this.#used += piece.byteLength;
    }
  }

  flush(): void {
    const kept = this.#chunk.subarray(0, this.#used);
    this.#used = 0;
    if (kept.byteLength > 0) this.#write(kept);
  }

  close(): void {
    try {
      this.flush();
    } finally {
      if (this.#descriptor !== undefined) closeSync(this.#descriptor);
      this.#descriptor = undefined;
    }
  }

  #write(bytes: Uint8Array): void {
    this.#descriptor ??= open(this.#path);
    for (let at = 0; at < bytes.byteLength;) {
      at += writeSync(this.#descriptor, bytes, at);
    }
  }
}

function open(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true });
  return openSync(file, 'w');
}
