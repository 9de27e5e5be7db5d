/**
 * The corpora of the bench: the groups of the JSON-Schema-Test-Suite with their tests, and real
 * schemas without.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SchemaDialect } from '../../src/schema/index.ts';

const DATA = fileURLToPath(new URL('../data/', import.meta.url));

export interface SuiteTest {
  readonly data: unknown;
  readonly valid: boolean;
}

export interface Entry {
  readonly name: string;
  readonly dialect: SchemaDialect;
  readonly schema: unknown;
  readonly remotes: Readonly<Record<string, unknown>>;
  /** Empty for a real schema. */
  readonly tests: readonly SuiteTest[];
}

const FOLDERS = { '2020-12': 'draft2020-12', 'draft-07': 'draft7' } as const;

/** @returns every group of the suite in that dialect. */
export function suite(dialect: keyof typeof FOLDERS): readonly Entry[] {
  const root = join(DATA, 'json-schema-test-suite/tests', FOLDERS[dialect]);
  const remotes = remotesOf(FOLDERS[dialect]);
  return jsonFiles(root).flatMap((file) => {
    const groups = readJson(file) as readonly {
      readonly description: string;
      readonly schema: unknown;
      readonly tests: readonly SuiteTest[];
    }[];
    return groups.map(({ description, schema, tests }) => {
      const name = `${dialect} ${relative(root, file).replace('.json', '')}: ${description}`;
      return { name, dialect, schema, remotes, tests };
    });
  });
}

/** @returns the real schemas, in the dialect that each names. */
export function realSchemas(): readonly Entry[] {
  const root = join(DATA, 'real-schemas');
  return jsonFiles(root).map((file) => {
    const schema = readJson(file) as Readonly<Record<string, unknown>>;
    const named = /draft-0[467]|20\d\d-\d\d/.exec(String(schema['$schema']))?.[0] ?? 'draft-07';
    // The expression lets nothing else through.
    const dialect = named as SchemaDialect;
    return { name: relative(root, file), dialect, schema, remotes: {}, tests: [] };
  });
}

function remotesOf(folder: string): Readonly<Record<string, unknown>> {
  const root = join(DATA, 'json-schema-test-suite/remotes');
  const remotes: Record<string, unknown> = {};
  for (const file of jsonFiles(root)) {
    const path = relative(root, file);
    const ofDraft = /^draft[\w-]+/.exec(path)?.[0];
    if (ofDraft === undefined || ofDraft === folder)
      remotes[`http://localhost:1234/${path}`] = readJson(file);
  }
  return remotes;
}

function jsonFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => join(folder, file));
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
