/**
 * Documents over the files of one description. Nothing is copied or rewritten: a reference is
 * resolved when somebody asks, against the base of the schema resource it stands in
 * (JSON Schema 2020-12 core, section 9.2.1; OAS 3.1.0, section 4.6).
 */
import { codeFrame } from '../code-frame.ts';
import type { DanglingCause, Documents, Resolved } from '../documents.ts';
import { type Place, pointerTokens, splitPlace } from '../place.ts';
import { withoutFragment } from './outline.ts';
import type { ReadFile, SpecFile } from './spec-file.ts';
import { type FollowReference, memberOf, walkPointer } from './walk-pointer.ts';

/** @returns the documents of a description; the first file is its root. */
export function specDocuments(files: readonly SpecFile[]): Documents {
  const catalogue = catalogueOf(files);
  // The same few references are asked for with every case.
  const resolved = new Map<string, Resolved>();
  const read = (place: Place): readonly [ReadFile | undefined, readonly string[]] => {
    const { file, pointer } = splitPlace(place);
    const found = catalogue.byName.get(file);
    return [found?.kind === 'read' ? found : undefined, pointerTokens(pointer)];
  };
  return {
    at: (place) => {
      const [file, tokens] = read(place);
      return file && tokens.reduce<unknown>(memberOf, file.value);
    },
    resolve: (reference, from) => {
      const key = `${from} ${reference}`;
      const before = resolved.get(key);
      if (before !== undefined) return before;
      const found = resolveIn(catalogue, reference, from, MAX_HOPS);
      resolved.set(key, found);
      return found;
    },
    locate: (place) => {
      const [file, tokens] = read(place);
      const { file: name } = splitPlace(place);
      const shown = catalogue.byName.get(name)?.displayName ?? name;
      return { file: shown, ...(file?.findPosition(tokens) ?? { line: 1, column: 1 }) };
    },
    frame: (place) => {
      const [file, tokens] = read(place);
      return file === undefined ? [] : codeFrame(file.text, file.findPosition(tokens));
    },
  };
}

/** References that one pointer may lead through; a longer trail is a circle. */
const MAX_HOPS = 32;

interface Catalogue {
  readonly byName: ReadonlyMap<string, SpecFile>;
  readonly byUrl: ReadonlyMap<string, SpecFile>;
  /** What `$id`s and anchors name, in any file. */
  readonly anchors: ReadonlyMap<string, { readonly file: ReadFile; readonly pointer: string }>;
}

function catalogueOf(files: readonly SpecFile[]): Catalogue {
  const read = files.filter((file) => file.kind === 'read');
  return {
    byName: new Map(files.map((file) => [file.name, file])),
    byUrl: new Map([
      ...read.map((file) => [file.base, file] as const),
      ...files.map((file) => [file.url, file] as const),
    ]),
    anchors: new Map(
      read.flatMap((file) =>
        [...file.outline.anchors].map(([name, pointer]) => [name, { file, pointer }] as const),
      ),
    ),
  };
}

function resolveIn(catalogue: Catalogue, reference: string, from: Place, hops: number): Resolved {
  const target = targetOf(catalogue, reference, from);
  if (target === undefined) {
    return dangling(reference, 'invalid-reference', 'it is no URI reference');
  }
  const { resource, fragment } = target;
  const file = catalogue.anchors.get(resource)?.file ?? catalogue.byUrl.get(resource);
  if (file?.kind !== 'read') {
    const reason = file?.reason ?? 'nothing in the description has that URL';
    return dangling(`${file?.name ?? resource}#${fragment}`, 'unreadable-file', reason);
  }
  const follow: FollowReference = (next, place) =>
    hops > 0 ? resolveIn(catalogue, next, place, hops - 1) : undefined;
  for (const pointer of candidates(catalogue, target)) {
    const found = walkPointer(file, pointer, follow);
    if (found !== undefined) return found;
  }
  return dangling(`${file.name}#${fragment}`, 'no-such-part', 'there is no such part');
}

interface Target {
  /** URL of the schema resource or file. */
  readonly resource: string;
  /** Percent-decoded. */
  readonly fragment: string;
  /** The fragment as it was written. */
  readonly written: string;
}

function targetOf(catalogue: Catalogue, reference: string, from: Place): Target | undefined {
  const { file, pointer } = splitPlace(from);
  const origin = catalogue.byName.get(file);
  if (origin?.kind !== 'read') return undefined;
  const base = baseAt(origin, pointer);
  const [address = '', written = ''] = reference.split(/#(.*)/s);
  if (!URL.canParse(address, base)) return undefined;
  const resource = address === '' ? base : withoutFragment(new URL(address, base));
  return { resource, fragment: decodeFragment(written), written };
}

/** The pointers that a fragment may mean, the one that the standards know first. */
function candidates(
  { anchors }: Catalogue,
  { resource, fragment, written }: Target,
): readonly string[] {
  if (fragment !== '' && !fragment.startsWith('/')) {
    const anchor = anchors.get(`${resource}#${fragment}`);
    return anchor ? [anchor.pointer] : [];
  }
  const top = anchors.get(resource)?.pointer ?? '';
  // Written by hand, a key with `%` in it is often left as it is, and a pointer within a schema that
  // has an `$id` is often meant from the top of the file.
  return [...new Set([top + fragment, top + written, fragment])];
}

function baseAt({ base, outline }: ReadFile, pointer: string): string {
  if (outline.bases.size === 0) return base;
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = outline.bases.get(at);
    if (found !== undefined) return found;
    if (at === '') return base;
  }
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function dangling(target: Place, cause: DanglingCause, reason: string): Resolved {
  return { kind: 'dangling', target, cause, reason };
}
