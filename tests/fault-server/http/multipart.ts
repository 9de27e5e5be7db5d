/** The parts of a multipart/form-data body (RFC 7578; RFC 2046, section 5.1). */
interface Part {
  readonly name: string;
  readonly bytes: Buffer;
}

const CRLF = '\r\n';
const HEADERS_END = Buffer.from(CRLF + CRLF);

/** @returns undefined for a body that is not made of whole, named parts. */
export function readMultipart(body: Buffer, boundary: string): readonly Part[] | undefined {
  const text = Buffer.concat([Buffer.from(CRLF), body]);
  const delimiter = Buffer.from(`${CRLF}--${boundary}`);
  const parts: Part[] = [];
  let at = text.indexOf(delimiter);
  while (at >= 0) {
    const start = at + delimiter.length;
    const tail = text.subarray(start, start + 2).toString('latin1');
    if (tail === '--') return parts;
    const next = text.indexOf(delimiter, start);
    if (tail !== CRLF || next < 0) return undefined;
    const part = readPart(text.subarray(start + 2, next));
    if (part === undefined) return undefined;
    parts.push(part);
    at = next;
  }
  return undefined;
}

function readPart(bytes: Buffer): Part | undefined {
  const end = bytes.indexOf(HEADERS_END);
  if (end < 0) return undefined;
  const lines = bytes.subarray(0, end).toString('utf8').split(CRLF);
  const disposition = lines.find((line) => /^content-disposition:/i.test(line));
  const name = /;\s*name="((?:[^"\\]|\\.)*)"/i.exec(disposition ?? '')?.[1];
  if (name === undefined) return undefined;
  return { name: name.replaceAll('%22', '"'), bytes: bytes.subarray(end + HEADERS_END.length) };
}
