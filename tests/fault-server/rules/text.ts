/** Rules for texts: length in characters (not UTF-16 units), pattern, format, one of a list. */
import { complain, NO_COMPLAINTS, type Rule } from './rule.ts';

export interface TextLimits {
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: RegExp;
  /** A format: its name for the complaint, and what tells it. */
  readonly format?: { readonly name: string; readonly isValid: (text: string) => boolean };
}

/** @returns a rule for text within limits. */
export function text({ min = 0, max = Infinity, pattern, format }: TextLimits = {}): Rule {
  return (value, at) => {
    if (typeof value !== 'string') return complain(at, 'must be text');
    const length = Array.from(value).length;
    if (length < min) return complain(at, `must have ${String(min)} characters or more`);
    if (length > max) return complain(at, `must have ${String(max)} characters or fewer`);
    if (pattern?.test(value) === false) return complain(at, 'must be of the right form');
    if (format?.isValid(value) === false) return complain(at, `must be ${format.name}`);
    return NO_COMPLAINTS;
  };
}

/** @returns a rule for one of a few words. */
export function oneOf(...words: readonly string[]): Rule {
  return (value, at) =>
    typeof value === 'string' && words.includes(value)
      ? NO_COMPLAINTS
      : complain(at, `must be one of ${words.join(', ')}`);
}
