/**
 * Goes through a value and its schema together and comes to every place where a keyword has a say:
 * the members that are there, those that could be, and, with a value of their own, the branches and
 * types that the value did not choose. What is not in the value itself is gone into once per
 * schema, so that the way is linear in the size of both, recursion included.
 */
import { holds } from '../canon/literal.ts';
import { hasMember, isList, isRecord, type JsonRecord } from '../json-value.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import type { Direction } from '../model/world.ts';
import { anchorBelow, settled, type Anchor } from './anchor.ts';
import { alternativesTo, type Alternative } from './alternatives.ts';
import type { FaultFinder } from './fault-finder.ts';
import { freeNames } from './free-names.ts';
import { isOffered } from './offered.ts';
import type { Parts } from './parts.ts';
import { allClaimsOn, appliedTo, itemClaims, withItem, withMember, type Spot } from './spot.ts';

export interface Walking {
  readonly finder: FaultFinder;
  readonly parts: Parts;
  readonly direction: Direction | undefined;
}

/** One spot, and which of the keywords there have not been come to before. */
export interface Visit extends Spot {
  /** What the value here was chosen for, where it is not the one that was given or its plain one. */
  readonly alternative: Alternative | undefined;
  isNew(node: SchemaNode, keyword: string): boolean;
}

/** Members of members that are added are gone into this deep. */
const DEEPEST = 8;

/** What has been come to at one place, over all values that were tried there. */
interface Done {
  readonly keywords: Set<string>;
  readonly children: Set<string>;
}

interface Standing {
  readonly steps: readonly (string | number)[];
  readonly entries: readonly SchemaNode[];
  readonly value: unknown;
  readonly isOpaque: boolean;
  readonly put: (value: unknown) => unknown;
  readonly anchor: Anchor;
  /** Levels of members that the value did not have. */
  readonly added: number;
}

export class Walk {
  readonly #walking: Walking;
  /** Schemas of parts that were added, and alternatives, that were gone into. */
  readonly #entered = new Set<string>();

  constructor(walking: Walking) {
    this.#walking = walking;
  }

  /** @returns every spot of the value, which must be valid. */
  *from(root: SchemaNode, value: unknown): Iterable<Visit> {
    const put = (changed: unknown): unknown => changed;
    const entries = [root];
    const anchor: Anchor = { entries, depth: 0, put, isFixed: false };
    const standing = { steps: [], entries, value, isOpaque: false, put, anchor, added: 0 };
    yield* this.#at(standing, { keywords: new Set(), children: new Set() });
  }

