/**
 * What an asserted schema comes down to for one type: atoms, further literals on the same value,
 * choices between literals, and the schemas of `unevaluated*` that wait for the choices to be made.
 */
import type { JsonType } from '../json-value.ts';
import { typeOf } from '../json-value.ts';
import type { Keywords } from '../model/keywords.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import { assertedArray } from './asserted-array.ts';
import { assertedObject } from './asserted-object.ts';
import type { Atom, Clash, Origin } from './atom.ts';
import { fails, holds, type Literal } from './literal.ts';

/** One way to satisfy a choice. */
export interface Option {
  readonly literals: readonly Literal[];
  readonly atoms: readonly Atom[];
}

export interface Choice {
  readonly options: readonly Option[];
  readonly from: Origin;
  /** The outcome matters to `unevaluated*` alone. */
  readonly isForAnnotations: boolean;
}

export interface Parts {
  readonly atoms: readonly Atom[];
  readonly literals: readonly Literal[];
  readonly choices: readonly Choice[];
  readonly clash: Clash | undefined;
}

/** {@link Parts} while they are gathered. */
export interface PartsDraft {
  readonly atoms: Atom[];
  readonly literals: Literal[];
  readonly choices: Choice[];
  clash: Clash | undefined;
}

/** @returns what the asserted schema asks of a value of that type. */
export function asserted(node: SchemaNode, type: JsonType): Parts {
  return node.once(`asserted ${type}`, () => gather(node, type));
}

function gather(node: SchemaNode, type: JsonType): Parts {
  const { keywords } = node;
  const parts: PartsDraft = { atoms: [], literals: [], choices: [], clash: undefined };
  if (keywords.verdict === false) {
    const here: Origin = { keyword: 'false', place: node.place };
    parts.clash = { first: here, second: here, reason: 'The schema false takes no value.' };
    return parts;
  }
  assertedType(node, type, parts);
  if (parts.clash !== undefined) return parts;
  assertedValues(node, type, parts);
  assertedCombinators(node, parts);
  if (type === 'number') assertedNumber(node, parts.atoms);
  if (type === 'string') assertedString(node, parts.atoms);
  if (type === 'array') assertedArray(node, parts);
  if (type === 'object') assertedObject(node, parts);
  return parts;
}

/** @returns the origin of one of the node's keywords. */
export function originOf(node: SchemaNode, keyword: string): Origin {
  return { keyword, place: node.placeOf(keyword) };
}

function assertedType(node: SchemaNode, type: JsonType, parts: PartsDraft): void {
  const names = node.keywords.type;
  if (names === undefined || names.includes(type)) return;
  const from = originOf(node, 'type');
  if (type === 'number' && names.includes('integer'))
    parts.atoms.push({ kind: 'whole', holds: true, from });
  else parts.clash = { first: from, second: from, reason: `type takes ${names.join(', ')} only.` };
}

function assertedValues(node: SchemaNode, type: JsonType, parts: PartsDraft): void {
  for (const [keyword, values] of valuesOf(node.keywords))
    parts.atoms.push({
      kind: 'among',
      values: values.filter((value) => typeOf(value) === type),
      from: originOf(node, keyword),
    });
}

/** @returns the values that `const` and `enum` list, by keyword. */
export function valuesOf(
  keywords: Keywords,
): readonly (readonly ['const' | 'enum', readonly unknown[]])[] {
  return [
    ...(keywords.const === undefined ? [] : [['const', [keywords.const.value]] as const]),
    ...(keywords.enum === undefined ? [] : [['enum', keywords.enum] as const]),
  ];
}

function assertedCombinators(node: SchemaNode, parts: PartsDraft): void {
  const { ref, allOf = [], anyOf, oneOf, not } = node.keywords;
  if (ref !== undefined) parts.literals.push(holds(ref));
  for (const part of allOf) parts.literals.push(holds(part));
  if (not !== undefined) parts.literals.push(fails(not));
  if (anyOf !== undefined)
    parts.choices.push(
      choiceOf(
        node,
        'anyOf',
        anyOf.map((branch) => [holds(branch)]),
      ),
    );
  if (oneOf !== undefined)
    parts.choices.push(
      choiceOf(
        node,
        'oneOf',
        oneOf.map((chosen, at) =>
          oneOf.map((branch, index) => (index === at ? holds(chosen) : fails(branch))),
        ),
      ),
    );
  assertedCondition(node, parts);
}

function assertedCondition(node: SchemaNode, parts: PartsDraft): void {
  const { if: condition, then, else: otherwise } = node.keywords;
  if (condition === undefined) return;
  const met = [holds(condition), ...(then === undefined ? [] : [holds(then)])];
  const unmet = [fails(condition), ...(otherwise === undefined ? [] : [holds(otherwise)])];
  const choice = choiceOf(node, 'if', [met, unmet]);
  parts.choices.push({
    ...choice,
    isForAnnotations: then === undefined && otherwise === undefined,
  });
}

function choiceOf(
  node: SchemaNode,
  keyword: string,
  options: readonly (readonly Literal[])[],
): Choice {
  return {
    options: options.map((literals) => ({ literals, atoms: [] })),
    from: originOf(node, keyword),
    isForAnnotations: false,
  };
}

const INT32 = { low: -(2 ** 31), high: 2 ** 31 - 1 };

function assertedNumber(node: SchemaNode, atoms: Atom[]): void {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } =
    node.keywords;
  const bound = (
    kind: 'above' | 'below',
    keyword: string,
    value: number | undefined,
    isOpen: boolean,
  ): void => {
    if (value !== undefined)
      atoms.push({ kind, bound: value, isOpen, from: originOf(node, keyword) });
  };
  bound('above', 'minimum', minimum, false);
  bound('above', 'exclusiveMinimum', exclusiveMinimum, true);
  bound('below', 'maximum', maximum, false);
  bound('below', 'exclusiveMaximum', exclusiveMaximum, true);
  if (multipleOf !== undefined)
    atoms.push({
      kind: 'multiple',
      of: multipleOf,
      holds: true,
      from: originOf(node, 'multipleOf'),
    });
  if (format !== 'int32' && format !== 'int64') return;
  atoms.push({ kind: 'whole', holds: true, from: originOf(node, 'format') });
  if (format === 'int64') return;
  bound('above', 'format', INT32.low, false);
  bound('below', 'format', INT32.high, false);
}

function assertedString(node: SchemaNode, atoms: Atom[]): void {
  const { minLength, maxLength, pattern, format } = node.keywords;
  if (minLength !== undefined)
    atoms.push({ kind: 'at-least', count: minLength, from: originOf(node, 'minLength') });
  if (maxLength !== undefined)
    atoms.push({ kind: 'at-most', count: maxLength, from: originOf(node, 'maxLength') });
  if (pattern !== undefined)
    atoms.push({ kind: 'pattern', pattern, holds: true, from: originOf(node, 'pattern') });
  if (format !== undefined)
    atoms.push({ kind: 'format', format, holds: true, from: originOf(node, 'format') });
}
