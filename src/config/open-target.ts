/**
 * Makes a target ready: starts it where the configuration says how, finds its base URL, and puts
 * together what requests to it may carry.
 */
import * as v from 'valibot';
import type { Api } from '../spec/api.ts';
import type { ValuesByOperation } from '../run/options.ts';
import type { HeaderField } from '../wire/request.ts';
import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';
import { describeIssue } from './describe-issue.ts';
import { didYouMean } from './did-you-mean.ts';
import { identitiesOf, type Identities } from './identity-option.ts';
import { valuesByOperation } from './resolve-config.ts';
import type { Target } from './resolve-target.ts';
import { startedTargetSchema } from './target-option.ts';

export interface OpenTarget {
  readonly baseUrl: string;
  /** The first is the default; none where requests go without credentials. */
  readonly identities: Identities;
  /** operationId to identity; only names that `identities` has. */
  readonly identityOf: Readonly<Record<string, string>>;
  readonly headers: readonly HeaderField[];
  readonly values: ValuesByOperation;
  /** Stops what was started; nothing else. */
  close(): Promise<void>;
}

/** @throws {ConfigError} it can't be started, or no base URL is known */
export async function openTarget(
  { target, run }: Config,
  api: Pick<Api, 'servers' | 'source'>,
): Promise<OpenTarget> {
  const started = await start(target, api);
  try {
    const identities = withFallback({ ...started.identities, ...target.identities }, target);
    return {
      baseUrl: started.url,
      identities,
      identityOf: identityOf(run.identityOf, identities, target.isConfigured),
      headers: target.headers,
      values: mergeValues(run.values, valuesByOperation(target.values), started.values),
      close: started.close,
    };
  } catch (error) {
    await started.close();
    throw error;
  }
}

interface Started {
  readonly url: string;
  readonly identities: Identities;
  readonly values: ValuesByOperation;
  readonly close: () => Promise<void>;
}

async function start(target: Target, api: Pick<Api, 'servers' | 'source'>): Promise<Started> {
  const nothing = { identities: {}, values: {}, close: () => Promise.resolve() };
  switch (target.kind) {
    case 'url':
      return { ...nothing, url: target.baseUrl };
    case 'described':
      return { ...nothing, url: describedUrl(api) };
    case 'start':
      return startOwn(target.start);
  }
}

async function startOwn(startTarget: () => unknown): Promise<Started> {
  const result = v.safeParse(startedTargetSchema, await called(startTarget));
  if (!result.success) {
    const [issue] = result.issues;
    throw new ConfigError(`target.start() gave ${describeStarted(issue)}`, {
      hint: 'It resolves to { url, identities?, values?, close? }.',
    });
  }
  const { url, identities, values, close } = result.output;
  return {
    url,
    identities: identitiesOf(identities),
    values: valuesByOperation(values),
    close: async () => {
      await close?.();
    },
  };
}

async function called(startTarget: () => unknown): Promise<unknown> {
  try {
    return await startTarget();
  } catch (error) {
    throw new ConfigError(
      `target.start() failed: ${error instanceof Error ? error.message : String(error)}`,
      { hint: 'The message is its own; see the configuration file.', cause: error },
    );
  }
}

function describeStarted(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map(({ key }) => key);
  return keys.length === 0
    ? 'no object.'
    : `a wrong member. ${describeIssue(issue, startedTargetSchema)}.`;
}

/** A relative server is meant from where the description was read (OAS 3.1.0, 4.8.5). */
function describedUrl({ servers, source }: Pick<Api, 'servers' | 'source'>): string {
  const [server] = servers;
  const base = URL.canParse(source) && /^https?:/i.test(source) ? source : undefined;
  if (server !== undefined && URL.canParse(server, base))
    return new URL(server, base).href.replace(/\/+$/, '');
  throw new ConfigError(`${source} names no server with a whole URL.`, {
    hint: 'Say where requests go with --base-url URL, or `target` in the configuration.',
  });
}

function withFallback(identities: Identities, { fallback }: Target): Identities {
  const { default: first, ...others } = identities;
  if (first !== undefined) return { default: first, ...others };
  if (fallback !== undefined && Object.keys(others).length === 0) return { default: fallback };
  return identities;
}

function identityOf(
  wanted: Readonly<Record<string, string>>,
  identities: Identities,
  isConfigured: boolean,
): Readonly<Record<string, string>> {
  const known = Object.keys(identities);
  const entries = Object.entries(wanted);
  const unknown = entries.find(([, name]) => !known.includes(name));
  if (unknown !== undefined && isConfigured)
    throw new ConfigError(`as.${unknown[0]}: there is no identity ${JSON.stringify(unknown[1])}.`, {
      hint: didYouMean(unknown[1], known) ?? `There are: ${known.join(', ') || 'none'}.`,
    });
  return Object.fromEntries(entries.filter(([, name]) => known.includes(name)));
}

/** Later ones win, parameter by parameter. */
function mergeValues(...sources: readonly ValuesByOperation[]): ValuesByOperation {
  const merged: Record<string, Readonly<Record<string, readonly unknown[]>>> = {};
  for (const [operation, parameters] of sources.flatMap((source) => Object.entries(source)))
    merged[operation] = { ...merged[operation], ...parameters };
  return merged;
}
