/**
 * What a name refers to. `ticket_id`, `ticketId` and the `{id}` of `/tickets/{id}` all name the
 * `id` of a `ticket`: pool keys are written `resource.field`, in snake case and singular.
 */

import { remembered } from '../wire/remembered.ts';

/** Words that name a thing's identity rather than a property of it. */
const IDENTITY_WORDS: ReadonlySet<string> = new Set(['id', 'uuid', 'guid', 'slug', 'key', 'sid']);

/** Path segments that say nothing about the resource. */
const NOISE_SEGMENT = /^(api|rest|v\d+(\.\d+)*)$/i;

/** @returns the lower-case words of a name in snake, kebab or camel case. */
export const wordsOf: (name: string) => readonly string[] = remembered((name) =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== ''),
);

/** @returns the singular of an English plural; other words unchanged. */
export function singular(word: string): string {
  if (/(ss|us|is)$/.test(word) || word.length < 3) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(ses|xes|zes|ches|shes)$/.test(word) && !/(ases|uses|oses|ises)$/.test(word)) {
    return word.slice(0, -2);
  }
  if (/(uses)$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** @returns a resource's name as pool keys write it. */
export const resourceOf: (name: string) => string = remembered((name) => {
  const words = wordsOf(name);
  return words.map((word, index) => (index === words.length - 1 ? singular(word) : word)).join('_');
});

/**
 * What a reference-like member name refers to.
 * @returns undefined for a name that does not look like one; for a bare `id` or `ids` the resource is empty.
 */
export const referenceOf: (name: string) => Reference | undefined = remembered(readReference);

export interface Reference {
  /** Empty for a bare `id`. */
  readonly resource: string;
  readonly field: string;
  readonly many: boolean;
}

function readReference(name: string): Reference | undefined {
  const words = wordsOf(name);
  const last = words.at(-1);
  if (last === undefined) return undefined;
  const field = last === 'ids' || last === 'uuids' ? last.slice(0, -1) : last;
  if (field !== 'id' && field !== 'uuid') return undefined;
  return { resource: resourceOf(words.slice(0, -1).join('_')), field, many: field !== last };
}

/**
 * @returns pool keys for the placeholder `name` of a path template, most telling first; `*.isbn` is
 *   a member of that name of whatever resource
 */
export function pathParameterKeys(path: string, name: string): readonly string[] {
  const segments = path.split('/').filter((segment) => segment !== '');
  const position = segments.findIndex((segment) => segment.includes(`{${name}}`));
  const before = segments.slice(0, position).filter(isTelling).at(-1);
  const resource = before === undefined ? '' : resourceOf(before);
  const words = wordsOf(name);
  const last = words.at(-1) ?? name;
  const named = resourceOf(words.slice(0, -1).join('_'));
  const keys = IDENTITY_WORDS.has(last)
    ? [`${named}.${last}`, `${resource}.${last}`]
    : [`${resource}.${words.join('_')}`, `*.${name}`, `${resource}.id`, `${resource}.name`];
  return unique(keys.filter((key) => !key.startsWith('.')));
}

/** @returns pool keys for a reference-like query parameter or body member, most telling first. */
export function referenceKeys(path: string, name: string, parent: string): readonly string[] {
  const reference = referenceOf(name);
  if (reference === undefined) return [];
  const { resource, field } = reference;
  if (resource !== '') return [`${resource}.${field}`];
  if (parent !== '') return [`${resourceOf(parent)}.${field}`];
  const segments = path.split('/').filter((segment) => segment !== '' && isTelling(segment));
  return unique(segments.reverse().map((segment) => `${resourceOf(segment)}.${field}`));
}

/** @returns the resource that a path's last telling segment names: `/tickets/{id}/tags` gives `tag`. */
export const resourceOfPath: (path: string) => string = remembered((path) => {
  const last = path
    .split('/')
    .filter((segment) => segment !== '' && isTelling(segment))
    .at(-1);
  return last === undefined ? '' : resourceOf(last);
});

function isTelling(segment: string): boolean {
  return !segment.includes('{') && !NOISE_SEGMENT.test(segment);
}

function unique(keys: readonly string[]): readonly string[] {
  return [...new Set(keys)];
}
