/**
 * Proves defects by the harness: the run of assay.config.ts, with a fixed seed, on a sandbox with
 * one defect. Ids and credentials of a sandbox are always the same, so what the configuration says
 * of a sound one holds for the other.
 */
import { run } from '../../src/index.ts';
import config from '../../assay.config.ts';
import { startSandbox } from '../../sandbox/index.ts';
import { serve, type Assignment, type Proof } from './messages.ts';

const SEED = 20_260_105;

serve(prove);

async function prove({ fault }: Assignment): Promise<Proof> {
  const { target } = config;
  if (target === undefined || !('start' in target))
    throw new Error('assay.config.ts starts no target');
  const { start } = target;
  const { found, exitCode, reasons, sent } = await run({
    ...config,
    seed: SEED,
    target: {
      start: async (...given) => {
        const sound = await start(...given);
        await sound.close?.();
        const { url, close } = await startSandbox({ faults: fault === null ? [] : [fault] });
        return { ...sound, url, close };
      },
    },
  });
  const [first] = found;
  const title = first === undefined ? (reasons[0] ?? null) : first.title;
  return { found: exitCode === 0 ? null : title, requests: sent };
}
