/**
 * What a denied schema comes down to for one type: a choice of ways to break it, one per keyword.
 * This is how `not` is pushed inwards. No way at all means that the schema takes everything.
 */
import { typeOf, type JsonType } from '../json-value.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import { originOf, valuesOf, type Option } from './asserted.ts';
import type { Atom } from './atom.ts';
import { deniedArray } from './denied-array.ts';
import { deniedObject } from './denied-object.ts';
import { fails, holds, type Literal } from './literal.ts';

/** `holds`: the schema refuses every value of the type, so denying it asks nothing. */
export type Denial =
  { readonly kind: 'holds' } | { readonly kind: 'choice'; readonly options: readonly Option[] };

/** @returns the ways to break the schema with a value of that type. */
export function denied(node: SchemaNode, type: JsonType): Denial {
  return node.once(`denied ${type}`, () => gather(node, type));
}

function gather(node: SchemaNode, type: JsonType): Denial {
  const { keywords } = node;
  if (keywords.verdict === false) return { kind: 'holds' };
  const options: Option[] = [];
  const names = keywords.type;
  if (names !== undefined && !names.includes(type)) {
    if (type !== 'number' || !names.includes('integer')) return { kind: 'holds' };
    options.push(byAtom({ kind: 'whole', holds: false, from: originOf(node, 'type') }));
  }
  for (const [keyword, values] of valuesOf(keywords)) {
    const ofType = values.filter((value) => typeOf(value) === type);
    if (ofType.length === 0) return { kind: 'holds' };
    options.push(byAtom({ kind: 'except', values: ofType, from: originOf(node, keyword) }));
  }
  if (type === 'number') deniedNumber(node, options);
  if (type === 'string') deniedString(node, options);
  if (type === 'array') deniedArray(node, options);
  if (type === 'object') deniedObject(node, options);
  deniedCombinators(node, options);
  return { kind: 'choice', options };
}

/** @returns the option of one atom. */
export function byAtom(atom: Atom): Option {
  return { literals: [], atoms: [atom] };
}

function byLiterals(...literals: readonly Literal[]): Option {
  return { literals, atoms: [] };
}

function deniedNumber(node: SchemaNode, options: Option[]): void {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } =
    node.keywords;
  const beyond = (
    kind: 'above' | 'below',
    keyword: string,
    bound: number | undefined,
    isOpen: boolean,
  ): void => {
    if (bound !== undefined)
      options.push(byAtom({ kind, bound, isOpen, from: originOf(node, keyword) }));
  };
  beyond('below', 'minimum', minimum, true);
  beyond('above', 'maximum', maximum, true);
  beyond('below', 'exclusiveMinimum', exclusiveMinimum, false);
  beyond('above', 'exclusiveMaximum', exclusiveMaximum, false);
  if (multipleOf !== undefined) {
    const from = originOf(node, 'multipleOf');
    options.push(byAtom({ kind: 'multiple', of: multipleOf, holds: false, from }));
  }
  if (format !== 'int32' && format !== 'int64') return;
  options.push(byAtom({ kind: 'whole', holds: false, from: originOf(node, 'format') }));
  if (format === 'int64') return;
  beyond('below', 'format', -(2 ** 31), true);
  beyond('above', 'format', 2 ** 31 - 1, true);
}

function deniedString(node: SchemaNode, options: Option[]): void {
  const { minLength, maxLength, pattern, format } = node.keywords;
  if (minLength !== undefined && minLength > 0)
    options.push(
      byAtom({ kind: 'at-most', count: minLength - 1, from: originOf(node, 'minLength') }),
    );
  if (maxLength !== undefined)
    options.push(
      byAtom({ kind: 'at-least', count: maxLength + 1, from: originOf(node, 'maxLength') }),
    );
  if (pattern !== undefined)
    options.push(
      byAtom({ kind: 'pattern', pattern, holds: false, from: originOf(node, 'pattern') }),
    );
  if (format !== undefined)
    options.push(byAtom({ kind: 'format', format, holds: false, from: originOf(node, 'format') }));
}

function deniedCombinators(node: SchemaNode, options: Option[]): void {
  const {
    ref,
    allOf = [],
    anyOf,
    oneOf,
    not,
    if: condition,
    then,
    else: otherwise,
  } = node.keywords;
  if (ref !== undefined) options.push(byLiterals(fails(ref)));
  for (const part of allOf) options.push(byLiterals(fails(part)));
  if (anyOf !== undefined) options.push(byLiterals(...anyOf.map(fails)));
  if (oneOf !== undefined) {
    options.push(byLiterals(...oneOf.map(fails)));
    for (const [at, left] of oneOf.entries())
      for (const right of oneOf.slice(at + 1)) options.push(byLiterals(holds(left), holds(right)));
  }
  if (not !== undefined) options.push(byLiterals(holds(not)));
  if (condition === undefined) return;
  if (then !== undefined) options.push(byLiterals(holds(condition), fails(then)));
  if (otherwise !== undefined) options.push(byLiterals(fails(condition), fails(otherwise)));
}
