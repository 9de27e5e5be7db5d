/**
 * The shortest and longest texts, those next to them, and forms of a format that are rare but right
 * (JSON Schema Validation 2020-12, sections 6.3 and 7).
 */
import { holds, type Literal } from '../canon/literal.ts';
import { lengthOf } from '../json-value.ts';
import { lengthened, LONGEST_TEXT } from '../violations/attempts-on-text.ts';
import { count, show } from '../violations/show.ts';
import type { Edge, EdgeContext } from './edge.ts';
import { formatEdges } from './format-edges.ts';

/** @returns the edges of a text. */
export function* textEdges(context: EdgeContext): Iterable<Edge> {
  if (typeof context.spot.value !== 'string') return;
  yield* lengthEdges(context);
  yield* formEdges(context);
}

function* lengthEdges(context: EdgeContext): Iterable<Edge> {
  const { minLength, maxLength, pattern } = context.node.keywords;
  if (minLength !== undefined)
    for (const length of [minLength, minLength + 1])
      yield lengthEdge(context, 'minLength', { length, phrase: 'at least', limit: minLength });
  if (maxLength !== undefined && maxLength <= LONGEST_TEXT)
    for (const length of [maxLength, maxLength - 1].filter((each) => each >= 0))
      yield lengthEdge(context, 'maxLength', { length, phrase: 'at most', limit: maxLength });
  if (pattern !== undefined)
    for (const length of patternLengths(context)) yield lengthEdge(context, 'pattern', { length });
}

function* formEdges({ node }: EdgeContext): Iterable<Edge> {
  const { format, type, minLength } = node.keywords;
  for (const text of format === undefined ? [] : formatEdges(format))
    yield {
      keyword: 'format',
      place: node.placeOf('format'),
      tier: 'edge',
      values: () => [text],
      tell: () => `is ${show(text)}, a rare but right ${format ?? 'form'}`,
    };
  if (type !== undefined && minLength === undefined)
    yield {
      keyword: 'type',
      place: node.placeOf('type'),
      tier: 'edge',
      values: () => [''],
      tell: () => 'is empty',
    };
}

function lengthEdge(
  context: EdgeContext,
  keyword: 'minLength' | 'maxLength' | 'pattern',
  { length, phrase, limit }: { length: number; phrase?: string; limit?: number },
): Edge {
  const { node, spot } = context;
  const bound = limit === undefined ? '' : ` of ${phrase ?? ''} ${String(limit)}`;
  return {
    keyword,
    place: node.placeOf(keyword),
    tier: 'edge',
    values: () => (typeof spot.value === 'string' ? lengthened(spot.value, length) : []),
    literals: [ofLength(context, length)],
    tell: (value) =>
      `has ${count(typeof value === 'string' ? lengthOf(value) : length, 'character')}${bound}`,
  };
}

function ofLength({ node, parts }: EdgeContext, length: number): Literal {
  return holds(
    parts.some(node, `length ${String(length)}`, () => ({
      type: ['string'],
      minLength: length,
      maxLength: length,
    })),
  );
}

/** The least and greatest number of characters that the patterns leave. */
function patternLengths({ spot, languages }: EdgeContext): readonly number[] {
  const patterns = spot.applied.flatMap(({ keywords }) => keywords.pattern ?? []);
  const least = Math.max(0, ...spot.applied.map(({ keywords }) => keywords.minLength ?? 0));
  const most = Math.min(...spot.applied.map(({ keywords }) => keywords.maxLength ?? Infinity));
  const language = languages.of(patterns, []);
  if (language === undefined) return [];
  const [shortest] = language.lengths(least, most, 1);
  const longest = language.longest(most);
  return [...new Set([shortest, longest])].filter((length) => length !== undefined);
}
