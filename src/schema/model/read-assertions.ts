/**
 * Reads the assertion keywords, type by type (JSON Schema Validation 2020-12, section 6; the
 * applicators of Core, section 10.3).
 */
import { isList, isRecord, JSON_TYPES } from '../json-value.ts';
import { isNames, type EntryReader } from './entry-reader.ts';
import type { KeywordsDraft, TypeName } from './keywords.ts';
import { patternOf } from './pattern.ts';

const TYPE_NAMES: ReadonlySet<unknown> = new Set<unknown>([...JSON_TYPES, 'integer']);

/** Reads `type`, `enum`, `const` and the bounds of numbers. */
export function readNumbers(reader: EntryReader, keywords: KeywordsDraft): void {
  const type = readType(reader.value('type'));
  if (type !== undefined) keywords.type = type;
  const members = reader.value('enum');
  if (isList(members)) keywords.enum = members;
  if (reader.has('const')) keywords.const = { value: reader.value('const') };
  for (const name of ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const) {
    const bound = reader.number(name);
    if (bound !== undefined) keywords[name] = bound;
  }
  const divisor = reader.number('multipleOf');
  if (divisor !== undefined && (divisor > 0 || (reader.takesLetter && divisor < 0)))
    keywords.multipleOf = Math.abs(divisor);
}

function readType(value: unknown): readonly TypeName[] | undefined {
  const names: readonly unknown[] = isList(value) ? value : [value];
  const isTypes = (list: readonly unknown[]): list is readonly TypeName[] =>
    list.length > 0 && list.every((name) => TYPE_NAMES.has(name));
  return isTypes(names) ? names : undefined;
}

/** Reads what constrains text. */
export function readStrings(reader: EntryReader, keywords: KeywordsDraft): void {
  readCounts(reader, keywords, ['minLength', 'maxLength']);
  const source = reader.text('pattern');
  const pattern = source === undefined ? undefined : patternOf(source);
  if (pattern !== undefined) keywords.pattern = pattern;
  const format = reader.text('format');
  if (format !== undefined) keywords.format = format;
}

/** Reads what constrains arrays. */
export function readArrays(reader: EntryReader, keywords: KeywordsDraft): void {
  readCounts(reader, keywords, ['minItems', 'maxItems', 'minContains', 'maxContains']);
  const prefix = reader.schemaList('prefixItems');
  if (prefix !== undefined) keywords.prefixItems = prefix;
  for (const name of ['items', 'contains', 'unevaluatedItems'] as const) {
    const schema = reader.schema(name);
    if (schema !== undefined) keywords[name] = schema;
  }
  if (reader.flag('uniqueItems') === true) keywords.uniqueItems = true;
}

/** Reads what constrains objects. */
export function readObjects(reader: EntryReader, keywords: KeywordsDraft): void {
  readCounts(reader, keywords, ['minProperties', 'maxProperties']);
  const required = reader.names('required');
  if (required !== undefined) keywords.required = required;
  const properties = reader.schemaMap('properties');
  if (properties !== undefined) keywords.properties = properties;
  const patterns = reader.schemaMap('patternProperties');
  if (patterns !== undefined)
    keywords.patternProperties = [...patterns].flatMap(([source, schema]) => {
      const pattern = patternOf(source);
      return pattern === undefined ? [] : [{ pattern, schema }];
    });
  for (const name of ['additionalProperties', 'propertyNames', 'unevaluatedProperties'] as const) {
    const schema = reader.schema(name);
    if (schema !== undefined) keywords[name] = schema;
  }
  readDependents(reader, keywords);
}

function readDependents(reader: EntryReader, keywords: KeywordsDraft): void {
  const schemas = reader.inPlaceMap('dependentSchemas');
  if (schemas !== undefined) keywords.dependentSchemas = schemas;
  const lists = reader.value('dependentRequired');
  if (!isRecord(lists)) return;
  const dependents = new Map<string, readonly string[]>();
  for (const [name, names] of Object.entries(lists))
    if (isNames(names)) dependents.set(name, names);
  keywords.dependentRequired = dependents;
}

type CountName =
  | 'minLength'
  | 'maxLength'
  | 'minItems'
  | 'maxItems'
  | 'minContains'
  | 'maxContains'
  | 'minProperties'
  | 'maxProperties';

function readCounts(
  reader: EntryReader,
  keywords: KeywordsDraft,
  names: readonly CountName[],
): void {
  for (const name of names) {
    const count = reader.count(name);
    if (count !== undefined) keywords[name] = count;
  }
}
