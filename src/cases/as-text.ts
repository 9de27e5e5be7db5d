/**
 * A parameter, or a field of a form, travels as text: `when=42` is no number where a text is meant, but the text `42`, which
 * is no date. A violation of the type is told by what is wrong with the text then, so that it is the
 * same cause as any other text that is wrong in that way.
 */
import type { SchemaAt } from '../spec/api.ts';
import { pointerTokens } from '../spec/place.ts';
import type { Schemas, Violation } from '../schema/schemas.ts';

/** @returns the violation as the text that is sent shows it; itself where its type is wrong for a text, too. */
export function asText(violation: Violation, schema: SchemaAt, schemas: Schemas): Violation {
  const { after, keyword, pointer } = violation;
  const isWritten = typeof after === 'number' || typeof after === 'boolean';
  const [name, ...deeper] = pointerTokens(pointer);
  if (keyword !== 'type' || deeper.length > 0 || !isWritten) return violation;
  const text = String(after);
  // A field of a form stands among others, which are as they should be.
  const whole = name === undefined ? text : { ...membersOf(violation.value), [name]: text };
  const errors = schemas
    .validator(
      schema,
      'request',
    )(whole)
    .filter(({ at }) => at === pointer);
  // What takes no text has nothing to say of one but that; one branch of several may still.
  const [told] = errors.filter((error) => error.keyword !== 'type' && !isChoice(error.keyword));
  if (told === undefined) return violation;
  const what = name === undefined ? 'the value' : `"${name}"`;
  const sentence = `${what} is "${text}": it ${told.message}`;
  return { ...violation, keyword: told.keyword, place: told.place, sentence };
}

function membersOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

function isChoice(keyword: string): boolean {
  return keyword === 'anyOf' || keyword === 'oneOf' || keyword === 'allOf' || keyword === 'not';
}
