/**
 * What stands in a path where a template has placeholders (OAS 3.1.0, section 4.8.8). Two
 * placeholders in one segment can share its text in several ways; both ends of that are given.
 */
import { parsePathTemplate } from './path-template.ts';
import { decodeText } from './percent-encoding.ts';

/** Placeholder name to the text as it stands, still encoded. */
export type PathTexts = ReadonlyMap<string, string>;

export type PathMatcher = (path: string) => PathMatch | undefined;

export interface PathMatch {
  /** Each placeholder as short as can be. */
  readonly short: PathTexts;
  /** Each placeholder as long as can be. */
  readonly long: PathTexts;
}

/** @returns the function that matches paths (without query) against a template. */
export function pathMatcher(template: string): PathMatcher {
  const { parts } = parsePathTemplate(template.replace(/\?.*$/s, ''));
  const names = parts.flatMap((part) => (part.kind === 'placeholder' ? [part.name] : []));
  const expression = (placeholder: string): RegExp =>
    new RegExp(
      `^${parts.map((part) => (part.kind === 'literal' ? escaped(part.text) : placeholder)).join('')}$`,
      's',
    );
  const [short, long] = [expression('([^/]*?)'), expression('([^/]*)')];
  return (path) => {
    const [one, other] = [short.exec(path), long.exec(path)];
    if (one === null || other === null) return undefined;
    return { short: textsOf(names, one), long: textsOf(names, other) };
  };
}

/**
 * @returns whether the text of a whole placeholder reaches its operation on every server: an empty
 * segment, a dot segment or an encoded slash may be routed elsewhere.
 */
export function isRoutable(raw: string): boolean {
  const decoded = decodeText(raw);
  return !/^\.{0,2}$/.test(decoded) && !decoded.includes('/');
}

function textsOf(names: readonly string[], match: RegExpExecArray): PathTexts {
  return new Map(names.map((name, index) => [name, match[index + 1] ?? '']));
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
