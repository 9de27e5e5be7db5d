/**
 * The members of an exploded object, which stand under their own names among the names of others
 * (OAS 3.1.0, section 4.8.12.2): which pairs are its own, by its schema and by what else is declared.
 */
import type { RawPair } from './raw-pairs.ts';
import { hasScalarType, isAnyType } from './value-shape.ts';
import type { ValueShape } from './value-shape.ts';
import type { WireField } from './wire-field.ts';

/** Where named values are looked for. */
interface NamedPairs {
  readonly pairs: readonly RawPair[];
  /** Names that belong to something else, so that an exploded object does not take them. */
  readonly claimed: ReadonlySet<string>;
}

/** @returns the pairs that an exploded object takes for its members: those that nothing else claims. */
export function membersSpread(
  { pairs, claimed }: NamedPairs,
  shape: ValueShape,
): readonly RawPair[] {
  return pairs.filter(({ name }) => !claimed.has(name) && shape.member(name).types.size > 0);
}

/** @returns whether what stands at the name of an exploded object is one of its members, which may be called the same. */
export function isOwnMember(field: WireField): boolean {
  const { name, shape } = field;
  const isObject = shape.types.has('object') && !shape.types.has('array') && !hasScalarType(shape);
  return isObject && mayBeSpread(field) && shape.memberNames.includes(name);
}

/** @returns whether the field may be an object whose members stand beside it; of a value that may be anything nothing is taken for them. */
export function mayBeSpread({ style, explode, spreads, shape }: WireField): boolean {
  const isSpread = explode && spreads && style !== 'deepObject';
  return isSpread && shape.types.has('object') && !isAnyType(shape);
}

/** @returns the names of the pairs that the field's value is read from, when it is read as it is declared. */
export function namesTaken(source: NamedPairs, field: WireField): readonly string[] {
  const names = source.pairs.map(({ name }) => name);
  const { name, style, shape } = field;
  if (style === 'deepObject')
    return names.filter((each) => each === name || each.startsWith(`${name}[`));
  const isSpread = mayBeSpread(field) && (!names.includes(name) || isOwnMember(field));
  return isSpread ? membersSpread(source, shape).map((pair) => pair.name) : [name];
}
