/**
 * Where a description lives. Files and URLs are both URLs in here, so that references resolve by one
 * rule (RFC 3986); this file alone knows how they turn into the names that places and people see.
 */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface SpecAddress {
  /** Absolute, `file:` or `http(s):`, without fragment and without credentials. */
  readonly url: URL;
  /** An Authorization value, when the URL carried `user:password@`. */
  readonly authorization: string | undefined;
  /** What was given, without credentials. */
  readonly source: string;
  /** The folder that relative paths are shown from. */
  readonly cwd: string;
}

/** @returns the address that a command-line argument or an option names. */
export function specAddress(source: string, cwd: string): SpecAddress {
  if (!/^(https?|file):\/\//i.test(source) || !URL.canParse(source)) {
    return { url: pathToFileURL(path.resolve(cwd, source)), authorization: undefined, source, cwd };
  }
  const url = new URL(source);
  url.hash = '';
  const authorization = basicAuthorization(url);
  if (authorization === undefined) return { url, authorization, source, cwd };
  url.username = '';
  url.password = '';
  return { url, authorization, source: url.href, cwd };
}

/** @returns the file part of a place: relative to the root's folder, or the whole URL. */
export function placeFile(url: string, root: SpecAddress): string {
  const file = filePath(url);
  const rootFile = filePath(root.url.href);
  if (file === undefined || rootFile === undefined) return url;
  const relative = path.relative(path.dirname(rootFile), file);
  // What has nothing in common with the folder is the same everywhere by its whole path.
  const name = relative.length < file.length ? relative : file;
  // A place is cut at its first '#', so none may stand in its file part.
  return name.split(path.sep).join('/').replaceAll('#', '%23');
}

/** @returns the name to show a user: a path from the current folder, or the URL. */
export function displayName(url: string, cwd: string): string {
  const file = filePath(url);
  return file === undefined ? url : path.relative(cwd, file) || '.';
}

/** @returns the path that a `file:` URL names here; undefined for other URLs, hosts and encoded slashes. */
export function filePath(url: string): string | undefined {
  if (!url.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(url);
  } catch {
    return undefined;
  }
}

function basicAuthorization(url: URL): string | undefined {
  if (url.username === '' && url.password === '') return undefined;
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}
