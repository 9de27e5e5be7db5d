/**
 * Takes from an answer what later requests may name: the identifiers of the objects it shows, under
 * the names that some slot of the description asks for.
 */
import type { Case } from '../cases/case.ts';
import { referenceOf, resourceOf, resourceOfPath } from '../cases/resource-name.ts';
import type { Identifier, PoolEntry } from './pool.ts';
import { isCreator } from './role.ts';
import { traitsOf, type Traits } from './traits.ts';

/** Objects below this depth, and items beyond this count, are not looked at. */
const MAX_DEPTH = 6;
const MAX_ITEMS = 50;

export interface Harvest {
  /** What was sent, for its creator role and its path. */
  readonly case: Case;
  /** Pool keys that some slot asks for. */
  readonly wanted: ReadonlySet<string>;
  /** Pool key to value of the path parameters that the request named. */
  readonly context: Readonly<Record<string, Identifier>>;
  /** Whether something the path names was created by this run. */
  readonly underOwn: boolean;
  /** The answer's JSON body. */
  readonly body: unknown;
}

/** @returns the entries in document order. */
export function harvest(input: Harvest): readonly PoolEntry[] {
  if (input.wanted.size === 0) return [];
  const entries: PoolEntry[] = [];
  // A probe by another method, or a look at a Location, shows what may have been there before.
  const { operation, changes } = input.case;
  const hasCreated = isCreator(operation) && changes?.method === undefined;
  const created = hasCreated ? resourceOfPath(operation.path) : undefined;
  visit(input.body, resourceOfPath(operation.path), 0, (resource, object) => {
    entries.push(...entriesOf({ input, resource, object, created }));
  });
  return entries;
}

type Visitor = (resource: string, object: Readonly<Record<string, unknown>>) => void;

function visit(value: unknown, resource: string, depth: number, visitor: Visitor): void {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value.slice(0, MAX_ITEMS);
    for (const item of items) visit(item, resource, depth + 1, visitor);
    return;
  }
  const object = value as Readonly<Record<string, unknown>>;
  visitor(resource, object);
  for (const [name, member] of Object.entries(object)) {
    if (typeof member === 'object' && member !== null) {
      visit(member, isEnvelope(name) ? resource : resourceOf(name), depth + 1, visitor);
    }
  }
}

/** Wrappers that keep the path's resource: `{"data": [...]}`. */
function isEnvelope(name: string): boolean {
  return /^(data|items|results?|values?|content|records|rows|entries|list|_embedded)$/i.test(name);
}

function entriesOf(from: {
  readonly input: Harvest;
  readonly resource: string;
  readonly object: Readonly<Record<string, unknown>>;
  readonly created: string | undefined;
}): readonly PoolEntry[] {
  const { input, resource, object, created } = from;
  const isCreated = created !== undefined && created === resource;
  const context = { ...input.context, ...parentsOf(object) };
  const entry = (key: string, value: Identifier, own: boolean, traits: Traits): PoolEntry => ({
    key,
    value,
    traits,
    context: Object.fromEntries(
      Object.entries(context).filter(([name]) => name !== key && input.wanted.has(name)),
    ),
    own,
    from: input.case.operation.id,
  });
  return Object.entries(object).flatMap(([name, member]) => {
    const reference = referenceOf(name);
    if (reference !== undefined && reference.resource !== '') {
      const key = `${reference.resource}.${reference.field}`;
      if (!input.wanted.has(key)) return [];
      const values: readonly unknown[] = Array.isArray(member) ? member : [member];
      return values
        .filter(isIdentifier)
        .map((value) => ({ ...entry(key, value, false, {}), context: {} }));
    }
    if (!isIdentifier(member)) return [];
    const keys = [`${resource}.${name}`, `*.${name}`].filter((key) => input.wanted.has(key));
    if (keys.length === 0) return [];
    const traits = traitsOf(object);
    return keys.map((key) => entry(key, member, isCreated || input.underOwn, traits));
  });
}

/** Members such as `ticket_id` say what an object belongs to. */
function parentsOf(object: Readonly<Record<string, unknown>>): Record<string, Identifier> {
  const parents: Record<string, Identifier> = {};
  for (const [name, member] of Object.entries(object)) {
    const reference = referenceOf(name);
    if (reference === undefined || reference.resource === '' || !isIdentifier(member)) continue;
    parents[`${reference.resource}.${reference.field}`] = member;
  }
  return parents;
}

function isIdentifier(value: unknown): value is Identifier {
  return (
    (typeof value === 'string' && value !== '' && value.length <= 256) || Number.isInteger(value)
  );
}
