/**
 * Writes nodes as draft 2020-12 schemas for AJV, one schema per referenced node. A reference is
 * written as a keyword of ours that compiles its target when a value first gets there; only where
 * an `unevaluated*` keyword must see what the target evaluates, it is a `$ref`. Every object written
 * is remembered with its node, which is how an error finds the keyword's place again.
 */
import { isList, type JsonRecord } from '../json-value.ts';
import type { Keywords } from '../model/keywords.ts';
import type { SchemaNode } from '../model/schema-node.ts';

/** The keyword of a reference that is followed when it is reached; its value leads to the node. */
export const LAZY_REFERENCE = 'assayReference';

export interface Emission {
  readonly uri: string;
  readonly isLookedThrough: boolean;
  readonly schema: JsonRecord;
  /** Schema objects in it. */
  readonly size: number;
  /** Nodes that the schema refers to by `$ref`. */
  readonly refers: readonly SchemaNode[];
}

/** How a compiler wants its schemas written. */
export interface Wording {
  /** @returns the URI under which a node's schema is known to AJV. */
  uriOf(node: SchemaNode, isLookedThrough: boolean): string;
  /** @returns what a lazy reference says. */
  leadTo(node: SchemaNode): object;
  /** Is told of every object made. */
  written(schema: object, node: SchemaNode): void;
}

/**
 * @param isLookedThrough - whether an `unevaluated*` keyword around it must see what it evaluates
 * @returns the node's schema
 */
export function emit(node: SchemaNode, isLookedThrough: boolean, wording: Wording): Emission {
  const writer = new Writer(wording);
  const schema = writer.write(node, isLookedThrough);
  const uri = wording.uriOf(node, isLookedThrough);
  return { uri, isLookedThrough, schema, size: writer.size, refers: writer.refers };
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
const CHILDREN = ['contains', 'propertyNames'] as const;
const IN_PLACE = ['if', 'then', 'else'] as const;
/** AJV tells more of these where they are written as `false` itself. */
const CLOSING = [
  'items',
  'unevaluatedItems',
  'additionalProperties',
  'unevaluatedProperties',
] as const;
const LISTS = ['allOf', 'anyOf', 'oneOf'] as const;

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

  write(node: SchemaNode, isLookedThrough: boolean): JsonRecord {
    this.size += 1;
    const { keywords } = node;
    const looks =
      isLookedThrough ||
      keywords.unevaluatedItems !== undefined ||
      keywords.unevaluatedProperties !== undefined;
    const schema: Record<string, unknown> = {};
    if (takesNothing(keywords)) schema['not'] = {};
    else {
      this.#assertions(keywords, schema);
      this.#children(keywords, schema);
      this.#inPlace(keywords, schema, looks);
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
  #child(node: SchemaNode): JsonRecord {
    if (this.size < MOST_WRITTEN) return this.write(node, false);
    return { [LAZY_REFERENCE]: this.#wording.leadTo(node) };
  }

  #children(keywords: Keywords, schema: Record<string, unknown>): void {
    const write = (node: SchemaNode): JsonRecord => this.#child(node);
    for (const name of CHILDREN) {
      const part = keywords[name];
      if (part !== undefined) schema[name] = write(part);
    }
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

  #inPlace(keywords: Keywords, schema: Record<string, unknown>, looks: boolean): void {
    const write = (node: SchemaNode): JsonRecord => this.write(node, looks);
    if (keywords.not !== undefined) schema['not'] = this.write(keywords.not, false);
    for (const name of IN_PLACE) {
      const part = keywords[name];
      if (part !== undefined) schema[name] = write(part);
    }
    for (const name of LISTS) {
      const parts = keywords[name];
      if (parts !== undefined && parts.length > 0) schema[name] = parts.map(write);
    }
    if (keywords.dependentSchemas !== undefined)
      schema['dependentSchemas'] = record(keywords.dependentSchemas, write);
    if (keywords.ref !== undefined) this.#reference(keywords.ref, schema, looks);
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

  #reference(ref: SchemaNode, schema: Record<string, unknown>, looks: boolean): void {
    if (looks) {
      this.refers.push(ref);
      schema['$ref'] = this.#wording.uriOf(ref, true);
    } else schema[LAZY_REFERENCE] = this.#wording.leadTo(ref);
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
