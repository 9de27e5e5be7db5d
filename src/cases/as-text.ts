/**
 * A parameter, or a field of a form, travels as text: `when=42` is no number where a text is meant, but the text `42`, which
 * is no date; a list of one item is that item; null is not sent at all. A violation of the type is
 * told by what is wrong with what is sent then, so that it is the same cause as anything else that
 * is wrong in that way.
 */
import type { SchemaAt } from '../spec/api.ts';
import { pointerTokens } from '../spec/place.ts';
import type { SchemaError, Schemas, Violation } from '../schema/schemas.ts';

/** @returns the violation as the text that is sent shows it; itself where its type is wrong for a text, too. */
export function asText(violation: Violation, schema: SchemaAt, schemas: Schemas): Violation {
  const { after, keyword, pointer, value } = violation;
  const tokens = pointerTokens(pointer);
  if (keyword !== 'type' || !isWrittenByItself(tokens, value)) return violation;
  const validate = schemas.validator(schema, 'request');
  if (after === null && tokens.length === 1) {
    const missing = validate(withTextAt(value, tokens, undefined)).find(
      (error) => error.keyword === 'required' && error.at === '',
    );
    return missing === undefined ? violation : told(violation, missing, 'is not sent');
  }
  const text = textOf(after);
  if (text === undefined || (tokens.length === 0 && takesNoText(schema.schema))) return violation;
  // Most often it is a text like any other, which is said without a list of errors.
  if (schemas.isValid(schema, 'request', withTextAt(value, tokens, text))) return violation;
  // A field of a form stands among others, which are as they should be.
  const asOne = validate(withTextAt(value, tokens, text)).filter(({ at }) => at === pointer);
  const asList = (): readonly SchemaError[] =>
    validate(withTextAt(value, tokens, [text])).filter(({ at }) => at === `${pointer}/0`);
  // What takes no text has nothing to say of one but that; one branch of several may still.
  const wrong = [asOne, asOne.some(({ keyword: own }) => own === 'type') ? asList() : []]
    .flat()
    .find((error) => error.keyword !== 'type' && !isChoice(error.keyword));
  return wrong === undefined
    ? violation
    : told(violation, wrong, `is "${text}": it ${wrong.message}`);
}

/** Whether a text, or a list of one, can only be of the wrong type. */
function takesNoText(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null || !('type' in schema)) return false;
  const types: readonly unknown[] = [schema.type].flat();
  return !types.includes('string') && !types.includes('array');
}

function told(violation: Violation, { keyword, place }: SchemaError, what: string): Violation {
  const name = pointerTokens(violation.pointer).join('.');
  const sentence = `${name === '' ? 'the value' : `"${name}"`} ${what}`;
  return { ...violation, keyword, place, sentence };
}

/** The whole, a member of it, or an item of a list that is the one or the other: what is deeper is no text of its own. */
function isWrittenByItself(tokens: readonly string[], value: unknown): boolean {
  if (tokens.length < 2) return true;
  const [name = ''] = tokens;
  return tokens.length === 2 && Array.isArray(membersOf(value)[name]);
}

/** @returns the text of a scalar, or of a list of one; undefined for what has none */
function textOf(after: unknown): string | undefined {
  const one: unknown = Array.isArray(after) && after.length === 1 ? after[0] : after;
  if (typeof one === 'string') return one;
  return typeof one === 'number' || typeof one === 'boolean' ? String(one) : undefined;
}

function withTextAt(value: unknown, [name, ...deeper]: readonly string[], text: unknown): unknown {
  if (name === undefined) return text;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.map((item, index) =>
      String(index) === name ? withTextAt(item, deeper, text) : item,
    );
  }
  const { [name]: before, ...others } = membersOf(value);
  const now = withTextAt(before, deeper, text);
  return now === undefined ? others : { ...others, [name]: now };
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}

function isChoice(keyword: string): boolean {
  return keyword === 'anyOf' || keyword === 'oneOf' || keyword === 'allOf' || keyword === 'not';
}
