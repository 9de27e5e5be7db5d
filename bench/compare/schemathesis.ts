/**
 * One run of Schemathesis as its users run it: default checks, default phases, its own report. What
 * it reports of an operation is told as a kind of failure and the operation's id.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OPERATIONS } from '../../tests/fault-server/operations/index.ts';
import { startFaultServer } from '../../tests/fault-server/start-fault-server.ts';
import type { Planted, Reported, Tried } from './contender.ts';

export interface SchemathesisOptions {
  readonly command: string;
  readonly spec: string;
  readonly seed: number;
  /** Of each operation; undefined leaves it at its default. */
  readonly maxExamples: number | undefined;
}

/** What hangs is found as well, and sooner; the other contender is given the same. */
const REQUEST_TIMEOUT_S = 3;

/** A run that takes longer is broken off, and has reported nothing. */
const LONGEST_RUN_MS = 300_000;

/** @returns what it reported; nothing where it did not come to its end */
export async function trySchemathesis(
  planted: Planted,
  { command, spec, seed, maxExamples }: SchemathesisOptions,
): Promise<Tried> {
  const server = await startFaultServer(planted);
  const folder = mkdtempSync(path.join(tmpdir(), 'assay-compare-'));
  const startedAt = performance.now();
  const { readerToken, deskKey } = server.credentials;
  try {
    await finished(command, folder, [
      ...['--no-color', 'run', spec, '--url', server.url, '--seed', String(seed)],
      ...['-H', `Authorization: Bearer ${readerToken}`, '-H', `X-Desk-Key: ${deskKey}`],
      ...['--request-timeout', String(REQUEST_TIMEOUT_S)],
      ...(maxExamples === undefined ? [] : ['--max-examples', String(maxExamples)]),
      ...['--report', 'json', '--report-json-path', 'report.json', '--report-dir', '.'],
    ]);
    const seconds = (performance.now() - startedAt) / 1000;
    return {
      reported: reportedIn(path.join(folder, 'report.json')),
      requests: server.requests(),
      seconds,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await server.close();
  }
}

/** @returns its version, or undefined where it is not there */
export async function versionOf(command: string): Promise<string | undefined> {
  try {
    const text = await finished(command, tmpdir(), ['--version']);
    return /\d+\.\d+\.\d+/.exec(text)?.[0];
  } catch {
    return undefined;
  }
}

function finished(command: string, cwd: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'ignore'] });
    const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_RUN_MS);
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(timer);
      resolve(output);
    });
  });
}

interface Report {
  readonly failures: readonly { readonly type: string; readonly operations: readonly string[] }[];
  readonly errors: readonly { readonly type?: string; readonly operations?: readonly string[] }[];
}

/** Errors are told as well: a connection that breaks is one, and is what some defects do. */
function reportedIn(file: string): readonly Reported[] {
  let report: Report;
  try {
    // As version 4.32 writes it.
    report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return [];
  }
  return [...report.failures, ...report.errors].flatMap(({ type = 'error', operations = [] }) =>
    operations.flatMap((label) => {
      const operation = OPERATIONS.find((one) => `${one.method} ${one.path}` === label)?.id;
      return operation === undefined ? [] : [{ kind: type, operation }];
    }),
  );
}
