/**
 * Composes the house: a configuration becomes a description, a target and a run, whose events go to
 * the reporters. The CLI, the Vitest suite and the library call all go through here.
 */
import { readFileSync } from 'node:fs';
import type { Config } from './config/config.ts';
import { openTarget } from './config/open-target.ts';
import { resolveConfig } from './config/resolve-config.ts';
import { selectOperations } from './config/select-operations.ts';
import type { UserConfig } from './config/user-config.ts';
import type { Reporter } from './reporters/reporter.ts';
import { runEngine, type EngineInput } from './run/engine.ts';
import type { FailureEvent, RunEvent, RunFinished } from './run/events.ts';
import { isLoopback } from './run/manners.ts';
import { planRun, type PlannedOperation } from './run/plan.ts';
import { createSchemas } from './schema/schemas.ts';
import type { Api } from './spec/api.ts';
import { loadApi } from './spec/load-api.ts';
import { createTransport } from './transport/create-transport.ts';
import { createVoice } from './transport/voice.ts';

export interface RunHooks {
  /** Aborted by Ctrl-C: what is under way is given up, the reports are written. */
  readonly signal: AbortSignal;
  readonly reporters: readonly Reporter[];
}

/** @throws {AssayError} the description can't be read, or nothing of it is selected */
export async function loadDescription({ spec }: Pick<Config, 'spec'>): Promise<Api> {
  return loadApi(spec);
}

/**
 * Loads the description, opens the target, runs, and closes both target and reporters.
 * @throws {AssayError} what stopped the run
 */
export async function run(config: Config, hooks: RunHooks): Promise<RunFinished> {
  try {
    const api = await loadDescription(config);
    return await runApi(api, config, hooks);
  } finally {
    for (const reporter of hooks.reporters) await reporter.close();
  }
}

/** What a program gets back: the last event, and each distinct failure. */
export interface RunResult extends RunFinished {
  readonly found: readonly FailureEvent[];
}

/**
 * Runs from a program: nothing is printed and nothing written, the events go to `onEvent`.
 * @throws {AssayError} what stopped the run
 */
export async function runOnce(
  user: UserConfig,
  options: {
    readonly onEvent?: (event: RunEvent) => void;
    readonly signal?: AbortSignal;
  } = {},
): Promise<RunResult> {
  const found: FailureEvent[] = [];
  const listener: Reporter = {
    name: 'listener',
    on: (event) => {
      if (event.kind === 'failure') found.push(event);
      options.onEvent?.(event);
    },
    close: () => Promise.resolve(),
  };
  const signal = options.signal ?? new AbortController().signal;
  const finished = await run(resolveConfig(user), { signal, reporters: [listener] });
  return { ...finished, found };
}

async function runApi(api: Api, config: Config, hooks: RunHooks): Promise<RunFinished> {
  return withTarget(api, config, hooks.signal, (ready) =>
    runEngine({
      ...ready,
      emit: (event: RunEvent) => {
        for (const reporter of hooks.reporters) reporter.on(event);
      },
      signal: hooks.signal,
      version: packageVersion(),
    }),
  );
}

/**
 * Tells what a run would send; the target is started where the configuration says how, since what it
 * is decides what may be sent, and nothing is sent to it.
 * @throws {AssayError} the target can't be started, or no base URL is known
 */
export async function plan(api: Api, config: Config): Promise<readonly PlannedOperation[]> {
  return withTarget(api, config, new AbortController().signal, ({ operations, ...ready }) =>
    Promise.resolve(planRun({ ...ready, isLoopback: isLoopback(ready.voice.baseUrl) }, operations)),
  );
}

/** Opens the target, and closes it and all connections to it when `use` is over. */
async function withTarget<Result>(
  api: Api,
  config: Config,
  signal: AbortSignal,
  use: (ready: Omit<EngineInput, 'emit' | 'signal' | 'version'>) => Promise<Result>,
): Promise<Result> {
  const operations = selectOperations(api, config);
  const allowed = selectOperations(api, { include: [], exclude: config.exclude });
  const target = await openTarget(config, api);
  try {
    const transport = createTransport({
      ...config.transport,
      baseUrl: target.baseUrl,
      connections: config.run.concurrency,
    });
    try {
      return await use({
        api,
        operations,
        producers: allowed.filter((operation) => !operations.includes(operation)),
        schemas: createSchemas(api.documents),
        options: {
          ...config.run,
          values: target.values,
          identityOf: target.identityOf,
          checks: target.checks,
        },
        notes: target.notes,
        voice: createVoice({
          ...target,
          transport,
          signal,
          securitySchemes: api.securitySchemes,
        }),
      });
    } finally {
      await transport.close();
    }
  } finally {
    await target.close();
  }
}

/** @returns the version in this package's package.json. */
export function packageVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  // Our own file: its shape is known.
  return (JSON.parse(text) as { readonly version: string }).version;
}
