/**
 * A path template taken apart, such as `/pets/{petId}.json`: filled in when a request is written,
 * matched when one is read back (OAS 3.1.0, section 4.8.8).
 */
import { encodePathLiteral } from './percent-encoding.ts';

interface PathTemplate {
  /** Literals (encoded) and placeholders in turn. */
  readonly parts: readonly PathPart[];
}

type PathPart =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'placeholder'; readonly name: string };

/** @returns the parts of a path as written; a fragment, which is never sent, is left out. */
export function parsePathTemplate(path: string): PathTemplate {
  const sent = path.replace(/#.*$/s, '');
  const parts: PathPart[] = [];
  let end = 0;
  for (const match of sent.matchAll(/\{([^{}]*)\}/g)) {
    if (match.index > end) parts.push(literal(sent.slice(end, match.index)));
    parts.push({ kind: 'placeholder', name: match[1] ?? '' });
    end = match.index + match[0].length;
  }
  if (end < sent.length) parts.push(literal(sent.slice(end)));
  return { parts: startsWithSlash(parts) ? parts : [{ kind: 'literal', text: '/' }, ...parts] };
}

function literal(text: string): PathPart {
  return { kind: 'literal', text: encodePathLiteral(text) };
}

function startsWithSlash([first]: readonly PathPart[]): boolean {
  return first?.kind === 'literal' && first.text.startsWith('/');
}
