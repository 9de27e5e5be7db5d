/** Whether a planted defect is found, once, and whether anything else is accused beside it. */
import type { Fault } from '../../tests/fault-server/faults/fault.ts';
import { tryOne, type Found, type Ran, type Setting } from './try-one.ts';

export interface Detection extends Ran {
  readonly fault: Fault;
  /** The failures that say it; more than one is one too many. */
  readonly its: readonly Found[];
  /** Failures of other operations, or of checks that have no business with it. */
  readonly falseAlarms: readonly Found[];
}

/** Runs with the defect alone. */
export async function detectFault(fault: Fault, setting: Setting): Promise<Detection> {
  const optIn = fault.optIn === true ? { [fault.check]: 'low' as const } : {};
  const ran = await tryOne({ faults: [fault.name] }, setting, optIn);
  const isIts = ({ check, operations }: Found): boolean =>
    operations.includes(fault.operation) &&
    (check === fault.check || (fault.mayAlso ?? []).includes(check));
  return {
    ...ran,
    fault,
    its: ran.found.filter(isIts),
    falseAlarms: ran.found.filter((found) => !isIts(found)),
  };
}
