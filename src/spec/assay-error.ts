/**
 * The root of every error that a user can mend: what happened, where, and what to do about it. A
 * bug of ours is an ordinary Error instead, so the two are never mixed up.
 */
import type { SourceLocation } from './place.ts';

export interface AssayErrorOptions {
  /** Stable, for programs: `SPEC_NOT_FOUND`. */
  readonly code: string;
  /** One sentence that says what to do. */
  readonly hint: string;
  /** Where in a file the mistake stands, when it stands in one. */
  readonly location?: SourceLocation | undefined;
  readonly cause?: unknown;
}

/** Thrown for what stops a run; match on `code`, since two copies of the package may be loaded. */
export class AssayError extends Error {
  readonly code: string;
  readonly hint: string;
  readonly location: SourceLocation | undefined;

  constructor(message: string, { code, hint, location, cause }: AssayErrorOptions) {
    super(message, cause === undefined ? {} : { cause });
    this.name = new.target.name;
    this.code = code;
    this.hint = hint;
    this.location = location;
  }
}

/** @returns `file:line:column`, as editors and terminals open it. */
export function formatLocation({ file, line, column }: SourceLocation): string {
  return `${file}:${line}:${column}`;
}
