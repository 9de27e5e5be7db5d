/**
 * One way in which a value is invalid, told with the keyword's own place in the description (behind
 * references: the component's place) and the place in the value.
 */
import type { ErrorObject } from 'ajv';
import { escapePointerToken, pointerTokens, type Place } from '../../spec/place.ts';
import { isList, isRecord } from '../json-value.ts';
import type { SchemaNode } from '../model/schema-node.ts';

export interface SchemaError {
  readonly keyword: string;
  /** JSON pointer in the value. */
  readonly at: string;
  /** The keyword's own place in the description. */
  readonly place: Place;
  readonly message: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** @returns AJV's error in our terms. */
export function schemaErrorOf(
  error: ErrorObject,
  node: SchemaNode | undefined,
  value: unknown,
): SchemaError {
  const isFalse = node?.keywords.verdict === false;
  const keyword = isFalse ? 'false' : error.keyword;
  const at = pointerOf(error);
  const actual = valueAt(value, at);
  return {
    keyword,
    at,
    place: node === undefined || isFalse ? (node?.place ?? '') : node.placeOf(keyword),
    message: isFalse ? 'must not be there' : messageOf(error, node),
    expected: isFalse ? false : expectedOf(error, node),
    actual,
  };
}

/** A member that must not be there is pointed at itself, not at its object. */
function pointerOf({ keyword, instancePath, params }: ErrorObject): string {
  const extra: unknown =
    keyword === 'additionalProperties'
      ? params['additionalProperty']
      : keyword === 'unevaluatedProperties'
        ? params['unevaluatedProperty']
        : undefined;
  return typeof extra === 'string' ? `${instancePath}/${escapePointerToken(extra)}` : instancePath;
}

function messageOf(
  { keyword, message, params }: ErrorObject,
  node: SchemaNode | undefined,
): string {
  switch (keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return 'must not be there: no such member is declared';
    case 'enum':
      return isList(params['allowedValues'])
        ? `must be one of ${listed(params['allowedValues'])}`
        : 'must be one of its enum';
    case 'const':
      return `must be ${JSON.stringify(params['allowedValue'])}`;
    case 'type':
      return `must be ${[params['type']].flat().map(String).join(' or ')}`;
    case 'not':
      return deniedBy(node?.raw);
    default:
      return message ?? 'is not valid';
  }
}

function deniedBy(raw: unknown): string {
  const denied = isRecord(raw) ? raw['not'] : undefined;
  if (isRecord(denied) && isList(denied['enum']))
    return `must be none of ${listed(denied['enum'])}`;
  if (isRecord(denied) && 'const' in denied)
    return `must not be ${JSON.stringify(denied['const'])}`;
  return 'is what its schema forbids by "not"';
}

/** A sentence is no place for all the countries; what was expected is told in full beside it. */
const MOST_LISTED = 8;

/** @returns the values as JSON, the first of them where they are many */
export function listed(values: readonly unknown[]): string {
  const shown = values.slice(0, MOST_LISTED).map((one) => JSON.stringify(one));
  const more = values.length > shown.length ? `, … (${String(values.length)} in all)` : '';
  return shown.join(', ') + more;
}

/** The keyword as the description writes it; a missing member's name. */
function expectedOf(
  { keyword, params, schema }: ErrorObject,
  node: SchemaNode | undefined,
): unknown {
  if (keyword === 'required' || keyword === 'dependentRequired') return params['missingProperty'];
  const raw = node?.raw;
  return isRecord(raw) && keyword in raw ? raw[keyword] : schema;
}

/** @returns what stands at the pointer in the value, or undefined. */
export function valueAt(value: unknown, pointer: string): unknown {
  let current = value;
  for (const token of pointerTokens(pointer)) {
    if (isList(current)) current = current[Number(token)];
    else if (isRecord(current)) current = current[token];
    else return undefined;
  }
  return current;
}
