/** A few lines of a text around a position, with a mark under it, as compilers show them. */
import type { Position } from './files/positions.ts';

/** Lines shown before and after the one that is meant. */
const BEFORE = 2;
const AFTER = 2;
const MAX_LENGTH = 160;

/** Columns from which a line is shown from its middle on, and as many characters before the mark. */
const FAR_RIGHT = 70;
const KEPT_BEFORE = 40;

/** @returns such as `> 12 |   type: string`; none where the text has no such line. */
export function codeFrame(text: string, { line, column }: Position): readonly string[] {
  const lines = text.split(/\r?\n/, line + AFTER);
  const meant = lines[line - 1];
  // A text on one line (JSON without spaces) has no lines around it that would help.
  if (meant === undefined || meant.length > MAX_LENGTH * 4) return [];
  const first = Math.max(0, line - 1 - BEFORE);
  const width = String(lines.length).length;
  const gutter = (mark: string, number: string): string => `${mark} ${number.padStart(width)} |`;
  // What is far to the right would be cut off with its mark.
  const skipped = column > FAR_RIGHT ? column - 1 - KEPT_BEFORE : 0;
  const shown = lines.slice(first).map((source, index) => {
    const isMeant = first + index === line - 1;
    const numbered = gutter(isMeant ? '>' : ' ', String(first + index + 1));
    return `${numbered} ${shortened(source, isMeant ? skipped : 0)}`.trimEnd();
  });
  const before = skipped === 0 ? column - 1 : KEPT_BEFORE + 1;
  const pointer = `${gutter(' ', '')} ${' '.repeat(before)}^`;
  const at = line - first;
  return [...shown.slice(0, at), pointer, ...shown.slice(at)];
}

/** @param skipped characters left out at the beginning */
function shortened(source: string, skipped: number): string {
  const kept = skipped === 0 ? source : `…${source.slice(skipped)}`;
  return kept.length <= MAX_LENGTH ? kept : `${kept.slice(0, MAX_LENGTH)}…`;
}
