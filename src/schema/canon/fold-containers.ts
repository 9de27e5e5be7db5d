/**
 * Folds what is asked of arrays and objects: counts tightened by what must be there, names that are
 * required and ruled out at once found.
 */
import { atomsOf, type Atom, type Origin } from './atom.ts';
import { clashOf, exceptionsIn, foldCounts, type Folded } from './fold.ts';

/** @returns the arrays that satisfy every atom, as far as can be seen without their items. */
export function foldArray(atoms: readonly Atom[]): Folded {
  const counts = foldCounts(atoms);
  if ('clash' in counts) return { kind: 'clash', clash: counts.clash };
  let { min } = counts;
  const { max } = counts;
  const demands = atomsOf(atoms, 'demand');
  for (const { demand, from } of demands) {
    if (demand.min > demand.max)
      return clash(from, from, 'More items are asked for than are allowed.');
    const needed = demand.min === 0 ? 0 : demand.from + demand.min;
    if (needed > max.value) return clash(from, max.from, `${needed} items are needed.`);
    if (needed > min.value) min = { value: needed, from };
  }
  const uniqueness = atomsOf(atoms, 'unique');
  const unique = uniqueness.find((atom) => atom.holds);
  const repeats = uniqueness.find((atom) => !atom.holds);
  if (unique !== undefined && repeats !== undefined)
    return clash(unique.from, repeats.from, 'Items can not be unique and repeated.');
  if (repeats !== undefined && max.value < 2)
    return clash(repeats.from, max.from, 'A repeated item needs two items.');
  return {
    kind: 'shape',
    shape: {
      kind: 'array',
      min: repeats === undefined ? min.value : Math.max(2, min.value),
      max: max.value,
      claims: atomsOf(atoms, 'items').map((atom) => atom.claim),
      demands: demands.map(({ demand }) => demand),
      isUnique: unique !== undefined,
      repeats: repeats !== undefined,
      except: exceptionsIn(atoms),
      from: atoms.map(({ from }) => from),
    },
  };
}

/** @returns the objects that satisfy every atom, as far as can be seen without their members. */
export function foldObject(atoms: readonly Atom[]): Folded {
  const counts = foldCounts(atoms);
  if ('clash' in counts) return { kind: 'clash', clash: counts.clash };
  const absent = new Map(atomsOf(atoms, 'absent').map(({ name, from }) => [name, from]));
  const owed = foldOwed(atoms);
  const required = foldRequired(atoms, owed);
  for (const [name, from] of required) {
    const other = absent.get(name);
    if (other !== undefined) return clash(from, other, `"${name}" is required and ruled out.`);
  }
  const { max } = counts;
  if (required.size > max.value) {
    const [origin] = required.values();
    return clash(origin, max.from, `${required.size} members are required.`);
  }
  return {
    kind: 'shape',
    shape: {
      kind: 'object',
      min: Math.max(counts.min.value, required.size),
      max: max.value,
      required,
      absent,
      claims: atomsOf(atoms, 'members').map((atom) => atom.claim),
      names: atomsOf(atoms, 'names').map((atom) => atom.literal),
      owed,
      some: atomsOf(atoms, 'some').map((atom) => atom.member),
      except: exceptionsIn(atoms),
      from: atoms.map(({ from }) => from),
    },
  };
}

function foldOwed(atoms: readonly Atom[]): ReadonlyMap<string, readonly string[]> {
  const owed = new Map<string, readonly string[]>();
  for (const { name, others } of atomsOf(atoms, 'owed'))
    owed.set(name, [...(owed.get(name) ?? []), ...others]);
  return owed;
}

/** A required name brings those that it owes, and they theirs. */
function foldRequired(
  atoms: readonly Atom[],
  owed: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, Origin> {
  const required = new Map(atomsOf(atoms, 'present').map(({ name, from }) => [name, from]));
  for (const [name, from] of required)
    for (const other of owed.get(name) ?? []) if (!required.has(other)) required.set(other, from);
  return required;
}

function clash(first: Origin | undefined, second: Origin | undefined, reason: string): Folded {
  return { kind: 'clash', clash: clashOf(first, second, reason) };
}
