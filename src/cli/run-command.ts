/** `assay run [spec]`: tests every selected operation and reports. */
import { run } from '../assay.ts';
import { loadConfig } from '../config/load-config.ts';
import { resolveConfig } from '../config/resolve-config.ts';
import { createReporters } from '../reporters/create-reporters.ts';
import type { Outcome } from './exit-code.ts';
import { interruptionSignal } from './interruption.ts';
import { complain } from './process-streams.ts';
import { readFlags, type GivenFlags } from './read-flags.ts';
import { stdoutScreen } from './stdout-screen.ts';

/** @throws {AssayError} what stopped the run */
export async function runCommand(spec: string | undefined, flags: GivenFlags): Promise<Outcome> {
  const overrides = { ...readFlags(flags, process.env), ...(spec === undefined ? {} : { spec }) };
  const named = typeof flags['config'] === 'string' ? flags['config'] : undefined;
  const { user, ...source } = await loadConfig(process.cwd(), named);
  const config = resolveConfig(user, source, overrides);
  const signal = interruptionSignal();
  let hasReporterFailed = false;
  const reporters = createReporters({
    ...config.reports,
    screen: stdoutScreen(),
    showsSkipped: flags['showSkipped'] === true,
    onError: (reporter, error) => {
      hasReporterFailed = true;
      const why = error instanceof Error ? error.message : String(error);
      complain(`error: the report ${reporter} could not be written: ${why}\n`);
    },
  });
  try {
    const finished = await run(config, { signal, reporters });
    return { kind: 'ran', finished, hasReporterFailed };
  } catch (error) {
    if (signal.aborted) return { kind: 'interrupted' };
    throw error;
  }
}
