/**
 * The shape that most options have: a whole number with a lower bound, and one sentence that says
 * so whichever part of it is broken.
 */
import * as v from 'valibot';

type WholeNumber = v.SchemaWithPipe<
  readonly [
    v.NumberSchema<string>,
    v.IntegerAction<number, string>,
    v.MinValueAction<number, number, string>,
    v.MaxValueAction<number, number, string>,
  ]
>;

/** A schema for whole numbers from `least` to `most`, whose messages say what was expected. */
export function wholeNumber(least: number, most: number): WholeNumber {
  const expected = `a whole number from ${String(least)} to ${String(most)}`;
  return v.pipe(
    v.number(expected),
    v.integer(expected),
    v.minValue(least, expected),
    v.maxValue(most, expected),
  );
}
