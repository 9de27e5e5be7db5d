/**
 * One thing wrong with a description. A problem never stops the run: only what depends on the bad
 * part is lost, and the operations it touches are named.
 */
import type { Place } from './place.ts';

export interface Problem {
  readonly code: ProblemCode;
  /** One sentence: what is wrong and what is done about it. */
  readonly message: string;
  readonly place: Place;
  /** Ids of the operations that it touches, in document order. */
  readonly operations: readonly string[];
}

export type ProblemCode =
  | 'dangling-reference'
  | 'unreadable-file'
  | 'invalid-schema'
  | 'wrong-keyword'
  | 'legacy-keyword'
  | 'undeclared-path-parameter'
  | 'unused-path-parameter'
  | 'duplicate-operation-id'
  | 'missing-part'
  | 'wrong-part'
  | 'circular-reference';
