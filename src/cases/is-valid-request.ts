/** Whether a request's values, as they stand, are what the description allows. */
import type { Operation } from '../spec/api.ts';
import { placeBelow } from '../spec/place.ts';
import type { Schemas } from '../schema/schemas.ts';
import { mostSpecificMatch } from '../wire/media-type.ts';
import type { RequestValues } from '../wire/request.ts';
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
  return (
    mediaType?.schema === undefined || schemas.isValid(mediaType.schema, 'request', body.value)
  );
}
