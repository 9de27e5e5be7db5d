/**
 * Judges a value against a node by walking both: exact on `unevaluated*` and on recursion of any
 * kind, at no cost of compilation. It steers generation, where thousands of part schemas and their
 * negations are asked about once; the verdict on what leaves the room is AJV's as well.
 */
import { hasMember, isList, isRecord, isSame, type JsonRecord } from '../json-value.ts';
import type { Keywords } from '../model/keywords.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import { evaluateArray } from './evaluate-array.ts';
import { evaluateObject } from './evaluate-object.ts';
import { fitsNumber, fitsString, fitsType } from './evaluate-scalar.ts';
import { absorb, fresh, type Evaluated } from './evaluated.ts';

/** Deeper nesting of values and schemas than this is refused, before the stack would overflow. */
const DEEPEST = 1500;

/** Thrown where a value is nested too deep to be judged. */
export class TooDeepError extends RangeError {
  readonly code = 'SCHEMA_TOO_DEEP';
}

/** @returns whether the value is valid. @throws {TooDeepError} nested too deep to tell */
export function accepts(node: SchemaNode, value: unknown): boolean {
  return evaluate(node, value, undefined, 0);
}

/** Judges one part; `out` collects what `unevaluated*` of an enclosing schema must know. */
export function evaluate(
  node: SchemaNode,
  value: unknown,
  out: Evaluated | undefined,
  depth: number,
): boolean {
  const { keywords } = node;
  if (keywords.verdict === false) return false;
  if (depth > DEEPEST) throw new TooDeepError('The value or its schema is nested too deep.');
  const looksBack =
    keywords.unevaluatedProperties !== undefined || keywords.unevaluatedItems !== undefined;
  const seen = looksBack || out !== undefined ? fresh() : undefined;
  const holds = fitsAll(keywords, value, seen, depth);
  if (holds && out !== undefined && seen !== undefined) absorb(out, seen);
  return holds;
}

function fitsAll(
  keywords: Keywords,
  value: unknown,
  seen: Evaluated | undefined,
  depth: number,
): boolean {
  return (
    fitsType(keywords, value) &&
    fitsValues(keywords, value) &&
    fitsKind(keywords, value, seen, depth) &&
    fitsCombinators(keywords, value, seen, depth) &&
    fitsUnevaluated(keywords, value, seen, depth)
  );
}

function fitsValues(keywords: Keywords, value: unknown): boolean {
  if (keywords.const !== undefined && !isSame(keywords.const.value, value)) return false;
  const { enum: members } = keywords;
  if (members === undefined || members.includes(value)) return true;
  // Scalars are the same only if they are identical.
  return (
    typeof value === 'object' && value !== null && members.some((member) => isSame(member, value))
  );
}

function fitsKind(
  keywords: Keywords,
  value: unknown,
  seen: Evaluated | undefined,
  depth: number,
): boolean {
  if (typeof value === 'number') return fitsNumber(keywords, value);
  if (typeof value === 'string') return fitsString(keywords, value);
  if (isList(value)) return evaluateArray(keywords, value, seen, depth);
  if (isRecord(value))
    return (
      evaluateObject(keywords, value, seen, depth) && fitsDependents(keywords, value, seen, depth)
    );
  return true;
}

function fitsDependents(
  keywords: Keywords,
  value: JsonRecord,
  seen: Evaluated | undefined,
  depth: number,
): boolean {
  for (const [name, schema] of keywords.dependentSchemas ?? [])
    if (hasMember(value, name) && !evaluate(schema, value, seen, depth + 1)) return false;
  return true;
}

function fitsCombinators(
  keywords: Keywords,
  value: unknown,
  seen: Evaluated | undefined,
  depth: number,
): boolean {
  const passes = (node: SchemaNode): boolean => evaluate(node, value, seen, depth + 1);
  const { ref, allOf, anyOf, oneOf, not } = keywords;
  if (ref !== undefined && !passes(ref)) return false;
  if (allOf?.every(passes) === false) return false;
  // Every branch is asked, since each that passes adds to what is evaluated.
  if (anyOf?.filter(passes).length === 0) return false;
  if (oneOf !== undefined && oneOf.filter(passes).length !== 1) return false;
  if (not !== undefined && evaluate(not, value, undefined, depth + 1)) return false;
  return fitsCondition(keywords, passes);
}

function fitsCondition(
  { if: condition, then, else: otherwise }: Keywords,
  passes: (node: SchemaNode) => boolean,
): boolean {
  if (condition === undefined) return true;
  const chosen = passes(condition) ? then : otherwise;
  return chosen === undefined || passes(chosen);
}

function fitsUnevaluated(
  keywords: Keywords,
  value: unknown,
  seen: Evaluated | undefined,
  depth: number,
): boolean {
  if (seen === undefined) return true;
  const items = keywords.unevaluatedItems;
  if (items !== undefined && isList(value)) {
    for (const [index, item] of value.entries()) {
      if (seen.items.has(index)) continue;
      if (!evaluate(items, item, undefined, depth + 1)) return false;
      seen.items.add(index);
    }
  }
  const members = keywords.unevaluatedProperties;
  if (members !== undefined && isRecord(value)) {
    for (const name of Object.keys(value)) {
      if (seen.names.has(name)) continue;
      if (!evaluate(members, value[name], undefined, depth + 1)) return false;
      seen.names.add(name);
    }
  }
  return true;
}
