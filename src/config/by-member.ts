/**
 * A choice between shapes told apart by which member is there, so that a mistake is told for the
 * shape that was meant and not as a failed union of all.
 */
import * as v from 'valibot';

type AnySchema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>;

/** @returns a schema that takes the shape whose member the input has; the first where it has several. */
export function byMember<const T extends Readonly<Record<string, AnySchema>>>(
  shapes: T,
): v.LazySchema<T[keyof T]> {
  const names = Object.keys(shapes);
  const expected = `an object with ${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
  const neither = v.custom<never>(() => false, expected);
  return v.lazy((input) => {
    const chosen =
      typeof input === 'object' && input !== null ? names.find((name) => name in input) : undefined;
    // Input that has none of the members gets the schema that nothing satisfies, typed as any of them.
    return (chosen === undefined ? neither : shapes[chosen]) as T[keyof T];
  });
}
