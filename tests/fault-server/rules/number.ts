/** Rules for numbers. Integers beyond what a double holds arrive as bigints and are compared as such. */
import { complain, NO_COMPLAINTS, type Rule } from './rule.ts';

export interface NumberLimits {
  readonly min?: number;
  readonly max?: number;
  readonly above?: number;
  readonly below?: number;
  readonly step?: number;
}

/** @returns a rule for any number within limits. */
export function number(limits: NumberLimits = {}): Rule {
  return (value, at) =>
    typeof value === 'number' || typeof value === 'bigint'
      ? within(value, limits, at)
      : complain(at, 'must be a number');
}

/** @returns a rule for a whole number within limits. */
export function whole(limits: NumberLimits = {}): Rule {
  return (value, at) =>
    typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value))
      ? within(value, limits, at)
      : complain(at, 'must be a whole number');
}

export const flag: Rule = (value, at) =>
  typeof value === 'boolean' ? NO_COMPLAINTS : complain(at, 'must be true or false');

function within(value: number | bigint, limits: NumberLimits, at: string) {
  const { min = -Infinity, max = Infinity, above = -Infinity, below = Infinity, step } = limits;
  if (value < min) return complain(at, `must be ${String(min)} or more`);
  if (value > max) return complain(at, `must be ${String(max)} or less`);
  if (value <= above) return complain(at, `must be more than ${String(above)}`);
  if (value >= below) return complain(at, `must be less than ${String(below)}`);
  if (step !== undefined && !Number.isInteger(Number(value) / step))
    return complain(at, `must be a multiple of ${String(step)}`);
  return NO_COMPLAINTS;
}
