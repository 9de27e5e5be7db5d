/**
 * The headers that the Encoding Objects of a multipart body declare, read back from its parts (OAS
 * 3.1.0, section 4.8.15). All parts of a property have the same; the first speaks for them.
 */
import type { Documents } from '../spec/documents.ts';
import { strictHeader } from './header-field.ts';
import { headerField } from './header-readings.ts';
import { multipartParts } from './multipart-parts.ts';
import type { Part } from './multipart-parts.ts';
import type { PartHeaders } from './request.ts';
import { takenNames } from './strict-form.ts';
import type { DeclaredForm } from './strict-form.ts';
import { partPair } from './strict-multipart.ts';

/** @returns property name to the headers that are there; undefined where no part has any. */
export function strictPartHeaders(
  body: Uint8Array,
  contentType: string,
  form: DeclaredForm & { readonly documents: Documents | undefined },
): PartHeaders | undefined {
  const declared = Object.entries(form.declared?.encoding ?? {}).filter(
    ([, { headers }]) => headers.length > 0,
  );
  const parts = declared.length === 0 ? undefined : multipartParts(body, contentType);
  if (parts === undefined) return undefined;
  const found = declared.flatMap(([name, { headers }]) => {
    const part = firstPart(name, parts, form);
    const read = headers.flatMap((header) => {
      const lines = part?.lines(header.name) ?? [];
      const field = headerField(header, form.documents);
      return lines.length === 0 ? [] : [[header.name, strictHeader(lines, field)] as const];
    });
    return read.length === 0 ? [] : [[name, Object.fromEntries(read)] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

function firstPart(name: string, parts: readonly Part[], form: DeclaredForm): Part | undefined {
  const taken = takenNames(parts.map(partPair), [name], form);
  return parts.find((part) => taken.has(part.name));
}
