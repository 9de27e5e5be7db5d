/**
 * A `pattern` as the engine tests it: ECMA-262, with the `u` flag where the pattern allows it and
 * without where only that compiles (`^\-a$`), never anchored (JSON Schema Validation 2020-12,
 * section 6.3.3).
 */

/** A pattern with its source, which is also its identity. */
export interface Pattern {
  readonly source: string;
  readonly expression: RegExp;
}

/** @returns the pattern, or undefined where it is no regular expression. */
export function patternOf(source: string): Pattern | undefined {
  const expression = compilePattern(source);
  return expression === undefined ? undefined : { source, expression };
}

/** @returns the expression, or undefined where it is none under either reading. */
export function compilePattern(source: string): RegExp | undefined {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(source, flags);
    } catch {
      // The other reading may take it.
    }
  }
  return undefined;
}
