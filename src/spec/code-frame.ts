/** A few lines of a text around a position, with a mark under it, as compilers show them. */
import type { Position } from './files/positions.ts';

/** Lines shown before and after the one that is meant. */
const BEFORE = 2;
const AFTER = 2;
const MAX_LENGTH = 160;

/** @returns such as `> 12 |   type: string`; none where the text has no such line. */
export function codeFrame(text: string, { line, column }: Position): readonly string[] {
  const lines = text.split(/\r?\n/, line + AFTER);
  const meant = lines[line - 1];
  // A text on one line (JSON without spaces) has no lines around it that would help.
  if (meant === undefined || meant.length > MAX_LENGTH * 4) return [];
  const first = Math.max(0, line - 1 - BEFORE);
  const width = String(lines.length).length;
  const gutter = (mark: string, number: string): string => `${mark} ${number.padStart(width)} |`;
  const shown = lines.slice(first).map((source, index) => {
    const isMeant = first + index === line - 1;
    const numbered = gutter(isMeant ? '>' : ' ', String(first + index + 1));
    return `${numbered} ${shortened(source)}`.trimEnd();
  });
  const pointer = `${gutter(' ', '')} ${' '.repeat(column - 1)}^`;
  const at = line - first;
  return column > MAX_LENGTH ? shown : [...shown.slice(0, at), pointer, ...shown.slice(at)];
}

function shortened(source: string): string {
  return source.length <= MAX_LENGTH ? source : `${source.slice(0, MAX_LENGTH)}…`;
}
