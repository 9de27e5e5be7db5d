/**
 * One walk over a parsed file that finds what references need: the `$ref`s it makes, and the `$id`s
 * and anchors it can be reached by. Examples, defaults, extensions are not looked into: a `$ref` in there is data (JSON Schema 2020-12 core, section 8.2).
 */
import { escapePointerToken } from '../place.ts';

export interface Outline {
  readonly references: readonly OutlineReference[];
  /** Pointer of each schema resource that has an `$id`, to that `$id` resolved against its parent's. */
  readonly bases: ReadonlyMap<string, string>;
  /** `base#anchor` (or `base` alone, for the resource itself) to the pointer it names. */
  readonly anchors: ReadonlyMap<string, string>;
}

export interface OutlineReference {
  readonly pointer: string;
  readonly reference: string;
  /** The URL that the reference is relative to. */
  readonly base: string;
}

/** Members that hold a name of the author's choice, so that `example` in them is no keyword. */
const NAMED = new Set([
  'properties',
  'patternProperties',
  '$defs',
  'definitions',
  'dependentSchemas',
  'schemas',
  'responses',
  'parameters',
  'requestBodies',
  'headers',
  'securitySchemes',
  'links',
  'callbacks',
  'pathItems',
  'paths',
  'webhooks',
  'content',
  'encoding',
]);

const PAYLOADS = new Set(['example', 'default', 'const', 'enum', 'value', 'externalDocs']);

/** @returns what references need to know of one file, whose own URL is `url`. */
export function outlineOf(root: unknown, url: string): Outline {
  const references: OutlineReference[] = [];
  const bases = new Map<string, string>();
  const anchors = new Map<string, string>();

  const walk = (value: unknown, pointer: string, base: string, named: boolean): void => {
    if (Array.isArray(value)) {
      value.forEach((item, index) => walk(item, `${pointer}/${index}`, base, false));
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const record = value as Readonly<Record<string, unknown>>;
    const scope = named ? base : enter(record, pointer, base);
    for (const key of Object.keys(record)) {
      const child = record[key];
      if (typeof child !== 'object' || child === null) continue;
      if (!named && (key.startsWith('x-') || isPayload(key, child))) continue;
      walk(child, `${pointer}/${escapePointerToken(key)}`, scope, !named && NAMED.has(key));
    }
  };

  const enter = (
    record: Readonly<Record<string, unknown>>,
    pointer: string,
    base: string,
  ): string => {
    const { $id, $anchor, $dynamicAnchor, $ref } = record;
    let scope = base;
    if (typeof $id === 'string' && URL.canParse($id, base)) {
      scope = withoutFragment(new URL($id, base));
      bases.set(pointer, scope);
      if (!anchors.has(scope)) anchors.set(scope, pointer);
    }
    for (const anchor of [$anchor, $dynamicAnchor]) {
      if (typeof anchor === 'string') anchors.set(`${scope}#${anchor}`, pointer);
    }
    if (typeof $ref === 'string') references.push({ pointer, reference: $ref, base: scope });
    return scope;
  };

  walk(root, '', url, false);
  return { references, bases, anchors };
}

/** @returns the URL without its fragment. */
export function withoutFragment(url: URL): string {
  const hash = url.href.indexOf('#');
  return hash < 0 ? url.href : url.href.slice(0, hash);
}

function isPayload(key: string, child: object): boolean {
  // As a list, `examples` holds values; as a map, Example Objects, which may be references.
  return PAYLOADS.has(key) || (key === 'examples' && Array.isArray(child));
}
