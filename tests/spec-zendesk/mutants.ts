/**
 * Spoils one place of a JSON value at a time: every leaf becomes each other type, every member is
 * dropped once. What a tight description must refuse, one mutant each.
 */

interface Mutant {
  /** `type` where a leaf was replaced, `drop` where a member is missing. */
  readonly kind: 'type' | 'drop';
  /** JSON pointer with list positions as `*`, so that like places read alike. */
  readonly at: string;
  /** The type that came in, of a `type` mutant. */
  readonly into: string;
  readonly value: unknown;
}

/** Values of each JSON type that no member of the description means by another type's schema. */
const STRANGERS: readonly (readonly [type: string, value: unknown])[] = [
  ['string', 'a text out of place'],
  ['number', 0.5],
  ['boolean', true],
  ['object', { stranger: true }],
  ['array', [{ stranger: true }]],
];

/** @returns every mutant of a value, in document order. */
export function mutantsOf(value: unknown): readonly Mutant[] {
  return mutantsAt(value, '', (changed) => changed);
}

function mutantsAt(
  value: unknown,
  at: string,
  within: (changed: unknown) => unknown,
): readonly Mutant[] {
  if (Array.isArray(value) && value.length > 0) {
    const items: readonly unknown[] = value;
    return items.flatMap((item, index) =>
      mutantsAt(item, `${at}/*`, (changed) => within(items.with(index, changed))),
    );
  }
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    return Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
      const rest = without(value, name);
      const dropped: Mutant = { kind: 'drop', at: `${at}/${name}`, into: '', value: within(rest) };
      const deeper = mutantsAt(member, `${at}/${name}`, (changed) =>
        within({ ...value, [name]: changed }),
      );
      return [dropped, ...deeper];
    });
  }
  return STRANGERS.filter(([type]) => isOtherType(value, type)).map(([into, stranger]) => ({
    kind: 'type',
    at,
    into,
    value: within(stranger),
  }));
}

/** @returns an object without one of its members. */
export function without(value: object, name: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
}

/**
 * A null says nothing of its member's type but that text is the likeliest; text is let through. A
 * fraction is another type than a whole number.
 */
function isOtherType(value: unknown, type: string): boolean {
  if (value === null) return type !== 'string';
  if (type === 'number') return typeof value !== 'number' || Number.isInteger(value);
  return type !== (Array.isArray(value) ? 'array' : typeof value);
}
