/**
 * Tells an error: what happened, where, what to do. Only a bug of ours shows a stack, since only
 * there it helps.
 */
import { formatLocation } from '../spec/assay-error.ts';
import type { SourceLocation } from '../spec/place.ts';

/** An error that a user can mend; told by its shape, since two copies of the package may be loaded. */
interface Mistake extends Error {
  readonly hint: string;
  readonly location?: SourceLocation | undefined;
}

/** @returns the lines for stderr. */
export function errorText(error: unknown): string {
  if (isMistake(error)) {
    const { message, hint, location } = error;
    const lines = [
      `error: ${message}`,
      ...(location === undefined ? [] : [`  at ${formatLocation(location)}`]),
      ...(hint === '' ? [] : [`  ${hint}`]),
    ];
    return `${lines.map(escaped).join('\n')}\n`;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `error: this is a bug of assay, not of your API; please report it with these lines\n${text}\n`;
}

function isMistake(error: unknown): error is Mistake {
  return (
    error instanceof Error && 'code' in error && 'hint' in error && typeof error.hint === 'string'
  );
}

/** Messages may quote a description or an answer; line ends in them are ours. */
function escaped(line: string): string {
  return line.replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, (character) =>
    character === '\t' ? ' ' : `\\u{${character.charCodeAt(0).toString(16)}}`,
  );
}