  *#at(standing: Standing, done: Done, alternative?: Alternative): Iterable<Visit> {
    const { entries, value, added } = standing;
    const applied = appliedTo(entries, value, this.#walking.finder);
    const isOpaque = standing.isOpaque || applied.some(({ keywords }) => keywords.opaque === true);
    const spot: Spot = { ...standing, applied, isOpaque };
    yield {
      ...spot,
      alternative,
      isNew: (node, keyword) => {
        const key = `${String(node.id)} ${keyword}`;
        const isNew = !done.keywords.has(key);
        done.keywords.add(key);
        return isNew;
      },
    };
    const settledSpot = { ...spot, anchor: settled(standing.anchor, applied) };
    if (isRecord(value)) yield* this.#members(settledSpot, value, { done, added });
    if (isList(value)) yield* this.#items(settledSpot, value, { done, added });
    for (const other of alternativesTo(spot, this.#walking)) {
      const { key, literals } = other;
      if (added > DEEPEST || this.#entered.has(key)) continue;
      this.#entered.add(key);
      const found = this.#walking.parts.plain([...entries.map(holds), ...literals]);
      if (found === undefined || !this.#isKept(entries, found.value)) continue;
      yield* this.#at({ ...standing, value: found.value, added: added + 1 }, done, other);
    }
  }

  *#members(spot: Spot, value: JsonRecord, { done, added }: Progress): Iterable<Visit> {
    const names = new Set(Object.keys(value));
    for (const { keywords } of spot.applied)
      for (const name of keywords.properties?.keys() ?? []) names.add(name);
    for (const name of freeNames(spot, value, this.#walking)) names.add(name);
    for (const name of names) {
      const entries = allClaimsOn(spot.applied, name);
      if (!isFirst(done.children, name, entries)) continue;
      const whole = hasMember(value, name)
        ? value
        : this.#withAdded(spot, value, { name, entries, added });
      if (whole === undefined) continue;
      yield* this.#into(spot, {
        step: name,
        entries,
        value: whole[name],
        inside: (member) => withMember(whole, name, member),
        added: whole === value ? added : added + 1,
      });
    }
  }

  /** @returns the object with that member; undefined where it can't have it or need not be tried. */
  #withAdded(
    spot: Spot,
    value: JsonRecord,
    { name, entries, added }: { name: string; entries: readonly SchemaNode[]; added: number },
  ): JsonRecord | undefined {
    const { parts, direction } = this.#walking;
    if (entries.length === 0 || !isOffered(entries, direction)) return undefined;
    if (added > 0 && !this.#enters(entries, added)) return undefined;
    const member = parts.plain(entries.map(holds));
    if (member === undefined) return undefined;
    const grown = withMember(value, name, member.value);
    if (this.#isKept(spot.entries, grown)) return grown;
    const other = parts.plain([...spot.entries.map(holds), parts.having(name)])?.value;
    return isRecord(other) && this.#isKept(spot.entries, other) ? other : undefined;
  }

  *#items(spot: Spot, value: readonly unknown[], { done, added }: Progress): Iterable<Visit> {
    const prefix = Math.max(
      0,
      ...spot.applied.map(({ keywords }) => keywords.prefixItems?.length ?? 0),
    );
    for (let index = 0; index <= prefix; index += 1) {
      const entries = itemClaims(spot.applied, index);
      if (entries.length === 0 || !isFirst(done.children, index, entries)) continue;
      const isThere = index < value.length;
      const whole = isThere ? value : this.#longer(spot, value, { index, entries, added });
      if (whole === undefined) continue;
      yield* this.#into(spot, {
        step: index,
        entries,
        value: whole[index],
        inside: (item) => withItem(whole, index, item),
        added: isThere ? added : added + 1,
      });
    }
  }

  #longer(
    spot: Spot,
    value: readonly unknown[],
    { index, entries, added }: { index: number; entries: readonly SchemaNode[]; added: number },
  ): readonly unknown[] | undefined {
    const { parts } = this.#walking;
    if (added > 0 && !this.#enters(entries, added)) return undefined;
    let grown: readonly unknown[] = value;
    for (let at = value.length; at <= index; at += 1) {
      const item = parts.plain(itemClaims(spot.applied, at).map(holds));
      if (item === undefined) return undefined;
      grown = withItem(grown, at, item.value);
    }
    return this.#isKept(spot.entries, grown) ? grown : undefined;
  }

  *#into(spot: Spot, { step, entries, value, inside, added }: Child): Iterable<Visit> {
    const steps = [...spot.steps, step];
    const standing: Standing = {
      steps,
      entries,
      value,
      isOpaque: spot.isOpaque,
      put: (member) => spot.put(inside(member)),
      anchor: anchorBelow(spot.anchor, entries, { depth: steps.length, inside }),
      added,
    };
    yield* this.#at(standing, { keywords: new Set(), children: new Set() });
  }

  /** Schemas of what was added are gone into once, wherever they are met. */
  #enters(entries: readonly SchemaNode[], added: number): boolean {
    const key = entries.map(({ id }) => id).join(' ');
    if (added > DEEPEST || this.#entered.has(key)) return false;
    this.#entered.add(key);
    return true;
  }

  #isKept(entries: readonly SchemaNode[], value: unknown): boolean {
    return entries.every((entry) => this.#walking.finder.holds(entry, value));
  }
}

interface Child {
  readonly step: string | number;
  readonly entries: readonly SchemaNode[];
  readonly value: unknown;
  /** @returns the parent with that member. */
  readonly inside: (value: unknown) => unknown;
  readonly added: number;
}

interface Progress {
  readonly done: Done;
  readonly added: number;
}

function isFirst(
  seen: Set<string>,
  step: string | number,
  entries: readonly SchemaNode[],
): boolean {
  const key = `${JSON.stringify(step)} ${entries.map(({ id }) => id).join(' ')}`;
  const isNew = !seen.has(key);
  seen.add(key);
  return isNew;
}
