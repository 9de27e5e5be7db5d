/**
 * Tells records of one kind apart by what they show: a status, a switch, a member that is null or a
 * list that is empty. A defect may show on the one record on hold among hundreds, so that a few
 * records that show all there is are asked for more often than the rest.
 */
/** A member with more values than that is a text or a number of its own, no kind of record. */
const MAX_VALUES = 12;

/** Member name to the kind of its value. */
export type Traits = Readonly<Record<string, string>>;

/** @returns what may tell the object from its like: words, switches, what is null or empty. */
export function traitsOf(object: Readonly<Record<string, unknown>>): Traits {
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, member]) => {
      const kind = kindOf(member);
      return kind === undefined ? [] : [[name, kind]];
    }),
  );
}

function kindOf(member: unknown): string | undefined {
  if (member === null || typeof member === 'boolean') return String(member);
  if (Array.isArray(member)) return member.length === 0 ? 'empty' : 'filled';
  if (typeof member === 'number') return 'number';
  if (typeof member !== 'string') return undefined;
  return /^[A-Za-z][\w-]{0,23}$/.test(member) ? `word ${member}` : 'text';
}

interface Told {
  readonly value: string | number;
  readonly traits: Traits;
}

/** @returns those that, first come first, show a kind that none before them showed. */
export function mostTellingOf(entries: Iterable<Told>): ReadonlySet<string | number> {
  const seen = new Map<string, Map<string, string | number>>();
  for (const { value, traits } of entries) {
    for (const [name, kind] of Object.entries(traits)) {
      const kinds = seen.get(name) ?? new Map<string, string | number>();
      seen.set(name, kinds);
      if (kinds.size <= MAX_VALUES && !kinds.has(kind)) kinds.set(kind, value);
    }
  }
  const telling = [...seen.values()].filter(({ size }) => size > 1 && size <= MAX_VALUES);
  return new Set(telling.flatMap((kinds) => [...kinds.values()]));
}
