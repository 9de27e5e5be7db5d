/**
 * Proves defects by the harness: the run of assay.config.ts, with a fixed seed and the preset that
 * the main process names, on a sandbox with one defect. Ids and credentials of a sandbox are always the same, so what the configuration says
 * of a sound one holds for the other. The preset's cases are the bound, not its seconds, so that a busy machine finds
 * the same.
 */
import { run } from '../../src/index.ts';
import config from '../../assay.config.ts';
import { startSandbox } from '../../sandbox/index.ts';
import { PRESET_NAMES, type PresetName } from '../../src/run/presets.ts';
import { serve, type Assignment, type Proof } from './messages.ts';

const SEED = 20_260_105;
const MAX_TIME_MS = 600_000;
const preset = presetNamed(process.argv[2]);

serve(prove);

async function prove({ fault, first }: Assignment): Promise<Proof> {
  const { target } = config;
  if (target === undefined || !('start' in target))
    throw new Error('assay.config.ts starts no target');
  const { start } = target;
  const enough = new AbortController();
  const settings = {
    ...config,
    seed: SEED,
    preset,
    maxTimeMs: MAX_TIME_MS,
    target: {
      start: async (...given: Parameters<typeof start>) => {
        const sound = await start(...given);
        await sound.close?.();
        const { url, close } = await startSandbox({ faults: fault === null ? [] : [fault] });
        return { ...sound, url, close };
      },
    },
  };
  const { found, failures, exitCode, reasons, sent } = await run(settings, {
    signal: enough.signal,
    onEvent: ({ kind }) => {
      if (first && kind === 'failure') enough.abort();
    },
  });
  const operationsOf = new Map(failures.map(({ id, operations }) => [id, operations.join(', ')]));
  const titles = found.map(
    ({ id, operation, title }) => `${title} (${operationsOf.get(id) ?? operation})`,
  );
  // A run may also end badly without a failure: an operation that was not accepted, say.
  const [reason] = exitCode === 0 ? [] : reasons;
  return { found: titles.length > 0 || reason === undefined ? titles : [reason], requests: sent };
}

function presetNamed(name: string | undefined): PresetName {
  const known = PRESET_NAMES.find((one) => one === name);
  if (known === undefined) throw new TypeError(`--preset is one of ${PRESET_NAMES.join(', ')}`);
  return known;
}
