/** How a tool does: what it finds of the planted defects, and what it accuses where nothing is wrong. */
import type { Fault } from '../../tests/fault-server/faults/fault.ts';
import type { Oddity } from '../../tests/fault-server/oddities/oddity.ts';
import { OPERATIONS } from '../../tests/fault-server/operations/index.ts';
import { companiesOf } from '../detect/companies.ts';
import type { Contender, Reported, Tried } from './contender.ts';

export interface Score {
  readonly name: string;
  /** On the library without anything planted. */
  readonly onNothing: readonly Reported[];
  readonly found: readonly Fault[];
  readonly missed: readonly Fault[];
  /** On oddities alone, beyond what it reports on nothing. */
  readonly onOddities: readonly Reported[];
  readonly runs: number;
  readonly requests: number;
  readonly seconds: number;
}

/**
 * A defect counts as found where something is reported of its operation that is not reported there
 * when nothing is planted.
 */
export async function scoreOf(
  { name, run }: Contender,
  faults: readonly Fault[],
  [ofOneOperation = [], ofEverything = []]: readonly (readonly Oddity[])[],
): Promise<Score> {
  const alone = await run({});
  const tries: Tried[] = [alone];
  const isNew = (one: Reported): boolean =>
    !alone.reported.some((two) => two.kind === one.kind && two.operation === one.operation);
  const found: Fault[] = [];
  const missed: Fault[] = [];
  for (const company of companiesOf(faults)) {
    const tried = await run({ faults: company.map((fault) => fault.name) });
    tries.push(tried);
    const news = tried.reported.filter(isNew);
    for (const fault of company) (news.some(isOf(fault)) ? found : missed).push(fault);
  }
  const onOddities: Reported[] = [];
  const companies = [...companiesOf(ofOneOperation), ...ofEverything.map((oddity) => [oddity])];
  for (const company of companies) {
    const tried = await run({ oddities: company.map((oddity) => oddity.name) });
    tries.push(tried);
    onOddities.push(...tried.reported.filter(isNew));
  }
  return {
    ...{ name, onNothing: alone.reported, found, missed, onOddities },
    runs: tries.length,
    requests: tries.reduce((sum, { requests }) => sum + requests, 0),
    seconds: tries.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}

function isOf({ operation, anyMethod }: Fault): (reported: Reported) => boolean {
  const path = OPERATIONS.find(({ id }) => id === operation)?.path;
  const ids = OPERATIONS.filter((one) => anyMethod === true && one.path === path);
  const all = new Set([operation, ...ids.map(({ id }) => id)]);
  return (reported) => all.has(reported.operation);
}
