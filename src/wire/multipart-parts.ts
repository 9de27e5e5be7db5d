/** The parts of a multipart body, as RFC 2046, section 5.1, and RFC 7578 frame and name them. */
import { parseMediaType } from './media-type.ts';

export interface Part {
  readonly name: string;
  readonly isFile: boolean;
  /** `text/plain` where the part does not say. */
  readonly contentType: string;
  /** The lines of a field, whatever the case of its name. */
  readonly lines: (name: string) => readonly string[];
  readonly bytes: Buffer;
}

/** @returns the parts in order; undefined when the body is not framed by the boundary of its Content-Type. */
export function multipartParts(body: Uint8Array, contentType: string): readonly Part[] | undefined {
  const boundary = parseMediaType(contentType)?.parameters.get('boundary');
  if (boundary === undefined || boundary === '') return undefined;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const parts: Part[] = [];
  // The first delimiter may stand at the very beginning, without its line break.
  let start = bytes.indexOf(delimiter.subarray(2)) + delimiter.length - 2;
  if (start < delimiter.length - 2) return undefined;
  while (bytes.toString('latin1', start, start + 2) !== '--') {
    const end = bytes.indexOf(delimiter, start);
    const part = end < 0 ? undefined : partIn(bytes.subarray(start, end));
    if (part === undefined) return undefined;
    parts.push(part);
    start = end + delimiter.length;
  }
  return parts;
}

/** Line break, header lines, empty line, content. */
function partIn(bytes: Buffer): Part | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = bytes.toString('utf8', 0, end).split('\r\n');
  const lines = (field: string): readonly string[] => fieldsIn(head, field);
  const [disposition = ''] = lines('content-disposition');
  const name = /;\s*name="([^"]*)"/i.exec(disposition)?.[1];
  if (name === undefined) return undefined;
  return {
    name: unquoted(name),
    isFile: /;\s*filename=/i.test(disposition),
    contentType: lines('content-type')[0] ?? 'text/plain',
    lines,
    bytes: bytes.subarray(end + 4),
  };
}

function fieldsIn(head: readonly string[], name: string): readonly string[] {
  const start = `${name.toLowerCase()}:`;
  return head
    .filter((line) => line.toLowerCase().startsWith(start))
    .map((line) => line.slice(start.length).trim());
}

/** @see WHATWG HTML, "multipart/form-data encoding algorithm" */
function unquoted(name: string): string {
  return name.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n');
}
