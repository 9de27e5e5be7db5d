/** Whether a request's values, as they stand, are what the description allows. */
import type { Operation } from '../spec/api.ts';
import { placeBelow } from '../spec/place.ts';
import type { Schemas } from '../schema/schemas.ts';
import { mostSpecificMatch } from '../wire/media-type.ts';
import type { BodyValue, RequestValues } from '../wire/request.ts';
import { isRecord, ownMember } from '../wire/value-text.ts';
import { declaredPartHeaders, type PartHeader } from './request-body.ts';
import { valueAt } from './values-at.ts';

/** @returns false where a parameter or the body breaks its schema, or a required one is not there */
export function isValidRequest(
  operation: Operation,
  values: RequestValues,
  schemas: Schemas,
): boolean {
  const parametersHold = operation.parameters.every((parameter) => {
    const value = valueAt(values, {
      in: parameter.in,
      pointer: placeBelow('', parameter.name),
    });
    if (value === undefined) return !parameter.required;
    const schema = parameter.schema ?? parameter.content?.schema;
    return schema === undefined || schemas.isValid(schema, 'request', value);
  });
  return parametersHold && isValidBody(operation, values, schemas);
}

/** @returns the same of the body alone, where slots of the parameters are still open */
export function isValidBody(
  { requestBody }: Operation,
  { body }: RequestValues,
  schemas: Schemas,
): boolean {
  if (body === undefined) return requestBody?.required !== true;
  const mediaType = mostSpecificMatch(requestBody?.content ?? [], body.mediaType);
  if (mediaType === undefined) return true;
  const isValid =
    mediaType.schema === undefined || schemas.isValid(mediaType.schema, 'request', body.value);
  return (
    isValid && declaredPartHeaders(mediaType).every((one) => isValidHeader(one, body, schemas))
  );
}

/** A property that is not there has no parts, and its parts no headers. */
function isValidHeader(
  { property, header, schema }: PartHeader,
  { value, partHeaders = {} }: BodyValue,
  schemas: Schemas,
): boolean {
  const own = Object.hasOwn(partHeaders, property) ? partHeaders[property] : undefined;
  const given = own && ownMember(own, header.name);
  if (given !== undefined) return schemas.isValid(schema, 'request', given);
  return !header.required || !isRecord(value) || ownMember(value, property) === undefined;
}
