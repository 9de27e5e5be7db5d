/**
 * One text read back as its style wrote it: a scalar, the items of a list, or names and values,
 * taken apart before decoding so that an encoded delimiter stays part of its item (OAS 3.1.0,
 * section 4.8.12.2).
 */
import { strictText } from './strict-text.ts';
import { hasScalarType, isAnyType } from './value-shape.ts';
import type { ValueShape } from './value-shape.ts';

/** How a text was written. */
interface StyledText {
  readonly raw: string;
  readonly decode: (raw: string) => string;
  readonly explode: boolean;
  /** Between items when exploded. */
  readonly exploded: string;
  /** Between items, and between names and values, when not. */
  readonly plain: string;
  readonly shape: ValueShape;
}

/** @returns the typed value; a text that can't be taken apart as the shape asks is read as a scalar. */
export function strictStyled(styled: StyledText): unknown {
  const { raw, decode, explode, exploded, plain, shape } = styled;
  const parts = raw.split(explode ? exploded : plain);
  switch (wantedForm(shape, parts, styled)) {
    case 'list':
      return parts.map((part, index) => strictText(decode(part), shape.item(index)));
    case 'members':
      return strictMembers(explode ? parts.map(cutAtEquals) : inTurn(parts), decode, shape);
    case 'scalar':
      return strictText(decode(raw), shape);
  }
}

/** An object of pairs, each value read by its member's shape. */
function strictMembers(
  pairs: readonly (readonly [name: string, value: string])[],
  decode: (raw: string) => string,
  shape: ValueShape,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    pairs.map(([name, value]) => {
      const decoded = decode(name);
      return [decoded, strictText(decode(value), shape.member(decoded))];
    }),
  );
}

/** Where the shape allows several forms, the delimiters in the text decide. */
function wantedForm(
  shape: ValueShape,
  parts: readonly string[],
  { explode }: StyledText,
): 'list' | 'members' | 'scalar' {
  const { types } = shape;
  if (isAnyType(shape)) return 'scalar';
  const isPaired = explode ? parts.every((part) => part.includes('=')) : parts.length % 2 === 0;
  if (types.has('object') && isPaired) return 'members';
  return types.has('array') && (!hasScalarType(shape) || parts.length > 1) ? 'list' : 'scalar';
}

function cutAtEquals(part: string): readonly [string, string] {
  const at = part.indexOf('=');
  return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
}

function inTurn(parts: readonly string[]): readonly (readonly [string, string])[] {
  return parts.flatMap((name, index) =>
    index % 2 === 0 ? [[name, parts[index + 1] ?? ''] as const] : [],
  );
}
