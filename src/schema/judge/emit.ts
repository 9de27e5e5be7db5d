/**
 * Writes nodes as draft 2020-12 schemas for AJV: one schema under an id of its own per referenced
 * node, so that a component is compiled once however often it is referred to. Every object written
 * is remembered with its node, which is how an error finds the keyword's place again.
 */
import type { JsonRecord } from '../json-value.ts';
import type { Keywords } from '../model/keywords.ts';
import type { SchemaNode } from '../model/schema-node.ts';

export interface Emission {
  readonly schema: JsonRecord;
  /** Nodes that the schema refers to. */
  readonly refers: readonly SchemaNode[];
}

/** @returns the URI under which a node's schema is known to AJV. */
export function uriOf(node: SchemaNode): string {
  return `assay://node/${node.id}`;
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
  'required',
  'minProperties',
  'maxProperties',
] as const satisfies readonly (keyof Keywords)[];
const SCHEMAS = ['contains', 'propertyNames', 'not', 'if', 'then', 'else'] as const;
/** AJV tells more of these where they are written as `false` itself. */
const CLOSING = [
  'items',
  'unevaluatedItems',
  'additionalProperties',
  'unevaluatedProperties',
] as const;
const LISTS = ['prefixItems', 'allOf', 'anyOf', 'oneOf'] as const;
const MAPS = ['properties', 'dependentSchemas'] as const;

/** @returns the node's schema, and what it refers to; `written` is told of every object made. */
export function emit(
  node: SchemaNode,
  written: (schema: object, node: SchemaNode) => void,
): Emission {
  const refers: SchemaNode[] = [];
  const write = (part: SchemaNode): JsonRecord => {
    const schema = writeKeywords(part.keywords, write, refers);
    written(schema, part);
    return schema;
  };
  const schema = { $id: uriOf(node), ...write(node) };
  written(schema, node);
  return { schema, refers };
}

function writeKeywords(
  keywords: Keywords,
  write: (node: SchemaNode) => JsonRecord,
  refers: SchemaNode[],
): JsonRecord {
  if (keywords.verdict === false) return { not: {} };
  const schema: Record<string, unknown> = {};
  if (keywords.type !== undefined) schema['type'] = keywords.type;
  if (keywords.const !== undefined) schema['const'] = keywords.const.value;
  for (const name of PLAIN) if (keywords[name] !== undefined) schema[name] = keywords[name];
  if (keywords.pattern !== undefined) schema['pattern'] = keywords.pattern.source;
  for (const name of SCHEMAS) {
    const part = keywords[name];
    if (part !== undefined) schema[name] = write(part);
  }
  for (const name of CLOSING) {
    const part = keywords[name];
    if (part !== undefined) schema[name] = part.keywords.verdict === false ? false : write(part);
  }
  for (const name of LISTS) {
    const parts = keywords[name];
    if (parts !== undefined && parts.length > 0) schema[name] = parts.map(write);
  }
  for (const name of MAPS) {
    const parts = keywords[name];
    if (parts !== undefined) schema[name] = record(parts, write);
  }
  if (keywords.patternProperties !== undefined)
    schema['patternProperties'] = Object.fromEntries(
      keywords.patternProperties.map(({ pattern, schema: part }) => [pattern.source, write(part)]),
    );
  if (keywords.dependentRequired !== undefined)
    schema['dependentRequired'] = record(keywords.dependentRequired, (names) => names);
  if (keywords.ref !== undefined) {
    refers.push(keywords.ref);
    schema['$ref'] = uriOf(keywords.ref);
  }
  return schema;
}

function record<T>(parts: ReadonlyMap<string, T>, write: (part: T) => unknown): JsonRecord {
  return Object.fromEntries([...parts].map(([name, part]) => [name, write(part)]));
}
