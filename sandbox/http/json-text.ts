// Bytes to JSON, with the limits that keep a hostile body from costing anything: strict UTF-8 and a bounded depth (a deep
// value is parsed by V8 without trouble, but writing it out again would exhaust the stack).

/** Levels of nesting taken; more is refused like broken JSON. */
export const MAX_DEPTH = 100;

export type ParsedJson =
  | { readonly kind: 'parsed'; readonly value: unknown }
  | { readonly kind: 'broken'; readonly why: string };

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Parses a body; never throws. */
export function parseJson(bytes: Uint8Array): ParsedJson {
  let source: string;
  try {
    source = utf8.decode(bytes);
  } catch {
    return { kind: 'broken', why: 'the body is not UTF-8' };
  }
  if (isTooDeep(source)) return { kind: 'broken', why: `the body nests deeper than ${MAX_DEPTH}` };
  try {
    return { kind: 'parsed', value: JSON.parse(source) as unknown };
  } catch {
    return { kind: 'broken', why: 'the body is not JSON' };
  }
}

/** True when brackets outside of strings open more than `MAX_DEPTH` levels. */
export function isTooDeep(source: string): boolean {
  if (source.length <= MAX_DEPTH) return false;
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < source.length; index += 1) {
    const code = source.charCodeAt(index);
    if (isInString) {
      if (code === 0x5c) index += 1;
      else if (code === 0x22) isInString = false;
    } else if (code === 0x22) isInString = true;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > MAX_DEPTH) return true;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return false;
}
