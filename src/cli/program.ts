/** The commands and their flags, as commander reads them. Nothing but commander is loaded for `--help`. */
import { Command, Option } from 'commander';
import type { Outcome } from './exit-code.ts';
import { CONFIG_FLAG, FLAGS, PLAN_FLAG, SHOW_SKIPPED_FLAG, type Flag } from './flags.ts';

interface ProgramOptions {
  readonly version: string;
  readonly onOutcome: (outcome: Outcome) => void;
}

/** @returns the program; commander's own exits are thrown as CommanderError. */
export function createProgram({ version, onOutcome }: ProgramOptions): Command {
  const program = new Command('assay')
    .description('Tests an HTTP API against its OpenAPI description.')
    .version(version, '--version', 'print the version')
    .helpOption('--help', 'print this')
    .helpCommand(false)
    .showSuggestionAfterError()
    .exitOverride();
  const run = subcommand(program, 'run', 'test every operation, and report')
    .argument('[spec]', 'description: a file or URL (else `spec` of the configuration)')
    .action(async (spec: string | undefined, flags: Record<string, unknown>) => {
      const { runCommand } = await import('./run-command.ts');
      onOutcome(await runCommand(spec, flags));
    });
  for (const flag of runFlags()) run.addOption(optionOf(flag));
  const list = subcommand(program, 'list', 'print operations, and problems of the description')
    .argument('[spec]', 'description: a file or URL (else `spec` of the configuration)')
    .action(async (spec: string | undefined, flags: Record<string, unknown>) => {
      const { listCommand } = await import('./list-command.ts');
      onOutcome(await listCommand(spec, flags));
    });
  const { include, exclude, phases, preset, maxCases, target, identities, writes } = FLAGS;
  const planning = [PLAN_FLAG, phases, preset, maxCases, target, identities, writes];
  for (const flag of [include, exclude, CONFIG_FLAG, ...planning]) list.addOption(optionOf(flag));
  addReplay(program, onOutcome);
  addExplain(program, onOutcome);
  return program;
}

function addReplay(program: Command, onOutcome: ProgramOptions['onOutcome']): void {
  const replay = subcommand(program, 'replay', 'send a failure of a run again: is it fixed?')
    .argument('<id>', 'the failure, as reports name it')
    .option('--log <file>', 'log of the run (reports/run.ndjson)')
    .action(async (id: string, flags: Record<string, unknown>) => {
      const { replayCommand } = await import('./replay-command.ts');
      onOutcome(await replayCommand(id, flags));
    });
  const { target, identities, headers, timeoutMs, writes } = FLAGS;
  for (const flag of [target, identities, headers, timeoutMs, writes, CONFIG_FLAG])
    replay.addOption(optionOf(flag));
}

function addExplain(program: Command, onOutcome: ProgramOptions['onOutcome']): void {
  subcommand(program, 'explain', 'tell what a check means, and how to allow it or turn it off')
    .argument('[check]', 'its code or its name, such as A103 or status-declared')
    .option('--list', 'print all checks, a line each')
    .action(async (check: string | undefined, { list }: { readonly list?: true }) => {
      const { explainCommand } = await import('./explain-command.ts');
      onOutcome(explainCommand(list === true ? undefined : check));
    });
}

function subcommand(program: Command, name: string, description: string): Command {
  return program.command(name).description(description).helpOption('--help', 'print this');
}

function runFlags(): readonly Flag[] {
  const entries: readonly (Flag | null)[] = Object.values(FLAGS);
  return [...entries.filter((flag) => flag !== null), SHOW_SKIPPED_FLAG, CONFIG_FLAG];
}

function optionOf({ flags, help, kind }: Flag): Option {
  const option = new Option(flags, help);
  if (kind === 'list' || kind === 'lines')
    option.argParser((text: string, before: readonly string[] | undefined) => [
      ...(before ?? []),
      text,
    ]);
  return option;
}
