/**
 * One named value read back from pairs as its declaration wrote it (OAS 3.1.0, section 4.8.12.2):
 * form, spaceDelimited, pipeDelimited and deepObject of queries, cookies, forms and matrix segments.
 */
import type { ParameterStyle } from '../spec/api.ts';
import { bracketTree } from './bracket-tree.ts';
import type { BracketTree } from './bracket-tree.ts';
import { parsedOrText } from './body-text.ts';
import { isJson } from './media-type.ts';
import type { RawPair } from './raw-pairs.ts';
import { isOwnMember, mayBeSpread, membersSpread } from './spread-members.ts';
import { strictStyled } from './strict-style.ts';
import { strictText } from './strict-text.ts';
import { hasScalarType } from './value-shape.ts';
import type { ValueShape } from './value-shape.ts';
import type { WireField } from './wire-field.ts';

/** Where a named value is looked for. */
export interface PairSource {
  readonly pairs: readonly RawPair[];
  readonly decode: (raw: string) => string;
  /** Names that belong to something else, so that an exploded object does not take them. */
  readonly claimed: ReadonlySet<string>;
}

/** @returns the typed value; undefined when it is not there. */
export function strictPairs(source: PairSource, field: WireField): unknown {
  const { pairs, decode } = source;
  const { name, shape, content } = field;
  const raws = pairs.flatMap((pair) => (pair.name === name ? [pair.raw] : []));
  const [first] = raws;
  if (content !== undefined) {
    if (first === undefined) return undefined;
    return isJson(content) ? parsedOrText(decode(first)) : decode(first);
  }
  if (field.style === 'deepObject') {
    const tree = bracketTree(name, pairs, 'brackets');
    if (tree !== undefined) return strictTree(tree, decode, shape);
  }
  if (first === undefined || isOwnMember(field)) return spreadMembers(source, field);
  if (field.explode || field.style === 'deepObject') return strictRepeated(raws, decode, shape);
  const { raw, separator } = separated(first, field.style);
  return strictStyled({
    raw,
    decode,
    explode: false,
    exploded: separator,
    plain: separator,
    shape,
  });
}

function spreadMembers(source: PairSource, field: WireField): unknown {
  if (!mayBeSpread(field)) return undefined;
  const { shape } = field;
  const members = membersSpread(source, shape);
  return members.length === 0
    ? undefined
    : Object.fromEntries(
        members.map(({ name, raw }) => [name, strictText(source.decode(raw), shape.member(name))]),
      );
}

/** A list where the shape asks for one, or allows one and there are several. */
function strictRepeated(
  raws: readonly string[],
  decode: (raw: string) => string,
  shape: ValueShape,
): unknown {
  const { types } = shape;
  if (types.has('array') && (raws.length > 1 || !hasScalarType(shape))) {
    const whole = strictText(decode(raws[0] ?? ''), shape);
    // An object that the shape allows as well is JSON in one text.
    if (raws.length === 1 && types.has('object') && typeof whole === 'object') return whole;
    return raws.map((raw, index) => strictText(decode(raw), shape.item(index)));
  }
  return strictText(decode(raws[0] ?? ''), shape);
}

function strictTree(
  tree: BracketTree,
  decode: (raw: string) => string,
  shape: ValueShape,
): unknown {
  if (tree.items.length > 0)
    return tree.items.map((item, index) => strictTree(item, decode, shape.item(index)));
  if (tree.members.size === 0) return strictRepeated(tree.raws, decode, shape);
  if (!shape.types.has('object') && shape.types.has('array'))
    return [...tree.members.values()].map((item, index) =>
      strictTree(item, decode, shape.item(index)),
    );
  return Object.fromEntries(
    [...tree.members].map(([key, member]) => [key, strictTree(member, decode, shape.member(key))]),
  );
}

/** Each spelling of a delimiter that may not stand as it is becomes one. */
function separated(raw: string, style: ParameterStyle): { raw: string; separator: string } {
  switch (style) {
    case 'spaceDelimited':
      return { raw: raw.replace(/\+| /g, '%20'), separator: '%20' };
    case 'pipeDelimited':
      return { raw: raw.replace(/\||%7c/g, '%7C'), separator: '%7C' };
    default:
      return { raw, separator: ',' };
  }
}
