/**
 * Every value that a lenient server may take a name's pairs for: any one or all of a repeated key, keys in brackets or dots, an object's members beside it, or nothing at all where
 * the pairs are not of the declared form.
 */
import { bracketTree } from './bracket-tree.ts';
import type { BracketTree } from './bracket-tree.ts';
import type { JsonType } from './json-type.ts';
import { listWays, textReadings } from './lenient-text.ts';
import type { EncodedText } from './lenient-text.ts';
import { ABSENT, only, productOfItems, productOfMembers, union } from './readings-product.ts';
import type { Alternatives } from './readings-product.ts';
import { isOwnMember, membersSpread } from './spread-members.ts';
import { strictPairs } from './strict-pairs.ts';
import type { PairSource } from './strict-pairs.ts';
import { hasScalarType } from './value-shape.ts';
import type { ValueShape } from './value-shape.ts';
import type { WireField } from './wire-field.ts';

/** Where a named value is looked for, and all the ways its text may be decoded. */
interface LenientSource extends PairSource {
  readonly decodings: EncodedText['decodings'];
}

/** @returns the readings of one named value, the strict one first; never none. */
export function pairWays(source: LenientSource, field: WireField): Alternatives {
  const { shape, name } = field;
  const strict = strictPairs(source, field);
  const raws = source.pairs.flatMap((pair) => (pair.name === name ? [pair.raw] : []));
  const tree = bracketTree(name, source.pairs, 'brackets-or-dots');
  return union([
    strict === undefined
      ? only(ABSENT)
      : only({ kind: 'value', value: strict, how: 'as declared' }),
    ...(raws.length === 0 ? [] : [repeatedWays(raws, source, shape)]),
    ...(tree === undefined ? [] : [treeWays(tree, source, shape)]),
    ...spreadWays(source, field),
    ...(isElsewhere(source, field, tree) ? [only(ABSENT)] : []),
  ]);
}

/** Whether the pairs stand where a server that looks for keys below the name, or for members beside it, does not look. */
function isElsewhere(
  source: LenientSource,
  { style, spreads, explode, shape }: WireField,
  tree: BracketTree | undefined,
): boolean {
  if (style === 'deepObject') return tree === undefined;
  const isObject = shape.types.has('object') && !hasScalarType(shape);
  return spreads && explode && isObject && membersSpread(source, shape).length === 0;
}

/** @returns the readings of texts that stand at one name: any one of them, or all. */
export function repeatedWays(
  raws: readonly string[],
  { decodings }: Pick<LenientSource, 'decodings'>,
  shape: ValueShape,
): Alternatives {
  const texts = raws.map((raw): EncodedText => ({ raw, decodings }));
  const [first] = texts;
  if (first === undefined) return only(ABSENT);
  if (texts.length === 1) return textReadings(first, shape);
  // One of several values stands for a single value only: whoever wants a list takes them all.
  const single = { ...shape, types: without(shape.types, 'array') };
  return union([
    ...(shape.types.has('array') ? [listWays({ texts, how: 'repeated key' }, shape)] : []),
    ...(single.types.size === 0 && shape.types.size === 1
      ? []
      : texts.map((text) => textReadings(text, single))),
    textReadings({ raw: raws.join(','), decodings }, shape),
  ]);
}

function without(types: ReadonlySet<JsonType>, left: JsonType): ReadonlySet<JsonType> {
  return new Set([...types].filter((type) => type !== left));
}

function treeWays(tree: BracketTree, source: LenientSource, shape: ValueShape): Alternatives {
  const ways: Alternatives[] = [];
  const { raws, items, members } = tree;
  const { types } = shape;
  const list = (trees: readonly BracketTree[]): Alternatives =>
    productOfItems(
      trees.map((item, index) => treeWays(item, source, shape.item(index))),
      'bracketed list',
    );
  if (raws.length > 0) ways.push(repeatedWays(raws, source, shape));
  if (items.length > 0) ways.push(list(items));
  if (members.size === 0) return union(ways);
  const isIndexed = [...members.keys()].every((key) => /^\d+$/.test(key));
  if (isIndexed && types.has('array')) ways.push(list([...members.values()]));
  if (ways.length === 0 || types.has('object'))
    ways.push(
      productOfMembers(
        [...members].map(([key, member]) => [key, treeWays(member, source, shape.member(key))]),
        'bracketed members',
      ),
    );
  return union(ways);
}

/** An object whose members stand beside it: all that it may take, or only those it names. */
function spreadWays(source: LenientSource, field: WireField): readonly Alternatives[] {
  const { shape, spreads, explode, style } = field;
  if (!spreads || !explode || style === 'deepObject' || !shape.types.has('object')) return [];
  const isOther = isOwnMember(field) ? undefined : field.name;
  const pairs = membersSpread(source, shape).filter(({ name }) => name !== isOther);
  const taken = [...new Set(pairs.map(({ name }) => name))];
  const named = taken.filter((name) => shape.memberNames.includes(name));
  const object = (names: readonly string[], how: string): Alternatives =>
    productOfMembers(
      names.map((name) => {
        const raws = pairs.flatMap((pair) => (pair.name === name ? [pair.raw] : []));
        return [name, repeatedWays(raws, source, shape.member(name))];
      }),
      how,
    );
  return [
    ...(taken.length === 0 ? [] : [object(taken, 'exploded members')]),
    ...(named.length === taken.length ? [] : [object(named, 'named members only')]),
  ];
}
