/** Reads the root file of a description, where every failure ends the run and so is thrown. */
import { NotOpenApiError } from '../errors/not-openapi-error.ts';
import { SpecEmptyError } from '../errors/spec-empty-error.ts';
import { SpecNotFoundError } from '../errors/spec-not-found-error.ts';
import { SpecSyntaxError } from '../errors/spec-syntax-error.ts';
import { SpecUnreachableError } from '../errors/spec-unreachable-error.ts';
import { parseText } from './parse-text.ts';
import { toReadFile } from './read-files.ts';
import { readText } from './read-text.ts';
import { displayName, type SpecAddress } from './spec-address.ts';
import type { ReadFile } from './spec-file.ts';

export interface RootFile {
  readonly root: ReadFile;
  /** Where it was found: after redirects, the last URL. */
  readonly address: SpecAddress;
}

/** @throws {SpecLoadError} when there is no text, or the text is neither JSON nor YAML */
export async function readRoot(given: SpecAddress): Promise<RootFile> {
  const name = displayName(given.url.href, given.cwd);
  const read = await readText(given.url.href, { authorization: given.authorization });
  if (read.kind === 'failed') throw unread(given, name, read.reason, read.cause);
  const address = { ...given, url: new URL(read.url) };
  if (/^\s*<(!doctype|html|\?xml)/i.test(read.text)) {
    throw new NotOpenApiError(`${name} is a web page or XML, not an OpenAPI description`, {
      hint: 'Give the address of the description itself, in JSON or YAML.',
    });
  }
  const parsed = parseText(read.text, read.url, read.mediaType);
  switch (parsed.kind) {
    case 'parsed':
      return {
        root: toReadFile(parsed, { url: read.url, base: read.url, root: address }),
        address,
      };
    case 'empty':
      throw new SpecEmptyError(`${name} is empty`, {
        hint: 'Give a file that holds an OpenAPI description.',
        location: { file: name, line: 1, column: 1 },
      });
    case 'broken':
      throw new SpecSyntaxError(`${name} is not well-formed ${parsed.format}: ${parsed.reason}`, {
        hint: 'Mend the text there; what follows was not read.',
        location: { file: name, ...parsed.position },
      });
  }
}

function unread(
  { url }: SpecAddress,
  name: string,
  reason: string,
  cause: unknown,
): SpecNotFoundError | SpecUnreachableError {
  return url.protocol === 'file:'
    ? new SpecNotFoundError(`could not read ${name}: ${reason}`, {
        hint: 'A path is looked for from the current folder; give another path, or a URL.',
        cause,
      })
    : new SpecUnreachableError(`could not fetch ${name}: ${reason}`, {
        hint: 'Check that the URL gives the description without logging in, or save it to a file.',
        cause,
      });
}
