/**
 * Which schemas are settled once the evaluator has taken the value: those of nothing but types,
 * listed scalars, bounds, lengths, patterns and formats. There the evaluator does what AJV does, by
 * the same comparisons, expressions and format functions, so that compiling them for AJV as well
 * would tell nothing new. They are most of what a real schema consists of.
 */
import { SCALAR_BOUNDS } from '../model/bounds.ts';
import type { Keywords } from '../model/keywords.ts';
import type { SchemaNode } from '../model/schema-node.ts';

const PLAIN: ReadonlySet<keyof Keywords> = new Set<keyof Keywords>([
  'type',
  ...SCALAR_BOUNDS,
  'pattern',
  'format',
  'examples',
  'readOnly',
  'writeOnly',
  'opaque',
  'unenforced',
]);

/** References followed. */
const MOST_STEPS = 8;

/** @returns whether the evaluator's verdict is AJV's as well. */
export function isSettled(node: SchemaNode, steps = 0): boolean {
  const { keywords } = node;
  for (const name in keywords) {
    // Only keywords are members of keywords.
    if (PLAIN.has(name as keyof Keywords) || isOfScalars(name, keywords)) continue;
    const { ref } = keywords;
    if (name !== 'ref' || ref === undefined || steps >= MOST_STEPS) return false;
    if (!isSettled(ref, steps + 1)) return false;
  }
  return true;
}

function isOfScalars(name: string, { enum: listed = [], const: only }: Keywords): boolean {
  if (name === 'enum') return listed.every(isScalar);
  return name === 'const' && only !== undefined && isScalar(only.value);
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}
