/**
 * Every value that a lenient server may take a path segment's text for, decoded or as it stands,
 * with the label's dot and the matrix's name or without (OAS 3.1.0, section 4.8.12.2).
 */
import { pairWays } from './lenient-pairs.ts';
import { listWays, memberWays, textReadings } from './lenient-text.ts';
import type { EncodedText } from './lenient-text.ts';
import { decodeText } from './percent-encoding.ts';
import { matrixPairs } from './raw-pairs.ts';
import { union } from './readings-product.ts';
import type { Alternatives } from './readings-product.ts';
import type { WireField } from './wire-field.ts';

/** @returns the readings of a placeholder's text. */
export function segmentWays(raw: string, field: WireField): Alternatives {
  const { style, shape } = field;
  const ways = [textReadings(encoded(raw), shape)];
  if (style === 'matrix' && raw.startsWith(';')) {
    const pairs = { pairs: matrixPairs(raw), decode: decodeText, claimed: NONE };
    ways.push(pairWays({ ...pairs, decodings: DECODINGS }, { ...field, style: 'form' }));
  }
  if (style === 'label' && raw.startsWith('.')) {
    const split = { texts: raw.slice(1).split('.').map(encoded), how: 'dot split' };
    ways.push(textReadings(encoded(raw.slice(1)), shape));
    if (shape.types.has('array')) ways.push(listWays(split, shape));
    if (shape.types.has('object')) ways.push(...memberWays(split, shape));
  }
  return union(ways);
}

const DECODINGS = [decodeText, (raw: string): string => raw] as const;

const NONE: ReadonlySet<string> = new Set();

function encoded(raw: string): EncodedText {
  return { raw, decodings: DECODINGS };
}
