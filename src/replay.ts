/**
 * Composes a replay, as assay.ts does a run: the log's description and target, the configuration's
 * credentials, and one failure that is sent again.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { loadDescription } from './assay.ts';
import type { Config } from './config/config.ts';
import { openTarget, type OpenTarget } from './config/open-target.ts';
import { resolveConfig, type Overrides } from './config/resolve-config.ts';
import { findFailure, type LoggedFailure } from './run/find-failure.ts';
import { ReplayError } from './run/replay-error.ts';
import type { Try } from './run/judge-try.ts';
import { replay, type Replayed } from './run/replay.ts';
import type { Api } from './spec/api.ts';
import { createTransport } from './transport/create-transport.ts';
import { createVoice } from './transport/voice.ts';

export interface ReplayRequest {
  /** As reports show it. */
  readonly id: string;
  /** Path of a `run.ndjson`. */
  readonly log: string;
  /** The configuration as it was written, and where. */
  readonly user: unknown;
  readonly source: { readonly file?: string | undefined; readonly folder?: string | undefined };
  readonly overrides: Overrides;
  readonly signal: AbortSignal;
}

export interface ReplayHooks {
  /** Told of the failure before it is sent. */
  readonly onFound: (found: LoggedFailure) => void;
  readonly onTry: (tried: Try) => void;
}

/** @throws {AssayError} it is not in the log, or can't be sent as it was */
export async function replayFailure(request: ReplayRequest, hooks: ReplayHooks): Promise<Replayed> {
  const found = await findFailure(linesOf(request.log), request.id);
  hooks.onFound(found);
  const { started, failure } = found;
  const configFor = (overrides: Overrides): Config =>
    resolveConfig(request.user, request.source, { ...overrides, spec: started.source });
  const config = configFor(request.overrides);
  const api = await loadDescription(config);
  const target = await openFor(config, api, () =>
    configFor({ ...request.overrides, baseUrl: request.overrides.baseUrl ?? started.baseUrl }),
  );
  try {
    const transport = createTransport({ ...config.transport, baseUrl: target.baseUrl });
    try {
      const { securitySchemes } = api;
      const voice = createVoice({ ...target, transport, signal: request.signal, securitySchemes });
      const loggedBaseUrl = started.baseUrl;
      const options = { ...config.run, checks: target.checks };
      return await replay({ api, failure, loggedBaseUrl, voice, options, onTry: hooks.onTry });
    } finally {
      await transport.close();
    }
  } finally {
    await target.close();
  }
}

/**
 * A target that the configuration starts is started anew, for the one in the log is gone. Any other
 * is the one in the log; where it is not the configuration's, it is told nothing of the latter.
 */
async function openFor(config: Config, api: Api, logged: () => Config): Promise<OpenTarget> {
  if (config.target.kind === 'start') return openTarget(config, api);
  const other = logged();
  const address = other.target;
  if (config.target.kind === 'described' && address.kind === 'url') {
    const described = await openTarget(config, api).catch(() => undefined);
    if (described !== undefined && isSame(described.baseUrl, address.baseUrl)) return described;
  }
  return openTarget(other, api);
}

function isSame(a: string, b: string): boolean {
  return a.replace(/\/+$/, '') === b.replace(/\/+$/, '');
}

async function* linesOf(log: string): AsyncGenerator<string> {
  const stream = createReadStream(log, 'utf8');
  try {
    yield* createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    throw new ReplayError(
      `Could not read ${JSON.stringify(log)}.`,
      'Name the `run.ndjson` of a run: `--log reports/run.ndjson`.',
      error,
    );
  } finally {
    stream.destroy();
  }
}
