/**
 * Proves defects by the suites: one Vitest for all of them, whose workers are started anew for each
 * defect. It stops at the first scenario that fails; files that use the defect's operations most
 * come first, as counted in the run without defect.
 */
import { createVitest, BaseSequencer, type TestModule, type TestSpecification } from 'vitest/node';
import { serve, type Assignment, type Proof } from './messages.ts';

/** A defect of the wire that never answers is noticed after this. */
const TIMEOUT_MS = '3000';

type Uses = Readonly<Record<string, number>>;

const usesByFile = new Map<string, Uses>();
let wanted: readonly string[] = [];

class MostTellingFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const byUse = [...files].sort(
      (left, right) => shareOf(right.moduleId) - shareOf(left.moduleId),
    );
    return Promise.resolve(byUse);
  }
}

process.env['ASSAY_BASE_URL'] = '';
process.env['ASSAY_TIMEOUT_MS'] = TIMEOUT_MS;
const vitest = await createVitest('test', {
  watch: false,
  bail: 1,
  isolate: false,
  pool: 'forks',
  maxWorkers: 1,
  reporters: [{}],
  sequence: { sequencer: MostTellingFirst },
});
const suites = await vitest.globTestSpecifications(['suites/tickets/']);

serve(prove);

async function prove({ fault, operations }: Assignment): Promise<Proof> {
  process.env['ASSAY_SANDBOX_FAULTS'] = fault ?? '';
  wanted = operations;
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(suites, true);
  let requests = 0;
  let found: string | null = null;
  for (const module of testModules) {
    const uses = usesOf(module);
    if (fault === null) usesByFile.set(module.moduleId, uses);
    requests += sum(uses);
    found ??= firstFailure(module);
  }
  const [error] = unhandledErrors;
  // An error outside of every scenario is no proof: whatever stopped the run has to be looked at.
  if (found === null && error !== undefined)
    throw new Error(`the run broke down: ${messageOf(error)}`, { cause: error });
  return { found: found === null ? [] : [found], requests };
}

function usesOf(module: TestModule): Uses {
  const uses: Record<string, number> = {};
  for (const test of module.children.allTests())
    for (const [operation, count] of Object.entries(test.meta().requests ?? {}))
      uses[operation] = (uses[operation] ?? 0) + count;
  return uses;
}

function firstFailure(module: TestModule): string | null {
  for (const test of module.children.allTests('failed')) return test.fullName;
  return module.errors()[0]?.message ?? null;
}

/** How much of what a file sends goes to the wanted operations; a defect of all is as likely in each. */
function shareOf(file: string): number {
  const uses = usesByFile.get(file) ?? {};
  const meant = wanted.reduce((count, operation) => count + (uses[operation] ?? 0), 0);
  return sum(uses) === 0 ? 0 : meant / sum(uses);
}

function sum(uses: Uses): number {
  return Object.values(uses).reduce((total, count) => total + count, 0);
}

function messageOf(error: unknown): string {
  return error instanceof Object && 'message' in error ? String(error.message) : String(error);
}
