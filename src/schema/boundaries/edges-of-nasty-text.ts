/**
 * Texts that are right and that careless code trips over: what quotes, marks up or formats, control
 * characters, letters beyond ASCII and beyond the basic plane, more of them than a column often
 * holds. A value a kind, since a server may rightly turn away one and choke on the next.
 */
import { lengthOf } from '../json-value.ts';
import type { Edge, EdgeContext } from './edge.ts';

const NASTY = [
  ['marks that quote, mark up and format', '\'"\\<&%'],
  ['control characters', '\u0001\t\u001b\n'],
  ['a NUL', '\u0000'],
  ['letters of four scripts', '\u00e9\u05e9\u4e2d\u0416'],
  ['a character beyond the basic plane', '\u{1f4da}'],
  ['more characters than a column of 255', 'and so on '.repeat(26)],
] as const;

/** @returns one edge a kind, its text as short as the schema lets it be */
export function* nastyTextEdges({ node, spot }: EdgeContext): Iterable<Edge> {
  const plain = spot.value;
  const { type, format, pattern } = node.keywords;
  // What a format or a pattern shapes has no room for them.
  if (typeof plain !== 'string' || type === undefined) return;
  if (format !== undefined || pattern !== undefined) return;
  for (const [what, text] of NASTY)
    yield {
      keyword: 'type',
      place: node.placeOf('type'),
      tier: 'hostile',
      values: () => [text, `${text}${plain}`, `${text}${cut(plain, lengthOf(text))}`],
      tell: () => `holds ${what}`,
    };
}

function cut(text: string, count: number): string {
  return [...text].slice(0, -count).join('');
}
