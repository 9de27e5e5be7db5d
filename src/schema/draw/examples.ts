/**
 * The examples, defaults and the like that the schemas of a goal carry, as far as they satisfy it:
 * what a description's author had in mind.
 */
import { accepts } from '../judge/evaluate.ts';
import { isList } from '../json-value.ts';
import type { Goal } from '../canon/literal.ts';
import type { SchemaNode } from '../model/schema-node.ts';

const KEY = 'examples';
const MOST_STEPS = 64;

/** @returns the valid examples, in document order. */
export function examplesOf(goal: Goal): readonly unknown[] {
  const known = goal.memory.get(KEY);
  if (isList(known)) return known;
  const found = collect(goal).filter((value) =>
    goal.literals.every(({ node, holds }) => accepts(node, value) === holds),
  );
  goal.memory.set(KEY, found);
  return found;
}

function collect(goal: Goal): readonly unknown[] {
  const found: unknown[] = [];
  const queue = goal.literals.filter(({ holds }) => holds).map(({ node }) => node);
  const seen = new Set<SchemaNode>();
  for (
    let node = queue.shift();
    node !== undefined && seen.size < MOST_STEPS;
    node = queue.shift()
  ) {
    if (seen.has(node)) continue;
    seen.add(node);
    const { examples = [], ref, allOf = [] } = node.keywords;
    found.push(...examples);
    if (ref !== undefined) queue.push(ref);
    queue.push(...allOf);
  }
  return found;
}
