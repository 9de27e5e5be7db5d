#!/usr/bin/env node
/** Where the process begins and ends: reads the command line, runs a command, exits with its code. */
import { readFileSync } from 'node:fs';
import { CommanderError } from 'commander';
import { exitCodeOf, type ExitCode, type Outcome } from './exit-code.ts';
import { complain, drained, surviveBrokenPipes } from './process-streams.ts';
import { createProgram } from './program.ts';

surviveBrokenPipes();
const code = await main(process.argv);
await drained();
// Something that a configuration started may still hold the process; all is written by now.
process.exit(code);

async function main(argv: readonly string[]): Promise<ExitCode> {
  let outcome: Outcome = { kind: 'done' };
  const program = createProgram({
    version: version(),
    onOutcome: (given) => {
      outcome = given;
    },
  });
  try {
    await program.parseAsync(argv);
  } catch (error) {
    outcome = await outcomeOf(error);
  }
  return exitCodeOf(outcome);
}

async function outcomeOf(error: unknown): Promise<Outcome> {
  // Commander has printed its own message, or the help that was asked for.
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? { kind: 'done' } : { kind: 'stopped' };
  const { errorText } = await import('./show-error.ts');
  complain(errorText(error));
  return { kind: 'stopped' };
}

function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  // Our own file: its shape is known.
  return (JSON.parse(text) as { readonly version: string }).version;
}
