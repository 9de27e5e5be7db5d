/**
 * Which target a run talks to, and what that target may be told. Credentials, headers and values
 * belong to the target they were written for: a base URL from elsewhere gets none of them, only
 * what was given along with it.
 */
import type { Credential } from '../transport/credential.ts';
import type { RunOptions } from '../run/options.ts';
import type { HeaderField } from '../wire/request.ts';
import { identitiesOf, type Identities } from './identity-option.ts';
import type { StartTarget } from './target-option.ts';
import type { CheckedConfig } from './user-config.ts';
import type { Values } from './values.ts';

export type Target = TargetAddress & {
  readonly identities: Identities;
  /** For want of any other: a whole Authorization value from the environment. */
  readonly fallback: Credential | undefined;
  readonly headers: readonly HeaderField[];
  /** Of this target alone, over those that hold for any. */
  readonly values: Values;
  /** Of this target alone, over those that hold for any. */
  readonly checks: RunOptions['checks'];
  /** False for a target from elsewhere, which the configuration's identities do not concern. */
  readonly isConfigured: boolean;
  /** Names of the configuration's identities that it is not told, where nothing stands in for them. */
  readonly withheld: readonly string[];
};

export type TargetAddress =
  | { readonly kind: 'url'; readonly baseUrl: string }
  | { readonly kind: 'start'; readonly start: StartTarget }
  /** The first server that the description names. */
  | { readonly kind: 'described' };

/** What was said for one run, outside the configuration. */
export interface TargetOverrides {
  readonly baseUrl?: string | undefined;
  /** In place of the default identity. */
  readonly credential?: Credential | undefined;
  /** A whole Authorization value, used where there is no other credential. */
  readonly environmentCredential?: Credential | undefined;
  readonly headers?: readonly HeaderField[] | undefined;
  /** True when the description is not the configuration's, so its first server is another target. */
  readonly isOtherSpec?: boolean | undefined;
}

type TargetMembers = Pick<CheckedConfig, 'target' | 'identities' | 'headers'>;

/** @returns the target, with only what it may be told. */
export function resolveTarget(config: TargetMembers, overrides: TargetOverrides = {}): Target {
  const address = addressOf(config.target, overrides.baseUrl);
  const isConfigured = isOwnTarget(config, address, overrides);
  const own = isConfigured
    ? ownParts(config)
    : { identities: {}, headers: [], values: {}, checks: {} };
  const { credential, environmentCredential: fallback } = overrides;
  const isToldNothing = !isConfigured && credential === undefined && fallback === undefined;
  return {
    ...address,
    ...own,
    identities:
      credential === undefined ? own.identities : { ...own.identities, default: credential },
    fallback,
    headers: mergeHeaders(own.headers, overrides.headers ?? []),
    isConfigured,
    withheld: isToldNothing ? identityNames(config) : [],
  };
}

function addressOf(target: CheckedConfig['target'], baseUrl: string | undefined): TargetAddress {
  if (baseUrl !== undefined) return { kind: 'url', baseUrl };
  if (target === undefined) return { kind: 'described' };
  return 'start' in target
    ? { kind: 'start', start: target.start }
    : { kind: 'url', baseUrl: target.baseUrl };
}

function isOwnTarget(
  { target }: TargetMembers,
  address: TargetAddress,
  { baseUrl, isOtherSpec }: TargetOverrides,
): boolean {
  if (address.kind === 'described') return isOtherSpec !== true;
  if (baseUrl === undefined) return true;
  return target !== undefined && 'baseUrl' in target && isSameUrl(target.baseUrl, baseUrl);
}

function isSameUrl(a: string, b: string): boolean {
  if (!URL.canParse(a) || !URL.canParse(b)) return false;
  const normal = (text: string): string => new URL(text).href.replace(/\/+$/, '');
  return normal(a) === normal(b);
}

function ownParts(
  config: TargetMembers,
): Pick<Target, 'identities' | 'headers' | 'values' | 'checks'> {
  const { target } = config;
  return {
    identities: identitiesOf({ ...config.identities, ...target?.identities }),
    headers: Object.entries(config.headers),
    values: target?.values ?? {},
    checks: target?.checks ?? {},
  };
}

function identityNames({ identities, target }: TargetMembers): readonly string[] {
  return Object.keys({ ...identities, ...target?.identities });
}

/** A header given for this run replaces the configuration's of the same name. */
function mergeHeaders(
  own: readonly HeaderField[],
  given: readonly HeaderField[],
): readonly HeaderField[] {
  const names = new Set(given.map(([name]) => name.toLowerCase()));
  return [...own.filter(([name]) => !names.has(name.toLowerCase())), ...given];
}
