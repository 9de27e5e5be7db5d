/** The content of a request or response body: media types, and how their members are encoded. */
import type { Encoding, MediaType } from '../api.ts';
import { member, members, type Part, textMember } from './part.ts';
import { readFlag } from './read-flag.ts';
import { readHeaders } from './read-headers.ts';
import { readMediaTypes } from './read-media-types.ts';
import type { Reading } from './reading.ts';
import { isStyle } from './styles.ts';

/** @returns the media types in the order written, each with its Encoding Objects (OAS 3.1.0, section 4.8.15). */
export function readBodyContent(reading: Reading, part: Part | undefined): readonly MediaType[] {
  return readMediaTypes(reading, part).map((mediaType) => ({
    ...mediaType,
    encoding: readEncodings(reading, part && member(part, mediaType.type)),
  }));
}

function readEncodings(reading: Reading, mediaType: Part | undefined): MediaType['encoding'] {
  const entries = members(mediaType && member(mediaType, 'encoding'));
  return Object.fromEntries(entries.map(([name, part]) => [name, readEncoding(reading, part)]));
}

function readEncoding(reading: Reading, part: Part): Encoding {
  const style = textMember(part, 'style');
  if (style !== undefined && !isStyle(style)) {
    const message = `"${style}" is no style; the default is assumed`;
    reading.report(part, { code: 'wrong-part', message });
  }
  return {
    contentType: textMember(part, 'contentType'),
    headers: readHeaders(reading, member(part, 'headers')),
    style: isStyle(style) ? style : undefined,
    explode: member(part, 'explode') && readFlag(reading, part, 'explode', style === 'form'),
    allowReserved: readFlag(reading, part, 'allowReserved', false),
  };
}
