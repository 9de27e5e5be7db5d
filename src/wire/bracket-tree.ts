/**
 * Names with brackets, such as `filter[tags][]`, as the structure they spell: what `deepObject`
 * asks for and what many servers read whatever was declared.
 */
import type { RawPair } from './raw-pairs.ts';

export interface BracketTree {
  /** Values standing at this very name. */
  readonly raws: readonly string[];
  readonly members: ReadonlyMap<string, BracketTree>;
  /** Values of `[]`, in order. */
  readonly items: readonly BracketTree[];
}

/** `brackets` alone, as deepObject is defined, or dots between keys as well, as some servers bind them. */
type KeyNotation = 'brackets' | 'brackets-or-dots';

/** @returns the structure below a name; undefined when no pair's name has keys after it. */
export function bracketTree(
  name: string,
  pairs: readonly RawPair[],
  notation: KeyNotation,
): BracketTree | undefined {
  const root = emptyTree();
  let found = false;
  for (const pair of pairs) {
    const keys = keysBelow(name, pair.name, notation);
    if (keys === undefined) continue;
    found = true;
    place(root, keys, pair.raw);
  }
  return found ? root : undefined;
}

/** The keys after a name: `[a][]`, or `.a.b`; undefined when the text is not of that form. */
function keysBelow(
  name: string,
  text: string,
  notation: KeyNotation,
): readonly string[] | undefined {
  if (!text.startsWith(name) || text.length === name.length) return undefined;
  const rest = text.slice(name.length);
  if (/^(?:\[[^[\]]*\])+$/.test(rest)) return rest.slice(1, -1).split('][');
  return notation !== 'brackets' && /^(?:\.[^.[\]]+)+$/.test(rest)
    ? rest.slice(1).split('.')
    : undefined;
}

interface GrowingTree extends BracketTree {
  readonly raws: string[];
  readonly members: Map<string, GrowingTree>;
  readonly items: GrowingTree[];
}

function emptyTree(): GrowingTree {
  return { raws: [], members: new Map(), items: [] };
}

function place(tree: GrowingTree, keys: readonly string[], raw: string): void {
  const [key, ...rest] = keys;
  if (key === undefined) tree.raws.push(raw);
  else if (key === '') place(itemFor(tree, rest), rest, raw);
  else {
    const member = tree.members.get(key) ?? emptyTree();
    tree.members.set(key, member);
    place(member, rest, raw);
  }
}

/** `a[][x]=1&a[][y]=2` is one item with two members; a member that is already there begins the next. */
function itemFor(tree: GrowingTree, [key]: readonly string[]): GrowingTree {
  const last = tree.items.at(-1);
  if (last !== undefined && key !== undefined && key !== '' && !last.members.has(key)) return last;
  const item = emptyTree();
  tree.items.push(item);
  return item;
}
