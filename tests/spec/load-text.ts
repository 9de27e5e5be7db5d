/**
 * Loads a description given as text, from a folder of its own that is removed again. Other files may
 * be given by name; `root` is written as `openapi.yaml` beside them.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Api, Operation } from '../../src/spec/api.ts';
import { loadApi } from '../../src/spec/load-api.ts';

/** Loads the text as `openapi.yaml`; the folder is the current one while it loads. */
export async function loadText(
  root: string,
  files: Readonly<Record<string, string>> = {},
): Promise<Api> {
  const cwd = await mkdtemp(path.join(tmpdir(), 'assay-spec-'));
  try {
    for (const [name, text] of Object.entries({ 'openapi.yaml': root, ...files })) {
      await mkdir(path.dirname(path.join(cwd, name)), { recursive: true });
      await writeFile(path.join(cwd, name), text);
    }
    return await loadApi('openapi.yaml', { cwd });
  } finally {
    await rm(cwd, { recursive: true });
  }
}

/** Loads `paths` (and whatever else stands beside it) under a head in OpenAPI 3.1. */
export async function loadPaths(yaml: string, version = '3.1.0'): Promise<Api> {
  return loadText(`openapi: ${version}\ninfo: { title: T, version: '1' }\n${dedent(yaml)}`);
}

/** Loads one operation, `get /a`, given its fields. */
export async function loadOperation(yaml: string, version = '3.1.0'): Promise<Api> {
  const fields = dedent(yaml).replace(/^/gm, '      ');
  return loadPaths(`paths:\n  /a:\n    get:\n      operationId: a\n${fields}`, version);
}

/** Loads one schema, the answer of `get /a`. */
export async function loadSchema(yaml: string, version = '3.1.0'): Promise<Api> {
  const schema = dedent(yaml).replace(/^/gm, '                ');
  return loadPaths(
    [
      'paths:',
      '  /a:',
      '    get:',
      '      operationId: a',
      '      responses:',
      "        '200':",
      '          description: D',
      '          content:',
      '            application/json:',
      '              schema:',
      schema,
    ].join('\n'),
    version,
  );
}

/** Problems as lines: `line code message [operations]`. */
export function problemLines(api: Api): readonly string[] {
  return api.problems.map(({ code, message, place, operations }) => {
    const { line } = api.documents.locate(place);
    return `${line} ${code} ${message} [${operations.join(' ')}]`;
  });
}

/** The operation of that id. */
export function operationOf(api: Api, id: string): Operation {
  const found = api.operations.find((operation) => operation.id === id);
  if (found === undefined) throw new Error(`no operation ${id}`);
  return found;
}

function dedent(text: string): string {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const depth = Math.min(...indents);
  return lines.map((line) => line.slice(depth)).join('\n');
}
