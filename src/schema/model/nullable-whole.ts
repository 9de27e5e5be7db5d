/**
 * `nullable: true` beside no `type`: by the letter it has no effect (OAS 3.0.3, its clarification),
 * but whoever wrote it beside a `$ref`, an `allOf` or a `oneOf` meant that the whole may be null, and
 * servers take and give null there. It is read as they mean it.
 */
import type { Keywords, KeywordsDraft } from './keywords.ts';
import type { JsonRecord } from '../json-value.ts';
import type { SchemaNode } from './schema-node.ts';

/** Says nothing about which values are valid. */
const ANNOTATIONS = ['examples', 'readOnly', 'writeOnly', 'opaque', 'unenforced'] as const;

const WHOLE = ['$ref', 'allOf', 'oneOf', 'anyOf'] as const;

/** @returns whether the schema as written says so */
export function isNullableWhole(raw: JsonRecord): boolean {
  return (
    raw['nullable'] === true &&
    !Object.hasOwn(raw, 'type') &&
    WHOLE.some((name) => Object.hasOwn(raw, name))
  );
}

/** @returns keywords that allow null beside what the given ones allow */
export function withNull(
  keywords: Keywords,
  synthetic: (keywords: Keywords) => SchemaNode,
): KeywordsDraft {
  const outer: KeywordsDraft = {};
  for (const name of ANNOTATIONS) {
    // Each under its own name: TypeScript does not see that the two go together.
    if (keywords[name] !== undefined) Object.assign(outer, { [name]: keywords[name] });
  }
  return { ...outer, anyOf: [synthetic(keywords), synthetic({ type: ['null'] })] };
}
