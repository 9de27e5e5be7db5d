/**
 * The only place that checks a configuration and fills in its defaults, so that nothing further
 * down tests for undefined. What was said for one run (flags) goes over what a file says.
 */
import path from 'node:path';
import * as v from 'valibot';
import type { RunOptions } from '../run/options.ts';
import { PRESETS } from '../run/presets.ts';
import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';
import { describeIssue } from './describe-issue.ts';
import { resolveTarget, type TargetOverrides } from './resolve-target.ts';
import { configSchema, type CheckedConfig } from './user-config.ts';
import { valuesByOperation } from './values.ts';

interface ConfigSource {
  /** The file as shown in messages; absent for a configuration made in code. */
  readonly file?: string | undefined;
  /** What relative paths in the file start from, itself relative to the current folder. */
  readonly folder?: string | undefined;
}

/** Members given for one run, already checked, and the target's part of them. */
export type Overrides = Partial<Omit<CheckedConfig, 'target' | 'identities' | 'headers'>> &
  TargetOverrides;

/**
 * @returns the complete configuration
 * @throws {ConfigError} a member is wrong, unknown or missing
 */
export function resolveConfig(
  user: unknown,
  source: ConfigSource = {},
  overrides: Overrides = {},
): Config {
  const checked = checkedConfig(user, source);
  const { baseUrl, credential, environmentCredential, headers, isOtherSpec, ...given } = overrides;
  const own = relativeTo(checked, source.folder ?? '');
  const merged = { ...own, ...defined(given) };
  if (merged.spec === undefined) throw withoutSpec(source);
  return {
    spec: merged.spec,
    target: resolveTarget(checked, {
      baseUrl,
      credential,
      environmentCredential,
      headers,
      isOtherSpec: isOtherSpec ?? (own.spec !== undefined && !isSamePlace(own.spec, merged.spec)),
    }),
    include: merged.include,
    exclude: merged.exclude,
    run: runOptions(merged),
    transport: {
      timeoutMs: merged.timeoutMs,
      maxAnswerBytes: merged.maxAnswerBytes,
      retries: merged.retries,
      maxWaitMs: merged.maxWaitMs,
    },
    reports: { names: merged.report, folder: merged.out },
  };
}

function checkedConfig(user: unknown, { file }: ConfigSource): CheckedConfig {
  const name = file ?? 'The configuration';
  if (typeof user !== 'object' || user === null || Array.isArray(user))
    throw new ConfigError(`${name} holds no object.`, {
      hint: 'A configuration file exports an object: `export default defineConfig({ … })`.',
    });
  const result = v.safeParse(configSchema, user);
  if (result.success) return result.output;
  const lines = result.issues.map((issue) => describeIssue(issue, configSchema));
  throw new ConfigError(
    lines.length === 1
      ? `${name}: ${lines[0] ?? ''}`
      : [`${name}: ${String(lines.length)} members are wrong`, ...lines].join('\n  '),
    { hint: 'Correct it, or leave it out: every member but spec has a default.' },
  );
}

function withoutSpec({ file }: ConfigSource): ConfigError {
  return new ConfigError('No description is named.', {
    hint: `Name a file or URL: \`assay run openapi.yaml\`, or \`spec\` in ${file ?? 'assay.config.ts'}.`,
  });
}

function runOptions(config: Omit<CheckedConfig, 'spec'>): RunOptions {
  return {
    seed: config.seed,
    phases: config.phases,
    maxCases: config.maxCases ?? PRESETS[config.preset].maxCases,
    maxRequests: config.maxRequests ?? Infinity,
    maxTimeMs: config.maxTimeMs ?? PRESETS[config.preset].maxTimeMs,
    concurrency: config.concurrency,
    allowWrites: config.writes,
    maxResends: config.maxResends,
    values: valuesByOperation(config.values),
    removers: config.removers,
    named: config.named,
    identityOf: config.as,
    checks: config.checks,
    refusals: config.refusals,
    maxResponseMs: config.maxResponseMs,
    tolerate: config.tolerate,
    gate: config.gate,
  };
}

/** Paths in a file are meant from its folder, wherever the command is run. */
function relativeTo(config: CheckedConfig, folder: string): CheckedConfig {
  const from = (part: string): string =>
    path.isAbsolute(part) || folder === '' ? part : path.join(folder, part);
  const { spec, out } = config;
  return {
    ...config,
    ...(spec === undefined ? {} : { spec: isUrl(spec) ? spec : from(spec) }),
    out: from(out),
  };
}

function isSamePlace(a: string, b: string): boolean {
  return a === b || (!isUrl(a) && !isUrl(b) && path.resolve(a) === path.resolve(b));
}

function isUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(text);
}

function defined<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  // Only members whose value is undefined are left out, which the result type says.
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
