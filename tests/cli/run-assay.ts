/** Runs the command line as users do, in a process of its own, from sources. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const JITI = path.join(ROOT, 'node_modules', 'jiti', 'lib', 'jiti-cli.mjs');
const MAIN = path.join(ROOT, 'src', 'cli', 'main.ts');

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Where {
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts it; what it prints can be read from the child's streams. */
export function startAssay(args: readonly string[], { folder, env }: Where = {}): ChildProcess {
  // Undefined takes a variable of our own surroundings away.
  const neutral = { CI: undefined, FORCE_COLOR: undefined, ASSAY_AUTH: undefined };
  return spawn(process.execPath, [JITI, MAIN, ...args], {
    cwd: folder ?? ROOT,
    env: { ...process.env, ...neutral, ...env },
  });
}

/** Runs it to its end. */
export async function assay(args: readonly string[], where: Where = {}): Promise<Finished> {
  return finished(startAssay(args, where));
}

/** Waits for a started one. */
export async function finished(child: ChildProcess): Promise<Finished> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout, stderr };
}

/** A folder of its own that holds these files. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'assay-cli-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

/** A description of two readers, one of which refers to nothing. */
export const PETS = `openapi: 3.1.0
info: { title: Pets, version: '1' }
servers: [{ url: http://127.0.0.1:1 }]
paths:
  /pets:
    get:
      operationId: ListPets
      tags: [pets]
      responses:
        '200':
          description: Pets.
          content:
            application/json:
              schema: { type: array }
  /toys:
    get:
      operationId: ListToys
      responses:
        '200':
          description: Toys.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Toys' }
`;
