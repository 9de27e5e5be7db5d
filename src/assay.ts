/**
 * Composes the house: a configuration becomes a description, a target and a run, whose events go to
 * the reporters. The CLI, the Vitest suite and the library call all go through here.
 */
import { readFileSync } from 'node:fs';
import type { Config } from './config/config.ts';
import type { Identities } from './config/identity-option.ts';
import { openTarget, type OpenTarget } from './config/open-target.ts';
import { resolveConfig } from './config/resolve-config.ts';
import { selectOperations } from './config/select-operations.ts';
import type { UserConfig } from './config/user-config.ts';
import type { Reporter } from './reporters/reporter.ts';
import { runEngine, type EngineInput } from './run/engine.ts';
import type { FailureEvent, RunEvent, RunFinished } from './run/events.ts';
import type { Send } from './run/run-state.ts';
import { createSchemas } from './schema/schemas.ts';
import type { Api, Operation } from './spec/api.ts';
import { loadApi } from './spec/load-api.ts';
import { createTransport } from './transport/create-transport.ts';
import { changeCredential } from './transport/change-credential.ts';
import { authorize, type Credential } from './transport/credential.ts';
import { curlCommand } from './transport/curl.ts';
import { credentialsInHeaders } from './transport/header-credentials.ts';
import { createRedactor } from './transport/redaction.ts';
import type { Transport } from './transport/transport.ts';
import { CREDENTIAL_CHANGES, type Case } from './cases/case.ts';

type About = Pick<Case, 'operation' | 'changes'>;

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
  const operations = selectOperations(api, config);
  const target = await openTarget(config, api);
  try {
    const transport = createTransport({
      ...config.transport,
      baseUrl: target.baseUrl,
      connections: config.run.concurrency,
    });
    try {
      return await runEngine({
        api,
        operations,
        schemas: createSchemas(api.documents),
        options: {
          ...config.run,
          values: target.values,
          identityOf: target.identityOf,
          checks: target.checks,
        },
        ...voices(target, transport, hooks.signal),
        emit: (event: RunEvent) => {
          for (const reporter of hooks.reporters) reporter.on(event);
        },
        signal: hooks.signal,
        version: packageVersion(),
      });
    } finally {
      await transport.close();
    }
  } finally {
    await target.close();
  }
}

/** How the run speaks to the target, and of it: every part knows its secrets. */
function voices(
  target: OpenTarget,
  transport: Transport,
  signal: AbortSignal,
): {
  readonly baseUrl: string;
  readonly send: Send;
  readonly redactor: ReturnType<typeof createRedactor>;
  readonly curl: EngineInput['curl'];
  readonly credentialChanges: EngineInput['credentialChanges'];
} {
  const { baseUrl, headers, identityOf } = target;
  const redactor = createRedactor([
    ...Object.values(target.identities),
    ...credentialsInHeaders(headers),
  ]);
  const fallback = defaultIdentity(target.identities);
  const credentialOf = ({ id }: Operation): Credential | undefined => {
    const name = identityOf[id];
    return name === undefined ? fallback : target.identities[name];
  };
  const credentialFor = ({ operation, changes }: About): Credential | undefined => {
    const own = credentialOf(operation);
    if (own === undefined || changes?.credential === undefined) return own;
    const changed = changeCredential(own, changes.credential);
    return changed === 'none' ? undefined : changed;
  };
  return {
    baseUrl,
    redactor,
    credentialChanges: (operation) => {
      const own = credentialOf(operation);
      if (own === undefined) return [];
      return CREDENTIAL_CHANGES.filter((change) => changeCredential(own, change) !== undefined);
    },
    send: async (prepared, about) => {
      const credential = credentialFor(about);
      const dressed =
        headers.length === 0
          ? prepared
          : { ...prepared, headers: [...prepared.headers, ...headers] };
      const request = credential === undefined ? dressed : authorize(dressed, credential);
      return { request, ...(await transport.send(request, { signal })) };
    },
    curl: (request, about) =>
      curlCommand({ baseUrl, request, redactor, credentialKind: credentialFor(about)?.kind }),
  };
}

function defaultIdentity(identities: Identities): Credential | undefined {
  return identities['default'] ?? Object.values(identities)[0];
}

/** @returns the version in this package's package.json. */
export function packageVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  // Our own file: its shape is known.
  return (JSON.parse(text) as { readonly version: string }).version;
}
