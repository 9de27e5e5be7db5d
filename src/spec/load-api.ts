/**
 * Text to Api: reads the root, makes sure that it is a description we understand, reads the files it
 * refers to, and reads it all into operations. What makes the root useless is thrown; anything less
 * is a problem (OAS 3.0.3 and 3.1.0).
 */
import type { Api } from './api.ts';
import { TooDeepError } from './errors/too-deep-error.ts';
import { readFiles } from './files/read-files.ts';
import { readRoot } from './files/read-root.ts';
import { specAddress } from './files/spec-address.ts';
import { specDocuments } from './files/spec-documents.ts';
import { recognise } from './recognise.ts';
import { readDocument } from './parts/read-document.ts';

export interface LoadOptions {
  /** The folder that a relative path starts from, and that locations are shown from. @defaultValue the current folder */
  readonly cwd?: string;
}

/**
 * Reads a description, from a path or an http(s) URL, in JSON or YAML 1.2, in one file or many.
 * @returns operations in document order; what is wrong with parts of it stands in `problems`
 * @throws {SpecLoadError} the root cannot be read, or is no OpenAPI 3.0 or 3.1
 */
export async function loadApi(
  source: string,
  { cwd = process.cwd() }: LoadOptions = {},
): Promise<Api> {
  const given = specAddress(source, cwd);
  try {
    const { root, address } = await readRoot(given);
    const dialect = recognise(root);
    const files = await readFiles(root, address);
    return readDocument({
      documents: specDocuments(files),
      dialect,
      source: given.source,
      files,
    });
  } catch (error) {
    if (!(error instanceof RangeError && /call stack/i.test(error.message))) throw error;
    throw new TooDeepError(`${given.source} is nested too deeply to be read`, {
      hint: 'Move the deepest parts into components of their own, and refer to them.',
      cause: error,
    });
  }
}
