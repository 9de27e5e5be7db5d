/**
 * Writes nodes as draft 2020-12 schemas for AJV, one schema per referenced node. A reference is
 * written as a keyword of ours that compiles its target when a value first gets there; only where
 * an `unevaluated*` keyword must see what the target evaluates, it is a `$ref`. Every object written
 * is remembered with its node, which is how an error finds the keyword's place again.
 */
import { isList, type JsonRecord } from '../json-value.ts';
import type { Keywords } from '../model/keywords.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import { isSettled } from './settled.ts';

/** The keyword of a reference that is followed when it is reached; its value leads to the node. */
export const LAZY_REFERENCE = 'assayReference';

/**
 * How a schema is written: `exact`; so that an `unevaluated*` keyword around it sees what it
 * `evaluated`; or `brief`, without the parts that the evaluator alone settles (`settled.ts`).
 */
export type Manner = 'exact' | 'evaluated' | 'brief';

export interface Emission {
  readonly uri: string;
  readonly manner: Manner;
  readonly schema: JsonRecord;
  /** Schema objects in it. */
  readonly size: number;
  /** Nodes that the schema refers to by `$ref`. */
  readonly refers: readonly SchemaNode[];
}

/** How a compiler wants its schemas written. */
export interface Wording {
  /** @returns the URI under which a node's schema is known to AJV. */
  uriOf(node: SchemaNode, manner: Manner): string;
  /** @returns what a lazy reference says. */
  leadTo(node: SchemaNode, manner: Manner): object;
  /** Is told of every object made. */
  written(schema: object, node: SchemaNode): void;
}

/** @returns the node's schema. */
export function emit(node: SchemaNode, manner: Manner, wording: Wording): Emission {
  const writer = new Writer(wording);
  const schema = writer.write(node, manner);
  const uri = wording.uriOf(node, manner);
  return { uri, manner, schema, size: writer.size, refers: writer.refers };
}

/** Copied as they are. */
const PLAIN = [
  'enum',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'format',
  'minContains',
  'maxContains',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
] as const satisfies readonly (keyof Keywords)[];
const CONDITION = ['if', 'then', 'else'] as const;
const CHOICES = ['anyOf', 'oneOf'] as const;
/** AJV tells more of these where they are written as `false` itself. */
const CLOSING = [
  'items',
  'unevaluatedItems',
  'additionalProperties',
  'unevaluatedProperties',
] as const;

/** Schema objects written at once: AJV's cost grows with the size of what it compiles in one go. */
const MOST_WRITTEN = 80;
const MOST_REQUIRED = 200;

class Writer {
  readonly refers: SchemaNode[] = [];
  size = 0;
  readonly #wording: Wording;

  constructor(wording: Wording) {
    this.#wording = wording;
  }

  write(node: SchemaNode, manner: Manner): JsonRecord {
    this.size += 1;
    const { keywords } = node;
    const looks =
      keywords.unevaluatedItems !== undefined || keywords.unevaluatedProperties !== undefined;
    const schema: Record<string, unknown> = {};
    if (takesNothing(keywords)) schema['not'] = {};
    else {
      this.#assertions(keywords, schema);
      this.#children(keywords, schema, manner === 'brief' ? 'brief' : 'exact');
      this.#inPlace(keywords, schema, looks ? 'evaluated' : manner);
      this.#required(node, schema);
    }
    this.#wording.written(schema, node);
    return schema;
  }

