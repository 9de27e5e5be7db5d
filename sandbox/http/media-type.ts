// Which media types a request brings and takes (RFC 9110, 8.3 and 12.5.1): enough of both headers to answer 415 and 406.

/** A media type without its parameters, lower-cased, and its charset if one is named; null when the text is none. */
export function parseContentType(
  header: string,
): { readonly essence: string; readonly charset: string | null } | null {
  const [essence = '', ...parameters] = header.split(';').map((part) => part.trim());
  if (!/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(essence)) return null;
  const charset = parameters
    .map((parameter) => /^charset="?([^"]*)"?$/i.exec(parameter)?.[1])
    .find((found) => found !== undefined);
  return { essence: essence.toLowerCase(), charset: charset?.toLowerCase() ?? null };
}

/** True when a body of this content type is JSON in UTF-8. */
export function isJsonContentType(header: string): boolean {
  const type = parseContentType(header);
  if (type === null) return false;
  const isJson =
    type.essence === 'application/json' || /^application\/[\w.-]+\+json$/.test(type.essence);
  return isJson && (type.charset === null || type.charset === 'utf-8' || type.charset === 'utf8');
}

/** True when JSON is among what an Accept header takes; the most specific range that names it decides. */
export function acceptsJson(header: string | undefined): boolean {
  if (header === undefined || header.trim() === '') return true;
  const ranges = header.split(',').map(readRange);
  for (const candidate of ['application/json', 'application/*', '*/*']) {
    const matching = ranges.filter(({ range }) => range === candidate);
    if (matching.length > 0) return matching.some(({ quality }) => quality > 0);
  }
  return false;
}

function readRange(text: string): { readonly range: string; readonly quality: number } {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  return { range, quality: weight === undefined ? 1 : Number(weight.slice(2)) || 0 };
}
