/**
 * A schema object's keywords in the terms of draft 2020-12, whatever dialect it was written in. A
 * keyword that is absent, malformed or without effect in its dialect is absent here.
 */
import type { JsonType } from '../json-value.ts';
import type { Pattern } from './pattern.ts';
import type { SchemaNode } from './schema-node.ts';

/** A name that `type` may list. */
export type TypeName = JsonType | 'integer';

export interface Keywords {
  /** Present for the schemas `true` and `false` alone. */
  readonly verdict?: boolean;

  readonly type?: readonly TypeName[];
  readonly enum?: readonly unknown[];
  readonly const?: { readonly value: unknown };

  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;

  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: Pattern;
  readonly format?: string;

  readonly prefixItems?: readonly SchemaNode[];
  readonly items?: SchemaNode;
  readonly contains?: SchemaNode;
  /** False where `contains` does not count as evaluating (2019-09). */
  readonly containsEvaluates?: boolean;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly unevaluatedItems?: SchemaNode;

  readonly required?: readonly string[];
  readonly properties?: ReadonlyMap<string, SchemaNode>;
  readonly patternProperties?: readonly PatternMember[];
  readonly additionalProperties?: SchemaNode;
  readonly propertyNames?: SchemaNode;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly dependentRequired?: ReadonlyMap<string, readonly string[]>;
  readonly dependentSchemas?: ReadonlyMap<string, SchemaNode>;
  readonly unevaluatedProperties?: SchemaNode;

  /** Where `$ref`, `$dynamicRef` or `$recursiveRef` leads. */
  readonly ref?: SchemaNode;
  /** A reference leads nowhere: nothing is known of what it asks. */
  readonly dangles?: boolean;
  readonly allOf?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly not?: SchemaNode;
  readonly if?: SchemaNode;
  readonly then?: SchemaNode;
  readonly else?: SchemaNode;

  /** Of `example`, `examples` and `default`, in that order; none of them proven valid. */
  readonly examples?: readonly unknown[];
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  /** `x-opaque: true`: what is valid can't be stated. */
  readonly opaque?: boolean;
  /** `x-enforced: false`, or the keywords that it names with false. */
  readonly unenforced?: 'all' | ReadonlySet<string>;
  readonly discriminator?: Discriminator;
}

/** One entry of `patternProperties`. */
export interface PatternMember {
  readonly pattern: Pattern;
  readonly schema: SchemaNode;
}

export interface Discriminator {
  readonly propertyName: string;
  /** Value of the property to the branch that it names. */
  readonly branches: ReadonlyMap<string, SchemaNode>;
}

/** A {@link Keywords} while it is being read. */
export type KeywordsDraft = { -readonly [Name in keyof Keywords]: Keywords[Name] };
