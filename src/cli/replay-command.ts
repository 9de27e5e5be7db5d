/** `assay replay ID`: sends a failure's request again, and says whether it is fixed. */
import path from 'node:path';
import { loadConfig } from '../config/load-config.ts';
import { printable } from '../reporters/terminal/printable.ts';
import { replayFailure } from '../replay.ts';
import type { LoggedFailure } from '../run/find-failure.ts';
import type { Try } from '../run/judge-try.ts';
import type { Replayed } from '../run/replay.ts';
import type { Outcome } from './exit-code.ts';
import { interruptionSignal } from './interruption.ts';
import { print } from './process-streams.ts';
import { readFlags, type GivenFlags } from './read-flags.ts';

const DEFAULT_LOG = path.join('reports', 'run.ndjson');

/** @throws {AssayError} it is not in the log, or can't be sent as it was */
export async function replayCommand(id: string, flags: GivenFlags): Promise<Outcome> {
  const { log, config, ...others } = flags;
  const { user, ...source } = await configOf(config);
  const replayed = await replayFailure(
    {
      id,
      log: typeof log === 'string' ? log : DEFAULT_LOG,
      user,
      source,
      overrides: readFlags(others, process.env),
      signal: interruptionSignal(),
    },
    { onFound: (found) => print(foundText(found)), onTry: (tried) => print(tryText(tried)) },
  );
  print(`${SENTENCES[replayed]}\n`);
  return { kind: 'replayed', replayed };
}

/** A log can be replayed without any configuration. */
async function configOf(named: unknown): ReturnType<typeof loadConfig> {
  return loadConfig(process.cwd(), typeof named === 'string' ? named : undefined);
}

const SENTENCES = {
  fixed: 'Fixed: it does not show any more.',
  'still failing': 'Still failing.',
  'failing otherwise': 'It does not show any more, but the answer fails otherwise.',
  flaky: 'Flaky: it shows sometimes.',
  'not judged': 'Not judged: what came says nothing of it.',
} as const satisfies Record<Replayed, string>;

function foundText({ failure }: LoggedFailure): string {
  const { id, code, check, title, sentence, example } = failure;
  const { method, url } = example.request;
  return [`${id} ${code} ${check}: ${title}`, sentence, `> ${method} ${url}`]
    .map((line) => `${printable(line)}\n`)
    .join('');
}

function tryText({ answer, said, why }: Try): string {
  return `${printable(why === '' ? `< ${answer}: ${said}` : `< ${answer}: ${said} (${why})`)}\n`;
}
