/**
 * The strict reading of a header field, of a request or an answer: its lines are one list, and the
 * simple style takes them apart (RFC 9110, section 5.3; OAS 3.1.0, section 4.8.12.2).
 */
import { parsedOrText } from './body-text.ts';
import { isJson } from './media-type.ts';
import { strictStyled } from './strict-style.ts';
import type { ValueShape } from './value-shape.ts';

/** How a header is declared. */
export interface DeclaredField {
  readonly explode: boolean;
  readonly shape: ValueShape;
  /** The media type of its content, where it has no style. */
  readonly content: string | undefined;
}

/** @returns the typed value of the lines, in the order received. */
export function strictHeader(lines: readonly string[], field: DeclaredField): unknown {
  const { explode, shape, content } = field;
  const raw = lines.join(', ').trim();
  if (content !== undefined) return isJson(content) ? parsedOrText(raw) : raw;
  return strictStyled({
    raw,
    decode: (part) => part.trim(),
    explode,
    exploded: ',',
    plain: ',',
    shape,
  });
}
