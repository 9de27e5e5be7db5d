/**
 * Every value that a lenient server may take one text for, structures included: split at any of the
 * usual delimiters, before or after decoding, with items read leniently in turn.
 */
import { jsonTypeOf } from './json-type.ts';
import { distinct, productOfItems, productOfMembers, union } from './readings-product.ts';
import type { Alternatives } from './readings-product.ts';
import type { Reading } from './reading.ts';
import { scalarReadings } from './scalar-readings.ts';
import { strictText } from './strict-text.ts';
import type { ValueShape } from './value-shape.ts';

/** A text as it stands in the bytes, with the ways its location decodes it, the standard one first. */
export interface EncodedText {
  readonly raw: string;
  readonly decodings: readonly ((raw: string) => string)[];
}

/** @returns the readings that the shape may allow, the strict one first; what it rules out for certain is left out. */
export function textReadings(text: EncodedText, shape: ValueShape): Alternatives {
  const { types } = shape;
  const splits = types.has('array') || types.has('object') ? splitsOf(text) : [];
  return union([
    scalarWays(text, shape),
    ...(types.has('array') ? splits.map((parts) => listWays(parts, shape)) : []),
    ...(types.has('object') ? splits.flatMap((parts) => memberWays(parts, shape)) : []),
  ]);
}

/** @returns the readings of a text that is not split. */
export function scalarWays(text: EncodedText, shape: ValueShape): Alternatives {
  return union(decoded(text).map((each) => fitting(each, shape)));
}

/** @returns the list of the texts, each read in all its ways. */
export function listWays({ texts, how }: Split, shape: ValueShape): Alternatives {
  return productOfItems(
    texts.map((text, index) => scalarWays(text, shape.item(index))),
    how,
  );
}

/** Texts that were one, or that came together. */
interface Split {
  readonly texts: readonly EncodedText[];
  readonly how: string;
}

/** The strict reading, then the rest of a type that the shape allows; never none. */
function fitting(text: string, shape: ValueShape): Alternatives {
  const strict = strictText(text, shape);
  const first: Reading = {
    kind: 'value',
    value: strict,
    how: typeof strict === 'string' ? 'text' : jsonTypeOf(strict),
  };
  const rest = scalarReadings(text).filter(
    (reading) => reading.kind === 'absent' || shape.types.has(jsonTypeOf(reading.value)),
  );
  return distinct([first, ...rest]);
}

function decoded({ raw, decodings }: EncodedText): readonly string[] {
  return [...new Set(decodings.map((decode) => decode(raw)))];
}

/** Between items, as they stand in the bytes and after decoding. */
const DELIMITERS = {
  ',': 'comma split',
  '%2C': 'comma split',
  ' ': 'space split',
  '%20': 'space split',
  '+': 'space split',
  '|': 'pipe split',
  '%7C': 'pipe split',
  ';': 'semicolon split',
} as const;

/** Each way to take the text apart; one item when it has no delimiter. */
function splitsOf(text: EncodedText): readonly Split[] {
  const whole: Split = { texts: [text], how: 'list of one' };
  const splits = Object.entries(DELIMITERS).flatMap(([delimiter, how]) => [
    ...splitAt(text.raw, delimiter, how, text.decodings),
    ...decoded(text).flatMap((each) => splitAt(each, delimiter, how, AS_IT_IS)),
  ]);
  return [whole, ...splits];
}

const AS_IT_IS = [(raw: string): string => raw] as const;

function splitAt(
  text: string,
  delimiter: string,
  how: string,
  decodings: EncodedText['decodings'],
): readonly Split[] {
  if (!text.includes(delimiter)) return [];
  const texts = text.split(delimiter).map((raw): EncodedText => ({ raw, decodings }));
  const filled = texts.filter(({ raw }) => raw.trim() !== '');
  const split = { texts, how };
  return filled.length === texts.length
    ? [split]
    : [split, { texts: filled, how: `${how}, empty ones left out` }];
}

/** @returns the objects that the texts may spell: names and values in turn, or joined by `=` or `:`. */
export function memberWays({ texts, how }: Split, shape: ValueShape): readonly Alternatives[] {
  const ways: Alternatives[] = [];
  if (texts.length % 2 === 0) {
    const pairs = texts.flatMap((name, index) => {
      const value = texts[index + 1];
      return index % 2 === 0 && value !== undefined ? [[name, value] as const] : [];
    });
    ways.push(membersWays(pairs, shape, `${how}, names and values in turn`));
  }
  for (const joint of ['=', ':']) {
    const pairs = texts.flatMap((text) => cutAt(text, joint));
    if (pairs.length > 0 && pairs.length === texts.length)
      ways.push(membersWays(pairs, shape, `${how}, ${joint} between name and value`));
  }
  return ways;
}

function cutAt({ raw, decodings }: EncodedText, joint: string): readonly TextPair[] {
  const at = raw.indexOf(joint);
  if (at < 0) return [];
  return [
    [
      { raw: raw.slice(0, at), decodings },
      { raw: raw.slice(at + 1), decodings },
    ],
  ];
}

type TextPair = readonly [name: EncodedText, value: EncodedText];

function membersWays(pairs: readonly TextPair[], shape: ValueShape, how: string): Alternatives {
  const named = (name: EncodedText): string => (decoded(name)[0] ?? '').trim();
  return productOfMembers(
    pairs.map(([name, value]) => [named(name), scalarWays(value, shape.member(named(name)))]),
    how,
  );
}
