/**
 * A parameter, or a field of a form, travels as text: `when=42` is no number where a text is meant, but the text `42`, which
 * is no date; a list of one item is that item; null is not sent at all. A violation of the type is
 * told by what is wrong with what is sent then, so that it is the same cause as anything else that
 * is wrong in that way.
 */
import type { SchemaAt } from '../spec/api.ts';
import { pointerTokens } from '../spec/place.ts';
import type { Validator } from '../schema/judge/judge.ts';
import type { SchemaError, Schemas, Violation } from '../schema/schemas.ts';

/**
 * @param spelled - the one text that the parameter's style makes of a list or an object, where it makes one
 * @returns the violation as the text that is sent shows it; itself where its type is wrong for a text, too
 */
export function asText(
  violation: Violation,
  schema: SchemaAt,
  schemas: Schemas,
  spelled?: Spelled,
): Violation {
  const { after, keyword, pointer, value } = violation;
  const tokens = pointerTokens(pointer);
  if (keyword !== 'type' || !isWrittenByItself(tokens, value)) return violation;
  const validate = schemas.validator(schema, 'request');
  if (after === null && tokens.length === 1) {
    return asMissing(violation, validate(withTextAt(value, tokens, undefined)));
  }
  const text = tokens.length === 0 ? textOfWhole(after, schema, spelled) : textOf(after);
  if (text === undefined) return violation;
  // Most often it is a text like any other, which is said without a list of errors.
  if (schemas.isValid(schema, 'request', withTextAt(value, tokens, text))) return violation;
  const wrong = wrongWith(text, violation, validate);
  return wrong === undefined
    ? violation
    : told(violation, wrong, `is "${text}": it ${wrong.message}`);
}

/** @returns what is wrong with the text, or with a list of it, where its place takes lists */
function wrongWith(
  text: string,
  { value, pointer }: Violation,
  validate: Validator,
): SchemaError | undefined {
  const tokens = pointerTokens(pointer);
  // A field of a form stands among others, which are as they should be.
  const asOne = validate(withTextAt(value, tokens, text)).filter(({ at }) => at === pointer);
  const one = asOne.find(isOfText);
  if (one !== undefined || !asOne.some(isOfType)) return one;
  const asList = validate(withTextAt(value, tokens, [text]));
  return asList.filter(({ at }) => at === `${pointer}/0`).find(isOfText);
}

function isOfType({ keyword }: SchemaError): boolean {
  return keyword === 'type';
}

/** What takes no text has nothing to say of one but that; one branch of several may still. */
function isOfText({ keyword }: SchemaError): boolean {
  return keyword !== 'type' && !isChoice(keyword);
}

type Spelled = (value: unknown) => string | undefined;

function textOfWhole(after: unknown, { schema }: SchemaAt, spelled?: Spelled): string | undefined {
  return takesNoText(schema) ? undefined : (textOf(after) ?? spelled?.(after));
}

function asMissing(violation: Violation, errors: readonly SchemaError[]): Violation {
  const missing = errors.find(({ keyword, at }) => keyword === 'required' && at === '');
  return missing === undefined ? violation : told(violation, missing, 'is not sent');
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
