/**
 * The schema resources among some schemas: which object opens one by its `$id`, under which URI it
 * is known, and the anchors within it (JSON Schema Core 2020-12, section 8.2).
 */
import { placeBelow, type Place } from '../../spec/place.ts';
import { dialectNamed, traitsOf, type SchemaDialect } from '../dialect.ts';
import { isList, isRecord, type JsonRecord } from '../json-value.ts';
import { EMPTY_SCOPE, type Target } from './resolver.ts';

export interface Resource {
  readonly uri: string;
  readonly raw: unknown;
  readonly place: Place;
  readonly dialect: SchemaDialect;
  readonly anchors: Map<string, Target>;
  readonly dynamic: Map<string, Target>;
}

/** Members that hold data, not schemas. */
const DATA: ReadonlySet<string> = new Set(['enum', 'const', 'default', 'examples', 'example']);
/** Members that hold schemas under names of their own. */
const NAMED: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
  'dependencies',
  '$defs',
  'definitions',
]);

export class Resources {
  readonly #byUri = new Map<string, Resource>();
  readonly #owners = new Map<object, Resource>();

  byUri(uri: string): Resource | undefined {
    return this.#byUri.get(uri);
  }

  /** @returns the resource that this very object opens. */
  ownedBy(raw: unknown): Resource | undefined {
    return isRecord(raw) ? this.#owners.get(raw) : undefined;
  }

  /** Adds a document and every resource within it. */
  add(raw: unknown, uri: string, file: string, dialect: SchemaDialect): void {
    const base = uri.replace(/#$/, '');
    const declared = isRecord(raw) ? dialectNamed(raw['$schema']) : undefined;
    const root = this.#open(raw, base, `${file}#`, file === '' ? dialect : (declared ?? dialect));
    const id = isRecord(raw) ? identifierOf(raw, root.dialect) : undefined;
    let resource = root;
    if (id !== undefined) {
      resource = { ...root, uri: resolveUri(id, base) };
      this.#byUri.set(resource.uri, resource);
    }
    if (isRecord(raw)) {
      this.#owners.set(raw, resource);
      this.#walk(raw, resource, `${file}#`);
    }
  }

  #open(raw: unknown, uri: string, place: Place, dialect: SchemaDialect): Resource {
    const resource = { uri, raw, place, dialect, anchors: new Map(), dynamic: new Map() };
    if (!this.#byUri.has(uri)) this.#byUri.set(uri, resource);
    return resource;
  }

  #walk(raw: JsonRecord, resource: Resource, place: Place): void {
    anchorsOf(raw, resource, place);
    for (const [name, value] of Object.entries(raw)) {
      if (DATA.has(name)) continue;
      const at = placeBelow(place, name);
      if (NAMED.has(name) && isRecord(value))
        for (const [key, part] of Object.entries(value))
          this.#enter(part, resource, placeBelow(at, key));
      else if (isList(value))
        value.forEach((part, index) => {
          this.#enter(part, resource, placeBelow(at, index));
        });
      else this.#enter(value, resource, at);
    }
  }

  #enter(raw: unknown, around: Resource, place: Place): void {
    if (!isRecord(raw)) return;
    const id = identifierOf(raw, around.dialect);
    const base = id === undefined ? undefined : resolveUri(id, around.uri);
    if (base === undefined) {
      this.#walk(raw, around, place);
      return;
    }
    const dialect = dialectNamed(raw['$schema']) ?? around.dialect;
    const resource = this.#open(raw, base, place, dialect);
    this.#owners.set(raw, resource);
    this.#walk(raw, resource, place);
  }
}

/** An identifier that only names a place (`#name`) opens no resource. */
function identifierOf(raw: JsonRecord, dialect: SchemaDialect): string | undefined {
  const traits = traitsOf(dialect);
  const id = raw[traits.identifier];
  if (typeof id !== 'string' || id.startsWith('#')) return undefined;
  if (traits.ignoresRefSiblings && typeof raw['$ref'] === 'string') return undefined;
  return id.replace(/#.*$/, '');
}

function anchorsOf(raw: JsonRecord, resource: Resource, place: Place): void {
  const { uri: base, dialect } = resource;
  const target: Target = { raw, location: { place, dialect, base, scope: EMPTY_SCOPE } };
  const traits = traitsOf(dialect);
  const { $anchor: anchor, $dynamicAnchor: dynamic } = raw;
  if (typeof anchor === 'string') resource.anchors.set(anchor, target);
  if (typeof dynamic === 'string' && traits.has2020Keywords) {
    resource.anchors.set(dynamic, target);
    resource.dynamic.set(dynamic, target);
  }
  if (raw['$recursiveAnchor'] === true && traits.hasRecursiveRef)
    resource.dynamic.set('#recursive', target);
  const id = raw[traits.identifier];
  if (typeof id === 'string' && traits.ignoresRefSiblings) {
    const hash = id.indexOf('#');
    if (hash >= 0 && hash < id.length - 1) resource.anchors.set(id.slice(hash + 1), target);
  }
}

/** @returns the reference against its base (RFC 3986, section 5); the reference itself where neither is a URI. */
export function resolveUri(reference: string, base: string): string {
  if (reference === '' || reference.startsWith('#')) return base + reference;
  try {
    return new URL(reference).href;
  } catch {
    // Relative, or a form that the URL parser does not take.
  }
  const isHierarchical = /^[a-z][a-z0-9+.-]*:\/\//i.test(base);
  const anchor = isHierarchical ? base : `schema://root/${base.replace(/^schema:(\/\/)?/, '')}`;
  try {
    return new URL(reference, anchor).href;
  } catch {
    return reference;
  }
}
