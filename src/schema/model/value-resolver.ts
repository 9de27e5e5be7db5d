/**
 * Follows references within a schema given as a value and into its remotes: by `$id`, `$anchor`,
 * JSON pointer, and `$dynamicRef` or `$recursiveRef` along the way by which a schema was reached
 * (JSON Schema Core 2020-12, sections 8 and 9). The published meta-schemas are always there.
 */
import { pointerTokens, placeBelow } from '../../spec/place.ts';
import type { SchemaDialect } from '../dialect.ts';
import { isList, isRecord } from '../json-value.ts';
import { metaSchema } from './meta-schemas.ts';
import {
  EMPTY_SCOPE,
  type DynamicScope,
  type Location,
  type Resolver,
  type Target,
} from './resolver.ts';
import { resolveUri, Resources, type Resource } from './resources.ts';

export interface RegistryOptions {
  readonly schema: unknown;
  readonly dialect: SchemaDialect;
  readonly remotes: Readonly<Record<string, unknown>>;
}

/** Base of a schema that has no `$id`. */
const ROOT = 'schema:root';

/** @returns the resolver, and where the schema itself stands. */
export function createRegistry({ schema, dialect, remotes }: RegistryOptions): {
  readonly resolver: Resolver;
  readonly root: Target;
} {
  const resources = new Resources();
  for (const [uri, remote] of Object.entries(remotes)) resources.add(remote, uri, uri, dialect);
  resources.add(schema, ROOT, '', dialect);
  const registry = new Registry(resources);
  const location: Location = { place: '#', dialect, base: ROOT, scope: EMPTY_SCOPE };
  return { resolver: registry, root: { raw: schema, location } };
}

class Registry implements Resolver {
  readonly #resources: Resources;

  constructor(resources: Resources) {
    this.#resources = resources;
  }

  enter(raw: unknown, location: Location): Location {
    const own = this.#resources.ownedBy(raw);
    const resource =
      own ?? (location.scope === EMPTY_SCOPE ? this.#find(location.base) : undefined);
    if (resource === undefined) return location;
    return {
      ...location,
      base: resource.uri,
      dialect: own === undefined ? location.dialect : resource.dialect,
      scope: widen(location.scope, resource),
    };
  }

  follow(reference: string, from: Location): Target | undefined {
    const absolute = resolveUri(reference, from.base);
    const hash = absolute.indexOf('#');
    const uri = hash < 0 ? absolute : absolute.slice(0, hash);
    const fragment = hash < 0 ? '' : decodeFragment(absolute.slice(hash + 1));
    const resource = this.#find(uri);
    if (resource === undefined || fragment === undefined) return undefined;
    if (fragment !== '' && !fragment.startsWith('/')) {
      const anchor = resource.anchors.get(fragment);
      return anchor === undefined ? undefined : withScope(anchor, from.scope);
    }
    return this.#point(resource, fragment, from.scope);
  }

  followDynamic(reference: string, from: Location): Target | undefined {
    const initial = this.follow(reference, from);
    if (initial === undefined) return undefined;
    const fragment = reference.slice(reference.indexOf('#') + 1);
    const isRecursive = fragment === '' && isRecord(initial.raw);
    const name = isRecursive ? RECURSIVE : fragment;
    const marked = isRecursive
      ? isRecord(initial.raw) && initial.raw['$recursiveAnchor'] === true
      : isRecord(initial.raw) && initial.raw['$dynamicAnchor'] === fragment;
    // An anchor that is not dynamic makes it a plain reference (the "bookend").
    const outermost = marked ? from.scope.anchors.get(name) : undefined;
    return outermost === undefined ? initial : withScope(outermost, from.scope);
  }

  #find(uri: string): Resource | undefined {
    const known = this.#resources.byUri(uri);
    if (known !== undefined) return known;
    const published = metaSchema(uri);
    if (published === undefined) return undefined;
    this.#resources.add(published.schema, uri, uri, published.dialect);
    return this.#resources.byUri(uri);
  }

  #point(resource: Resource, pointer: string, scope: DynamicScope): Target | undefined {
    let { raw } = resource;
    let location = withScope(resource, scope).location;
    for (const token of pointerTokens(pointer)) {
      location = this.#step(raw, location);
      if (isList(raw) && /^\d+$/.test(token)) raw = raw[Number(token)];
      else if (isRecord(raw)) raw = Object.hasOwn(raw, token) ? raw[token] : undefined;
      else return undefined;
      if (raw === undefined) return undefined;
      location = { ...location, place: placeBelow(location.place, token) };
    }
    return { raw, location };
  }

  /** Passing through a resource of its own changes what relative references mean. */
  #step(raw: unknown, location: Location): Location {
    const own = this.#resources.ownedBy(raw);
    return own === undefined ? location : { ...location, base: own.uri, dialect: own.dialect };
  }
}

/** The name under which `$recursiveAnchor` is kept: no fragment is spelled so. */
const RECURSIVE = '#recursive';

function withScope(part: Resource | Target, scope: DynamicScope): Target {
  const { raw } = part;
  return 'location' in part
    ? { raw, location: { ...part.location, scope } }
    : { raw, location: { place: part.place, dialect: part.dialect, base: part.uri, scope } };
}

/** The outermost resource's anchors win: only names not yet there are added. */
function widen(scope: DynamicScope, resource: Resource): DynamicScope {
  const added = [...resource.dynamic].filter(([name]) => !scope.anchors.has(name));
  if (added.length === 0) return scope === EMPTY_SCOPE ? ENTERED : scope;
  const anchors = new Map([...scope.anchors, ...added]);
  const key = [...anchors].map(([name, { location }]) => `${name}=${location.place}`).join('|');
  return { key, anchors };
}

/** A scope entered without any dynamic anchor. */
const ENTERED: DynamicScope = { key: '', anchors: new Map() };

function decodeFragment(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
}
