/**
 * Every value that a lenient server may take a request header's lines for: one line or all, trimmed,
 * decoded, in either case, split at commas (RFC 9110, sections 5.3 and 5.5).
 */
import { strictHeader } from './header-field.ts';
import { listWays, scalarWays, textReadings } from './lenient-text.ts';
import type { EncodedText } from './lenient-text.ts';
import { decodeText } from './percent-encoding.ts';
import { ABSENT, only, union } from './readings-product.ts';
import type { Alternatives } from './readings-product.ts';
import type { WireField } from './wire-field.ts';

/** @returns the readings of a header's lines, the strict one first. */
export function headerWays(lines: readonly string[], field: WireField): Alternatives {
  const { shape } = field;
  const [first] = lines;
  if (first === undefined) return only(ABSENT);
  const strict = strictHeader(lines, field);
  const texts = [...new Set([lines.join(', '), first, lines.at(-1) ?? first])];
  return union([
    only({ kind: 'value', value: strict, how: 'as declared' }),
    ...texts.flatMap((raw) => [
      textReadings({ raw, decodings: DECODINGS }, shape),
      scalarWays({ raw, decodings: CASES }, shape),
    ]),
    ...(shape.types.has('array')
      ? [listWays({ texts: lines.map(asLine), how: 'lines' }, shape)]
      : []),
  ]);
}

const DECODINGS = [
  (raw: string): string => raw.trim(),
  (raw: string): string => decodeText(raw.trim()),
] as const;

const CASES = [
  (raw: string): string => raw.trim().toLowerCase(),
  (raw: string): string => raw.trim().toUpperCase(),
] as const;

function asLine(raw: string): EncodedText {
  return { raw, decodings: DECODINGS };
}
