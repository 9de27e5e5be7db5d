/**
 * Judges what is asserted of objects (JSON Schema Core 2020-12, section 10.3.2; Validation, 6.5).
 */
import { hasMember, type JsonRecord } from '../json-value.ts';
import type { Keywords } from '../model/keywords.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import { evaluate } from './evaluate.ts';
import type { Evaluated } from './evaluated.ts';

/** @returns whether the object is valid, `dependentSchemas` and `unevaluatedProperties` aside. */
export function evaluateObject(
  keywords: Keywords,
  value: JsonRecord,
  seen: Evaluated | undefined,
  depth: number,
): boolean {
  const names = Object.keys(value);
  return (
    fitsCounts(keywords, names) &&
    fitsPresence(keywords, value) &&
    fitsNames(keywords, names, depth) &&
    fitsMembers(keywords, value, seen, depth)
  );
}

function fitsCounts({ minProperties, maxProperties }: Keywords, names: readonly string[]): boolean {
  if (minProperties !== undefined && names.length < minProperties) return false;
  return maxProperties === undefined || names.length <= maxProperties;
}

function fitsPresence({ required = [], dependentRequired }: Keywords, value: JsonRecord): boolean {
  if (!required.every((name) => hasMember(value, name))) return false;
  for (const [name, owed] of dependentRequired ?? [])
    if (hasMember(value, name) && !owed.every((other) => hasMember(value, other))) return false;
  return true;
}

function fitsNames({ propertyNames }: Keywords, names: readonly string[], depth: number): boolean {
  return (
    propertyNames === undefined ||
    names.every((name) => evaluate(propertyNames, name, undefined, depth + 1))
  );
}

function fitsMembers(
  keywords: Keywords,
  value: JsonRecord,
  seen: Evaluated | undefined,
  depth: number,
): boolean {
  const { properties, patternProperties, additionalProperties } = keywords;
  if (!properties && !patternProperties && !additionalProperties) return true;
  for (const name of Object.keys(value)) {
    const claims = claimsOn(keywords, name);
    if (!claims.every((schema) => evaluate(schema, value[name], undefined, depth + 1)))
      return false;
    if (claims.length > 0) seen?.names.add(name);
  }
  return true;
}

function claimsOn(
  { properties, patternProperties, additionalProperties }: Keywords,
  name: string,
): readonly SchemaNode[] {
  const declared = properties?.get(name);
  const claims = declared === undefined ? [] : [declared];
  for (const { pattern, schema } of patternProperties ?? [])
    if (pattern.expression.test(name)) claims.push(schema);
  if (claims.length === 0 && additionalProperties !== undefined) claims.push(additionalProperties);
  return claims;
}
