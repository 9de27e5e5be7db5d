/** Name and value pairs of a query or a form body, decoded (WHATWG URL, section 5.1), strictly. */
export type Pair = readonly [name: string, value: string];

/** @returns undefined where an escape is broken or stands for no UTF-8. */
export function readPairs(text: string): readonly Pair[] | undefined {
  const pairs: Pair[] = [];
  for (const part of text.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = decode(equals < 0 ? part : part.slice(0, equals));
    const value = decode(equals < 0 ? '' : part.slice(equals + 1));
    if (name === undefined || value === undefined) return undefined;
    pairs.push([name, value]);
  }
  return pairs;
}

function decode(text: string): string | undefined {
  return decodePercent(text.replaceAll('+', ' '));
}

/** @returns undefined where an escape is broken or stands for no UTF-8. */
export function decodePercent(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
