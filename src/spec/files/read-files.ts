/**
 * Reads every file that a description consists of. swagger-parser's `resolve` drives it: which file
 * next, each once. Reading and parsing are ours, because its own parsers keep no positions, and
 * what it crawls is each file's outline, so that a `$ref` within an example fetches nothing.
 */
import { outlineOf, withoutFragment } from './outline.ts';
import { type ParsedText, parseText } from './parse-text.ts';
import { type Reach, reachOf } from './reach.ts';
import { readText } from './read-text.ts';
import { displayName, placeFile, type SpecAddress } from './spec-address.ts';
import type { ReadFile, SpecFile } from './spec-file.ts';

/** @returns the root and all it refers to, directly or through others; `root` comes first. */
export async function readFiles(
  root: ReadFile,
  address: SpecAddress,
): Promise<readonly [ReadFile, ...SpecFile[]]> {
  const files = new Map<string, SpecFile>([[root.url, root]]);
  const first = outgoing(root);
  if (first.length > 0) await crawl(first, files, address);
  files.delete(root.url);
  return [root, ...files.values()];
}

/** @returns a parsed text as a file of the description; `base` is where it was found in the end. */
export function toReadFile(
  parsed: Extract<ParsedText, { kind: 'parsed' }>,
  { url, base, root }: { readonly url: string; readonly base: string; readonly root: SpecAddress },
): ReadFile {
  const { value } = parsed;
  return { ...parsed, ...named(url, root), kind: 'read', base, outline: outlineOf(value, base) };
}

async function crawl(
  first: readonly FileReference[],
  files: Map<string, SpecFile>,
  address: SpecAddress,
): Promise<void> {
  const { default: SwaggerParser } = await import('@apidevtools/swagger-parser');
  const reach = reachOf(address);
  await new SwaggerParser().resolve(
    // Its base is never used, since the references below are absolute; its shape passes the parser's gate.
    { openapi: '3.1.0', info: { title: '', version: '' }, paths: {}, ...{ 'x-files': first } },
    {
      resolve: {
        file: false,
        http: false,
        assay: {
          order: 1,
          canRead: true,
          read: async ({ url }: { readonly url: string }): Promise<string> => {
            if (!files.has(url)) files.set(url, await readReferenced(url, address, reach));
            return url;
          },
        },
      },
      parse: {
        json: false,
        yaml: false,
        text: false,
        binary: false,
        assay: {
          order: 1,
          canParse: true,
          parse: ({ url }: { readonly url: string }): object => {
            const file = files.get(url);
            return { 'x-files': file?.kind === 'read' ? outgoing(file) : [] };
          },
        },
      },
    },
  );
}

interface FileReference {
  readonly $ref: string;
}

/** The other files a file refers to: absolute, without fragments, each once. */
function outgoing({ url, base: own, outline }: ReadFile): readonly FileReference[] {
  const targets = new Set<string>();
  for (const { reference, base } of outline.references) {
    if (reference.startsWith('#') || !URL.canParse(reference, base)) continue;
    const target = withoutFragment(new URL(reference, base));
    // An `$id` names a schema of this file by a URL that need not exist.
    if (target !== url && target !== own && !outline.anchors.has(target)) targets.add(target);
  }
  return [...targets].map(($ref) => ({ $ref }));
}

async function readReferenced(url: string, root: SpecAddress, reach: Reach): Promise<SpecFile> {
  const unread = (reason: string): SpecFile => ({ ...named(url, root), kind: 'unread', reason });
  const target = new URL(url);
  if (!['file:', 'http:', 'https:'].includes(target.protocol)) {
    return unread(`"${target.protocol}" references are not read`);
  }
  const refusal = reach(target);
  if (refusal !== undefined) return unread(refusal);
  const read = await readText(url, {
    authorization: root.authorization,
    mayRedirectTo: (next) => reach(next) === undefined,
  });
  if (read.kind === 'failed') return unread(read.reason);
  const parsed = parseText(read.text, url, read.mediaType);
  switch (parsed.kind) {
    case 'parsed':
      return toReadFile(parsed, { url, base: read.url, root });
    case 'empty':
      return unread('it is empty');
    case 'broken': {
      const { line, column } = parsed.position;
      return unread(
        `it is not well-formed ${parsed.format} (line ${line}, column ${column}: ${parsed.reason})`,
      );
    }
  }
}

function named(url: string, root: SpecAddress): { url: string; name: string; displayName: string } {
  return { url, name: placeFile(url, root), displayName: displayName(url, root.cwd) };
}
