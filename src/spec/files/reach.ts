/**
 * Decides which files a description may pull in. A description can come from anyone, so a `$ref`
 * must neither read `/etc/hostname` nor make requests into somebody's network.
 *
 * Read from disk: files below its *root folder* only, and no URL. The root folder is the nearest one
 * upwards that holds a `.git`, or the current folder when that lies above the description, whichever
 * is wider; else the description's own folder. Read from a URL: the same origin only.
 */
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { filePath, type SpecAddress } from './spec-address.ts';

/** Says why a referenced file is not read, or undefined when it may be. */
export type Reach = (url: URL) => string | undefined;

/** @returns the rule for what the description at `root` refers to; `root.url` is where it was found. */
export function reachOf(root: SpecAddress): Reach {
  if (root.url.protocol !== 'file:') {
    return (url) =>
      url.origin === root.url.origin
        ? undefined
        : `only files of ${root.url.origin}, where the description came from, are fetched`;
  }
  const folder = rootFolder(root);
  return (url) => {
    if (url.protocol !== 'file:')
      return 'a description read from disk fetches nothing from the network';
    const file = filePath(url.href);
    if (file === undefined) return 'it names no file of this machine';
    if (isBelow(realPath(file), folder)) return undefined;
    return `only files below ${path.relative(root.cwd, folder) || 'the current folder'} are read`;
  };
}

function rootFolder({ url, cwd }: SpecAddress): string {
  const own = realPath(path.dirname(fileURLToPath(url)));
  const repository = ancestors(own).find((folder) => existsSync(path.join(folder, '.git')));
  const current = realPath(cwd);
  const isAbove = isBelow(own, current) && current !== path.parse(current).root;
  // Both lie above the description, so the shorter path is the wider folder.
  const candidates = [own, repository ?? own, isAbove ? current : own];
  return candidates.reduce((wider, folder) => (folder.length < wider.length ? folder : wider));
}

function ancestors(folder: string): readonly string[] {
  const parent = path.dirname(folder);
  return parent === folder ? [] : [folder, ...ancestors(parent)];
}

function isBelow(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return !(relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative));
}

/** Follows symbolic links, so that none leads out of the folder; what does not exist stays as named. */
function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    const folder = path.dirname(file);
    return folder === file ? file : path.join(realPath(folder), path.basename(file));
  }
}
