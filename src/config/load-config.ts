/**
 * Finds and reads the configuration file: assay.config in the current folder, or the one that is
 * named. TypeScript is read through jiti, which is loaded for it alone.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ConfigError } from './config-error.ts';

interface LoadedConfig {
  /** The path from the current folder, for messages; absent where there is no file. */
  readonly file: string | undefined;
  readonly folder: string;
  /** What the file holds, unchecked; an empty object where there is no file. */
  readonly user: unknown;
}

const EXTENSIONS = ['ts', 'js', 'mjs', 'json', 'yaml', 'yml'] as const;

/** @throws {ConfigError} the named file is not there, several are, or one can't be read */
export async function loadConfig(currentFolder: string, named?: string): Promise<LoadedConfig> {
  const file = named ?? findConfig(currentFolder);
  if (file === undefined) return { file, folder: '', user: {} };
  const fullPath = path.resolve(currentFolder, file);
  if (!existsSync(fullPath))
    throw new ConfigError(`There is no configuration file ${JSON.stringify(file)}.`, {
      hint: 'It is looked for from the current folder; without --config, assay.config.* is read.',
    });
  const shown = path.relative(currentFolder, fullPath);
  return { file: shown, folder: path.dirname(shown), user: await readConfig(fullPath, shown) };
}

function findConfig(folder: string): string | undefined {
  const found = EXTENSIONS.map((extension) => `assay.config.${extension}`).filter((name) =>
    existsSync(path.join(folder, name)),
  );
  if (found.length > 1)
    throw new ConfigError(`There are several configuration files: ${found.join(', ')}.`, {
      hint: 'Keep one, or name it with --config.',
    });
  return found[0];
}

async function readConfig(fullPath: string, shown: string): Promise<unknown> {
  const extension = path.extname(fullPath).slice(1).toLowerCase();
  if (extension === 'json' || extension === 'yaml' || extension === 'yml')
    return readData(fullPath, shown);
  try {
    return extension === 'ts' || extension === 'mts'
      ? await importTypeScript(fullPath)
      : defaultExport(await import(pathToFileURL(fullPath).href));
  } catch (error) {
    throw new ConfigError(`${shown} can't be loaded: ${messageOf(error)}`, {
      hint: 'It is run as a module; the message is its own.',
      cause: error,
    });
  }
}

/** JSON is read as YAML, which it is a part of, so that mistakes have a line. */
async function readData(fullPath: string, shown: string): Promise<unknown> {
  const { LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(fullPath, 'utf8'), {
    lineCounter: lines,
    prettyErrors: false,
  });
  const [mistake] = document.errors;
  if (mistake === undefined) return document.toJS();
  const { line, col } = lines.linePos(mistake.pos[0]);
  throw new ConfigError(`${shown} can't be read: ${mistake.message}`, {
    hint: 'Mend the syntax there.',
    location: { file: shown, line, column: col },
  });
}

async function importTypeScript(fullPath: string): Promise<unknown> {
  const { createJiti } = await import('jiti');
  const jiti = createJiti(import.meta.url, { alias: ownModules() });
  return defaultExport(await jiti.import(fullPath));
}

/** `assay` in a configuration file is the package that reads it, installed beside it or not. */
function ownModules(): Record<string, string> {
  const extension = path.extname(import.meta.url);
  const file = (name: string): string =>
    fileURLToPath(new URL(`../${name}${extension}`, import.meta.url));
  return {
    assay: file('index'),
    'assay/vitest': file('vitest'),
    'assay/schema': file('schema/index'),
  };
}

function defaultExport(loaded: unknown): unknown {
  return typeof loaded === 'object' && loaded !== null && 'default' in loaded
    ? loaded.default
    : undefined;
}

function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0] ?? '';
}
