/**
 * Parameters that are written by a media type instead of a style (OAS 3.1.0, section 4.8.12.1, `content`):
 * JSON, a form within one text, or the text itself. Others have no codec.
 */
import type { Parameter } from '../spec/api.ts';
import { bodyFamily } from './body-family.ts';
import { parsedOrText } from './body-text.ts';
import { decodeFormText } from './percent-encoding.ts';
import { queryPairs } from './raw-pairs.ts';
import { strictForm } from './strict-form.ts';
import { strictText } from './strict-text.ts';
import type { ValueShape } from './value-shape.ts';
import { textOf } from './value-text.ts';
import { formText } from './write-form.ts';

/** @returns whether values of the parameter can be written: by its style, or since there is a codec for its content. */
export function isWritable({ content }: Pick<Parameter, 'content'>): boolean {
  if (content === undefined) return true;
  const family = bodyFamily(content.type);
  return family !== undefined && family !== 'multipart';
}

/** @returns the text of a value, not yet encoded for the place where it stands. */
export function contentText(value: unknown, mediaType: string): string {
  switch (bodyFamily(mediaType)) {
    case 'json':
      return JSON.stringify(value);
    case 'form':
      return formText(value, undefined);
    default:
      return textOf(value);
  }
}

/** @returns the typed value of a text that was decoded where it stood. */
export function strictContent(text: string, mediaType: string, shape: ValueShape): unknown {
  switch (bodyFamily(mediaType)) {
    case 'json':
      return parsedOrText(text);
    case 'form':
      return strictForm(
        { pairs: queryPairs(text), decode: decodeFormText },
        { declared: undefined, shape },
      );
    default:
      return strictText(text, shape);
  }
}
