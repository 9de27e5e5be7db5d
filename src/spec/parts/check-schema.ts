/**
 * Checks a schema and all that it reaches: references that lead nowhere, keywords of a wrong shape,
 * words of the other dialect. Only schemas are looked at; what stands under `properties` is named by
 * the author, and examples, defaults and enums are data (JSON Schema 2020-12 core, section 10).
 */
import type { Dialect } from '../api.ts';
import { legacyKeywords } from '../legacy-keywords.ts';
import { isRegularExpression, malformedKeywords } from '../malformed-keywords.ts';
import { placeBelow } from '../place.ts';
import { isObject, items, type JsonObject, member, members, type Part } from './part.ts';
import { reportDangling } from './follow.ts';
import type { Reading } from './reading.ts';
import { noteUse } from './unit.ts';

/** How each keyword that holds schemas holds them. */
const SUBSCHEMAS = {
  items: 'one or list',
  additionalItems: 'one',
  additionalProperties: 'one',
  unevaluatedItems: 'one',
  unevaluatedProperties: 'one',
  contains: 'one',
  propertyNames: 'one',
  contentSchema: 'one',
  not: 'one',
  if: 'one',
  then: 'one',
  else: 'one',
  allOf: 'list',
  anyOf: 'list',
  oneOf: 'list',
  prefixItems: 'list',
  properties: 'named',
  patternProperties: 'named',
  dependentSchemas: 'named',
  $defs: 'named',
  definitions: 'named',
} as const satisfies Record<string, 'one' | 'list' | 'one or list' | 'named'>;

/** Keywords that apply schemas to the very value that their own schema is applied to. */
const IN_PLACE = new Set([
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'dependentSchemas',
]);

/** Reports what is wrong with a schema and with all that it reaches, each unit once. */
export function checkSchema(reading: Reading, start: Part): void {
  // A stack of our own: in big descriptions references lead on through thousands of schemas.
  const pending = [start];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    pending.push(...checkOne(reading, part).toReversed());
  }
}

/** Checks one schema by itself. @returns those to check next, in the order they stand in. */
function checkOne(reading: Reading, part: Part): readonly Part[] {
  if (typeof part.value === 'boolean') return [];
  if (!isObject(part.value)) {
    const message = 'a schema must be an object or a boolean; any value is taken there';
    reading.report(part, { code: 'invalid-schema', message });
    return [];
  }
  const { $ref, $dynamicRef } = part.value;
  const target = typeof $ref === 'string' ? checkReference(reading, part, '$ref', $ref) : [];
  // Beside a $ref, OAS 3.0 ignores everything.
  const dialect = reading.dialectAt(part.place);
  if (typeof $ref === 'string' && dialect === 'openapi-3.0') return target;
  const dynamic =
    typeof $dynamicRef === 'string' && dialect === 'openapi-3.1'
      ? checkReference(reading, part, '$dynamicRef', $dynamicRef)
      : [];
  const malformed = checkKeywords(reading, part, part.value);
  const within = subschemas(part).filter(({ keyword }) => !malformed.has(keyword));
  for (const child of within) {
    if (IN_PLACE.has(child.keyword)) reading.noteInPlace(part, child.part.place);
  }
  return [...target, ...dynamic, ...within.map((child) => child.part)];
}

/** The schemas directly within a schema, with the keyword that holds them. */
function subschemas(part: Part): readonly { readonly keyword: string; readonly part: Part }[] {
  if (!isObject(part.value)) return [];
  return Object.keys(part.value).flatMap((keyword) => {
    const kind = Object.hasOwn(SUBSCHEMAS, keyword)
      ? SUBSCHEMAS[keyword as keyof typeof SUBSCHEMAS]
      : undefined;
    const held = kind && member(part, keyword);
    if (held === undefined) return [];
    return heldSchemas(held, kind).map((child) => ({ keyword, part: child }));
  });
}

function heldSchemas(
  held: Part,
  kind: 'one' | 'list' | 'one or list' | 'named' | undefined,
): readonly Part[] {
  if (kind === 'named') return members(held).map(([, part]) => part);
  return Array.isArray(held.value) ? items(held) : [held];
}

/** @returns what the reference leads to, unless that has been walked or does not exist. */
function checkReference(
  reading: Reading,
  part: Part,
  keyword: string,
  reference: string,
): readonly Part[] {
  const resolved = reading.documents.resolve(reference, part.place);
  if (resolved.kind === 'dangling') {
    reportDangling(reading, part, resolved, 'any value is taken there', keyword);
    return [];
  }
  const unit = reading.unitAt(resolved.place);
  noteUse(part.unit, unit);
  // What a $dynamicRef leads to depends on the way taken, so it proves no circle.
  if (keyword === '$ref') reading.noteInPlace(part, resolved.place);
  if (!reading.enterSchema(unit)) return [];
  return [{ value: resolved.value, place: resolved.place, unit }];
}

function checkKeywords(reading: Reading, part: Part, schema: JsonObject): ReadonlySet<string> {
  const dialect = reading.dialectAt(part.place);
  const malformed = malformedKeywords(schema, dialect);
  for (const { keyword, expected } of malformed) {
    const message = `${keyword} must be ${expected}; it is ignored`;
    reading.report(part, {
      code: 'wrong-keyword',
      message,
      place: placeBelow(part.place, keyword),
    });
  }
  for (const { keyword, instead } of legacyKeywords(schema, dialect)) {
    const version = dialect === 'openapi-3.0' ? 'OpenAPI 3.0' : 'OpenAPI 3.1';
    const message = `in ${version}, ${keyword} should be ${instead}; it is honoured as written`;
    reading.report(part, {
      code: 'legacy-keyword',
      message,
      place: placeBelow(part.place, keyword),
    });
  }
  checkEntries(reading, part, dialect);
  return new Set(malformed.map(({ keyword }) => keyword));
}

/** Entries that can be wrong by themselves, when the rest of their keyword holds. */
function checkEntries(reading: Reading, part: Part, dialect: Dialect): void {
  const wrong = (entry: Part, message: string): void =>
    reading.report(entry, { code: 'wrong-keyword', message });
  // Words that OAS 3.0 does not have.
  const newer = (keyword: string): readonly (readonly [string, Part])[] =>
    dialect === 'openapi-3.1' ? members(member(part, keyword)) : [];
  for (const [name, entry] of newer('patternProperties')) {
    if (!isRegularExpression(name)) {
      wrong(entry, `"${name}" is no regular expression of ECMA-262; it is ignored`);
    }
  }
  for (const [name, entry] of newer('dependentRequired')) {
    if (
      !items(entry).every(({ value }) => typeof value === 'string') ||
      !Array.isArray(entry.value)
    ) {
      wrong(entry, `what "${name}" requires must be a list of member names; it is ignored`);
    }
  }
  const discriminator = member(part, 'discriminator');
  for (const [name, entry] of members(discriminator && member(discriminator, 'mapping'))) {
    checkMapping(reading, entry, name);
  }
}

/** A mapping names a schema by name or by reference; only references to this file can be told apart. */
function checkMapping(reading: Reading, entry: Part, name: string): void {
  if (typeof entry.value !== 'string' || !entry.value.startsWith('#')) return;
  const resolved = reading.documents.resolve(entry.value, entry.place);
  if (resolved.kind === 'found') {
    noteUse(entry.unit, reading.unitAt(resolved.place));
    return;
  }
  const { place } = entry;
  const message = `"${entry.value}" leads nowhere, since ${resolved.reason}; "${name}" is not mapped`;
  const key = `dangling ${resolved.target}`;
  reading.report(entry, { code: 'dangling-reference', message, place, key });
}
