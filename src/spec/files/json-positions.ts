/**
 * Line and column of any part of a JSON text. A tree of the whole with positions would cost a second
 * and hundreds of megabytes for a big description, so only the objects and arrays on the way to what
 * is asked for are scanned, each once. The text is known to be well-formed.
 */
import type { LineCounter } from 'yaml';

import { countLines, type FindPosition, toPosition } from './positions.ts';

interface Offsets {
  /** Where the key begins; in an array, where the value does. */
  readonly start: number;
  readonly value: number;
}

type Members = ReadonlyMap<string, Offsets>;

/** @returns a finder over JSON text; nothing is scanned before the first question. */
export function jsonPositions(text: string): FindPosition {
  const scanned = new Map<number, Members>();
  const membersAt = (offset: number): Members => {
    const members = scanned.get(offset) ?? scanMembers(text, offset);
    scanned.set(offset, members);
    return members;
  };
  let lines: LineCounter | undefined;
  return (tokens) => {
    lines ??= countLines(text);
    const top = skipSpace(text, 0);
    let found: Offsets = { start: top, value: top };
    for (const token of tokens) {
      const next = membersAt(found.value).get(token);
      if (next === undefined) break;
      found = next;
    }
    return toPosition(lines, found.start);
  };
}

/** The members of the object, or the items of the array, that begins at the offset; of others, none. */
function scanMembers(text: string, offset: number): Members {
  const members = new Map<string, Offsets>();
  const isObject = text[offset] === '{';
  if (!isObject && text[offset] !== '[') return members;
  let at = skipSpace(text, offset + 1);
  while (text[at] !== '}' && text[at] !== ']') {
    const start = at;
    const keyEnd = isObject ? stringEnd(text, start) : start;
    // Past the colon; in an array there is neither key nor colon.
    const value = isObject ? skipSpace(text, skipSpace(text, keyEnd) + 1) : start;
    const name = isObject ? (JSON.parse(text.slice(start, keyEnd)) as string) : `${members.size}`;
    members.set(name, { start, value });
    at = skipSpace(text, valueEnd(text, value));
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return members;
}

function valueEnd(text: string, start: number): number {
  if (text[start] === '"') return stringEnd(text, start);
  if (text[start] !== '{' && text[start] !== '[') return indexOfMatch(text, /[,}\]\s]/g, start);
  const marks = /["{}[\]]/g;
  marks.lastIndex = start;
  let depth = 0;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    if (mark[0] === '"') marks.lastIndex = stringEnd(text, mark.index);
    else depth += mark[0] === '{' || mark[0] === '[' ? 1 : -1;
    if (depth === 0) return mark.index + 1;
  }
  return text.length;
}

function stringEnd(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text[quote - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return quote + 1;
  }
  return text.length;
}

function skipSpace(text: string, start: number): number {
  return indexOfMatch(text, /\S/g, start);
}

function indexOfMatch(text: string, pattern: RegExp, start: number): number {
  pattern.lastIndex = start;
  return pattern.exec(text)?.index ?? text.length;
}
