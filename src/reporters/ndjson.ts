/**
 * `run.ndjson`: every event, one JSON object a line, in the order it happened; its first line
 * carries the version of the format. All other reports can be made again from it.
 */
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RunEvent } from '../run/events.ts';
import type { Reporter } from './reporter.ts';

/**
 * Characters kept back for one write. Writing synchronously in large pieces costs a run less than
 * a stream does (no queue that grows while requests are fast), and leaves nothing unwritten when
 * the process ends.
 */
const CHUNK_LENGTH = 128 * 1024;

/** @returns a reporter that writes `file`, made anew with its folder at the first event. */
export function createNdjsonReporter(file: string): Reporter {
  return new NdjsonReporter(file);
}

class NdjsonReporter implements Reporter {
  readonly name = 'ndjson';
  readonly #file: string;
  #descriptor: number | undefined;
  #pending = '';

  constructor(file: string) {
    this.#file = file;
  }

  on(event: RunEvent): void {
    this.#pending += render(event);
    // A failure is written at once, for whoever follows the file.
    if (this.#pending.length >= CHUNK_LENGTH || event.kind === 'failure') this.#flush();
  }

  close(): Promise<void> {
    try {
      this.#flush();
    } finally {
      if (this.#descriptor !== undefined) closeSync(this.#descriptor);
      this.#descriptor = undefined;
    }
    return Promise.resolve();
  }

  #flush(): void {
    const pending = this.#pending;
    if (pending === '') return;
    this.#pending = '';
    this.#descriptor ??= open(this.#file);
    writeFileSync(this.#descriptor, pending);
  }
}

/** One line; JSON escapes line ends and lone surrogates by itself (ECMA-262, JSON.stringify). */
export function render(event: RunEvent): string {
  if (event.kind === 'verdict') {
    const { checks, ...about } = event;
    return line(about, 'checks', checks);
  }
  if (event.kind === 'exchange') {
    const { outcome, ...about } = event;
    return line(about, 'outcome', outcome);
  }
  return `${JSON.stringify(event)}\n`;
}

/** Many events share one object, which is most of their text: an answer, or what was said of it. */
function line(about: object, name: string, shared: object): string {
  const text = rendered.get(shared) ?? JSON.stringify(shared);
  rendered.set(shared, text);
  return `${JSON.stringify(about).slice(0, -1)},"${name}":${text}}\n`;
}

const rendered = new WeakMap<object, string>();

function open(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true });
  return openSync(file, 'w');
}
