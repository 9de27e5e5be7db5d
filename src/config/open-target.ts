/**
 * Makes a target ready: starts it where the configuration says how, finds its base URL, and puts
 * together what requests to it may carry.
 */
import type { Api } from '../spec/api.ts';
import type { RunOptions, ValuesByOperation } from '../run/options.ts';
import type { HeaderField } from '../wire/request.ts';
import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';
import { didYouMean } from './did-you-mean.ts';
import type { Identities } from './identity-option.ts';
import type { Target } from './resolve-target.ts';
import { startTarget, type Started } from './start-target.ts';
import { mergeValues, valuesByOperation } from './values.ts';

export interface OpenTarget {
  readonly baseUrl: string;
  /** The first is the default; none where requests go without credentials. */
  readonly identities: Identities;
  /** operationId to identity; only names that `identities` has. */
  readonly identityOf: Readonly<Record<string, string>>;
  readonly headers: readonly HeaderField[];
  readonly values: ValuesByOperation;
  /** Severities, those of the target over those that hold for any. */
  readonly checks: RunOptions['checks'];
  /** What is to be known of it before anything is sent. */
  readonly notes: readonly string[];
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
      checks: { ...run.checks, ...target.checks, ...started.checks },
      notes: notesOf(target),
      values: mergeValues(run.values, valuesByOperation(target.values), started.values),
      close: started.close,
    };
  } catch (error) {
    await started.close();
    throw error;
  }
}

function notesOf({ withheld }: Target): readonly string[] {
  if (withheld.length === 0) return [];
  const names = withheld.join(', ');
  return [
    `The configuration's identities (${names}) belong to its own target, and were not sent to this one: --auth gives it credentials.`,
  ];
}

async function start(target: Target, api: Pick<Api, 'servers' | 'source'>): Promise<Started> {
  const nothing = { identities: {}, values: {}, checks: {}, close: () => Promise.resolve() };
  switch (target.kind) {
    case 'url':
      return { ...nothing, url: target.baseUrl };
    case 'described':
      return { ...nothing, url: describedUrl(api) };
    case 'start':
      return startTarget(target.start);
  }
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
