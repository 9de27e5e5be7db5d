/**
 * Line and column of any part of a file. Most runs never ask, so nothing is computed before the
 * first question; what does not exist is answered by its nearest existing parent.
 */
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node } from 'yaml';

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds the key (in a map) or the item (in a list) that the reference tokens lead to. */
export type FindPosition = (tokens: readonly string[]) => Position;

/** @returns a finder over the nodes of a YAML document. */
export function yamlPositions(document: Document, lines: LineCounter): FindPosition {
  return (tokens) => toPosition(lines, yamlOffset(document, tokens));
}

/** @returns the line starts of a text, to look offsets up in. */
export function countLines(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lines.addNewLine(at + 1);
  }
  return lines;
}

/** @returns the position of a character offset, counted from 1. */
export function toPosition(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function yamlOffset(document: Document, tokens: readonly string[]): number {
  let node: unknown = document.contents;
  let offset = nodeOffset(node);
  for (const token of tokens) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.findLast(
        ({ key }) => String(isScalar(key) ? key.value : key) === token,
      );
      if (pair === undefined) return offset;
      offset = nodeOffset(pair.key);
      node = pair.value;
    } else if (isSeq(node) && /^\d+$/.test(token) && Number(token) < node.items.length) {
      node = node.items[Number(token)];
      offset = nodeOffset(node);
    } else {
      return offset;
    }
  }
  return offset;
}

function nodeOffset(node: unknown): number {
  return (node as Node | null | undefined)?.range?.[0] ?? 0;
}
