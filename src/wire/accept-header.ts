/** The Accept field that asks for what an operation declares to answer with (RFC 9110, section 12.5.1). */
import type { Operation } from '../spec/api.ts';
import { parseMediaType } from './media-type.ts';

/** @returns the declared media types of all answers, in order, without repeats; anything when there are none. */
export function acceptHeader(operation: Operation): string {
  const declared = operation.responses
    .flatMap(({ content }) => content.map(({ type }) => type))
    .filter((type) => parseMediaType(type) !== undefined);
  return declared.length === 0 ? '*/*' : [...new Set(declared)].join(', ');
}
