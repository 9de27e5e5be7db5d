/**
 * Whether planted defects are found, each once, and whether anything else is accused beside them.
 * Defects of different operations share a run, for what is found names its operation; whatever is
 * not as it should be in company is looked at again alone.
 */
import type { Fault } from '../../tests/fault-server/faults/fault.ts';
import { OPERATIONS } from '../../tests/fault-server/operations/index.ts';
import { tryOne, type Found, type Ran, type Setting } from './try-one.ts';

export interface Detection extends Ran {
  readonly fault: Fault;
  /** The failures that say it; more than one is one too many. */
  readonly its: readonly Found[];
  /** Failures of other operations, or of checks that have no business with it. */
  readonly falseAlarms: readonly Found[];
}

/** @returns a detection a fault, in their order; requests and seconds of a shared run are shared out */
export async function detectFaults(
  company: readonly Fault[],
  setting: Setting,
): Promise<readonly Detection[]> {
  const ran = await tryOne({ faults: company.map(({ name }) => name) }, setting, optIns(company));
  const strangers = ran.found.filter((found) => !company.some((fault) => isIts(fault, found)));
  const share: Omit<Ran, 'found'> = {
    requests: ran.requests / company.length,
    elapsedMs: ran.elapsedMs / company.length,
    cpuMs: ran.cpuMs / company.length,
  };
  const detections = company.map((fault) => ({
    ...share,
    fault,
    found: ran.found,
    its: ran.found.filter((found) => isIts(fault, found)),
    falseAlarms: strangers,
  }));
  if (company.length === 1) return detections;
  return Promise.all(
    detections.map(async (detection): Promise<Detection> => {
      const isAsItShould = detection.its.length === 1 && strangers.length === 0;
      if (isAsItShould) return detection;
      const [alone = detection] = await detectFaults([detection.fault], setting);
      return alone;
    }),
  );
}

function optIns(company: readonly Fault[]): Readonly<Record<string, 'low'>> {
  const optIn = company.filter((fault) => fault.optIn === true);
  return Object.fromEntries(optIn.map(({ check }) => [check, 'low'] as const));
}

function isIts(fault: Fault, { check, operations }: Found): boolean {
  return (
    operationsOf(fault).some((id) => operations.includes(id)) &&
    (check === fault.check || (fault.mayAlso ?? []).includes(check))
  );
}

/** What goes wrong by any method of a path is told of one of its operations. */
function operationsOf({ operation, anyMethod }: Fault): readonly string[] {
  if (anyMethod !== true) return [operation];
  const path = OPERATIONS.find(({ id }) => id === operation)?.path;
  return OPERATIONS.filter((one) => one.path === path).map(({ id }) => id);
}
