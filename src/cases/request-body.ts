/** A body of a declared media type as it will be written, with the headers of its parts. */
import type { HeaderObject, MediaType, SchemaAt } from '../spec/api.ts';
import type { Schemas } from '../schema/schemas.ts';
import type { BodyValue, PartHeaders } from '../wire/request.ts';
import { concreteMediaType } from './body-media-type.ts';

/** A header that an Encoding Object declares for the parts of a property. */
export interface PartHeader {
  readonly property: string;
  readonly header: HeaderObject;
  readonly schema: SchemaAt;
}

/** @returns the headers that the parts of a multipart body may have; those of which nothing is known are left out. */
export function declaredPartHeaders({ type, encoding }: MediaType): readonly PartHeader[] {
  if (!/^multipart\//i.test(type)) return [];
  return Object.entries(encoding).flatMap(([property, { headers }]) =>
    headers.flatMap((header) => {
      const schema = header.schema ?? header.content?.schema;
      return schema === undefined ? [] : [{ property, header, schema }];
    }),
  );
}

/** @returns the body, its parts with plain values of the headers that they must have. */
export function plainBody(mediaType: MediaType, value: unknown, schemas: Schemas): BodyValue {
  const required = declaredPartHeaders(mediaType).filter(({ header }) => header.required);
  const headers = required.map((one) => [one, schemas.plain(one.schema, 'request')] as const);
  return bodyWithHeaders(mediaType, value, headers);
}

/** @returns the body, its parts with the given headers. */
export function bodyWithHeaders(
  mediaType: MediaType,
  value: unknown,
  headers: readonly (readonly [PartHeader, unknown])[],
): BodyValue {
  const body = { mediaType: concreteMediaType(mediaType), value };
  if (headers.length === 0) return body;
  const properties = [...new Set(headers.map(([{ property }]) => property))];
  const partHeaders: PartHeaders = Object.fromEntries(
    properties.map((property) => [property, headersOf(property, headers)]),
  );
  return { ...body, partHeaders };
}

function headersOf(
  property: string,
  headers: readonly (readonly [PartHeader, unknown])[],
): PartHeaders[string] {
  return Object.fromEntries(
    headers
      .filter(([one]) => one.property === property)
      .map(([{ header }, value]) => [header.name, value]),
  );
}
