/**
 * One text as a typed server reads it: by the types that its schema allows, in JSON's own spelling
 * and no other. Where the schema allows text beside another type, the other type is tried first.
 */
import { jsonTypeOf } from './json-type.ts';
import { isAnyType } from './value-shape.ts';
import type { ValueShape } from './value-shape.ts';

/** @returns the typed value; the text itself where no allowed type can be read from it, or nothing is known of the type. */
export function strictText(text: string, shape: ValueShape): unknown {
  const { types } = shape;
  if (isAnyType(shape)) return text;
  const literal = literalIn(text);
  if (literal !== undefined && types.has(jsonTypeOf(literal))) return literal;
  // Where text is allowed too, `null` is a word.
  return text === 'null' && types.has('null') && !types.has('string') ? null : text;
}

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A number, a boolean, a list or an object; undefined for all other texts. */
function literalIn(text: string): unknown {
  if (JSON_NUMBER.test(text)) {
    const number = Number(text);
    return Number.isFinite(number) ? number : undefined;
  }
  if (text === 'true' || text === 'false') return text === 'true';
  return structureIn(text);
}

/** A list or an object inside one text: what no style says how to write goes out as JSON. */
function structureIn(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