  #assertions(keywords: Keywords, schema: Record<string, unknown>): void {
    const { type } = keywords;
    if (type !== undefined) schema['type'] = type.length === 1 ? type[0] : [...new Set(type)];
    if (keywords.const !== undefined) schema['const'] = keywords.const.value;
    for (const name of PLAIN) if (keywords[name] !== undefined) schema[name] = keywords[name];
    if (keywords.pattern !== undefined) schema['pattern'] = keywords.pattern.source;
    if (keywords.dependentRequired !== undefined)
      schema['dependentRequired'] = Object.fromEntries(keywords.dependentRequired);
  }

  /** A schema that is big already leaves its further parts for when a value gets there. */
  #child(node: SchemaNode, manner: Manner): JsonRecord | true {
    if (manner === 'brief' && isSettled(node)) return true;
    if (this.size < MOST_WRITTEN) return this.write(node, manner);
    return { [LAZY_REFERENCE]: this.#wording.leadTo(node, manner) };
  }

  #children(keywords: Keywords, schema: Record<string, unknown>, manner: Manner): void {
    const write = (node: SchemaNode): JsonRecord | true => this.#child(node, manner);
    const { contains, propertyNames } = keywords;
    if (contains !== undefined) schema['contains'] = this.#child(contains, 'exact');
    if (propertyNames !== undefined) schema['propertyNames'] = write(propertyNames);
    for (const name of CLOSING) {
      const part = keywords[name];
      if (part !== undefined) schema[name] = part.keywords.verdict === false ? false : write(part);
    }
    const { prefixItems = [], properties, patternProperties } = keywords;
    if (prefixItems.length > 0) schema['prefixItems'] = prefixItems.map(write);
    if (properties !== undefined) schema['properties'] = record(properties, write);
    if (patternProperties !== undefined)
      schema['patternProperties'] = Object.fromEntries(
        patternProperties.map(({ pattern, schema: part }) => [pattern.source, write(part)]),
      );
  }

  #inPlace(keywords: Keywords, schema: Record<string, unknown>, manner: Manner): void {
    const { not, allOf, dependentSchemas, ref } = keywords;
    const write = (node: SchemaNode): JsonRecord => this.write(node, manner);
    // Where the outcome decides something, it must be the whole one.
    const decisive = manner === 'brief' ? 'exact' : manner;
    if (not !== undefined) schema['not'] = this.write(not, 'exact');
    for (const name of CONDITION) {
      const part = keywords[name];
      if (part !== undefined) schema[name] = this.write(part, decisive);
    }
    for (const name of CHOICES) {
      const parts = keywords[name];
      if (parts !== undefined && parts.length > 0)
        schema[name] = parts.map((part) => this.write(part, decisive));
    }
    if (allOf !== undefined && allOf.length > 0) schema['allOf'] = allOf.map(write);
    if (dependentSchemas !== undefined)
      schema['dependentSchemas'] = record(dependentSchemas, write);
    if (ref !== undefined) this.#reference(ref, schema, manner);
  }

  /** AJV writes one condition for all names at once, which overflows the stack with many of them. */
  #required(node: SchemaNode, schema: Record<string, unknown>): void {
    const { required } = node.keywords;
    if (required === undefined) return;
    if (required.length <= MOST_REQUIRED) {
      schema['required'] = required;
      return;
    }
    const pieces = isList(schema['allOf']) ? [...schema['allOf']] : [];
    for (let at = 0; at < required.length; at += MOST_REQUIRED) {
      const piece = { required: required.slice(at, at + MOST_REQUIRED) };
      this.#wording.written(piece, node);
      pieces.push(piece);
    }
    schema['allOf'] = pieces;
  }

  #reference(ref: SchemaNode, schema: Record<string, unknown>, manner: Manner): void {
    if (manner === 'evaluated') {
      this.refers.push(ref);
      schema['$ref'] = this.#wording.uriOf(ref, manner);
    } else if (manner !== 'brief' || !isSettled(ref))
      schema[LAZY_REFERENCE] = this.#wording.leadTo(ref, manner);
  }
}

/** `false`, or a choice among no branches. */
function takesNothing({ verdict, anyOf, oneOf }: Keywords): boolean {
  return verdict === false || anyOf?.length === 0 || oneOf?.length === 0;
}

function record(
  parts: ReadonlyMap<string, SchemaNode>,
  write: (part: SchemaNode) => unknown,
): JsonRecord {
  return Object.fromEntries([...parts].map(([name, part]) => [name, write(part)]));
}
