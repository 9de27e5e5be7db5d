/** Finds a failure in the lines of a log, with the beginning of the run that it is of. */
import type { FailureEvent, RunEvent, RunStarted } from './events.ts';
import { LOG_VERSION } from './events.ts';
import { ReplayError } from './replay-error.ts';

export interface LoggedFailure {
  readonly started: RunStarted;
  readonly failure: FailureEvent;
}

/**
 * @param id as reports show it, or its beginning
 * @throws {ReplayError} it is not there, stands for more than one, or the log is no log
 */
export async function findFailure(
  lines: AsyncIterable<string> | Iterable<string>,
  id: string,
): Promise<LoggedFailure> {
  let started: RunStarted | undefined;
  const failures: FailureEvent[] = [];
  for await (const line of lines) {
    // Exchanges and verdicts are nearly all of a log, and need not be parsed.
    if (!/"kind":"(?:run-started|failure)"/.test(line)) continue;
    const event = parsed(line);
    if (event?.kind === 'run-started') started = event;
    if (event?.kind === 'failure') failures.push(event);
  }
  if (started === undefined) {
    throw new ReplayError('The log holds no run.', 'It is the `run.ndjson` of a run.');
  }
  if (started.version !== LOG_VERSION) {
    const versions = `${String(started.version)}, not ${String(LOG_VERSION)}`;
    throw new ReplayError(`The log is of version ${versions}.`, 'Run again with this version.');
  }
  const found = failures.filter((failure) => id !== '' && failure.id.startsWith(id.toLowerCase()));
  const [failure, other] = found;
  if (failure === undefined) throw notThere(id, failures);
  if (other !== undefined) {
    const ids = found.map((one) => one.id).join(', ');
    throw new ReplayError(`${JSON.stringify(id)} stands for more than one failure.`, `${ids}.`);
  }
  return { started, failure };
}

function notThere(id: string, failures: readonly FailureEvent[]): ReplayError {
  const ids = failures.slice(0, 20).map((failure) => failure.id);
  const more = failures.length > ids.length ? ' and more' : '';
  const hint =
    ids.length === 0 ? 'The run in the log found none.' : `There are: ${ids.join(', ')}${more}.`;
  return new ReplayError(`There is no failure ${JSON.stringify(id)} in the log.`, hint);
}

function parsed(line: string): RunEvent | undefined {
  try {
    // The log is the union written out, one event a line.
    return JSON.parse(line) as RunEvent;
  } catch {
    // The last line of a run that was ended at once.
    return undefined;
  }
}
