/** Which checks a run asks, and how severe each is. */
import { CHECKS } from '../checks/index.ts';
import type { RunOptions } from './options.ts';
import type { ActiveCheck } from './run-state.ts';

/** @returns those that are on, in order of blame */
export function activeChecks({ checks }: Pick<RunOptions, 'checks'>): readonly ActiveCheck[] {
  return CHECKS.flatMap((check) => {
    const severity = checks[check.name] ?? check.defaultSeverity;
    return severity === 'off' ? [] : [{ ...check, severity }];
  });
}
