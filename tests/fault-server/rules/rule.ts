/**
 * What a value must be, as a function that complains. The rules are written by hand beside the
 * description, and never read from it: that the two agree must mean something.
 */
import type { Json } from '../http/json.ts';

export interface Complaint {
  /** Where, as a JSON pointer below the parameter's or body's name. */
  readonly at: string;
  readonly message: string;
}

export type Rule = (value: Json, at: string) => readonly Complaint[];

export const NO_COMPLAINTS: readonly Complaint[] = [];

/** @returns one complaint. */
export function complain(at: string, message: string): readonly Complaint[] {
  return [{ at, message }];
}

/** @returns a rule that null satisfies as well. */
export function orNull(rule: Rule): Rule {
  return (value, at) => (value === null ? NO_COMPLAINTS : rule(value, at));
}

/** @returns a rule that anything satisfies. */
export const anything: Rule = () => NO_COMPLAINTS;
