/**
 * In which ways a request can carry what must be refused: the operation's own credential made
 * wrong, another of its schemes with a secret that nobody was given, or a credential that the
 * target knows and the operation does not list.
 */
import type { CredentialChange } from '../cases/credential-change.ts';
import type { Api, Operation } from '../spec/api.ts';
import { changeCredential, madeUpFor, OWN_CHANGES, type OwnChange } from './change-credential.ts';
import { otherWays, strangersTo } from './choose-credentials.ts';
import type { Credential } from './credential.ts';

/** What the target may be told, and of which schemes. */
export interface KnownCredentials {
  readonly securitySchemes: Api['securitySchemes'];
  readonly known: readonly Credential[];
}

const BY = 'wrong by ';

/** @param own what the operation is asked with @returns none where it is asked with nothing */
export function wrongWays(
  operation: Operation,
  own: readonly Credential[],
  { securitySchemes, known }: KnownCredentials,
): readonly CredentialChange[] {
  if (own.length === 0) return [];
  const ownWays = OWN_CHANGES.filter((change) =>
    own.some((credential) => changeCredential(credential, change) !== undefined),
  );
  const otherSchemes = otherWays(operation, securitySchemes, own).filter(
    (name) => madeUp(name, securitySchemes).length > 0,
  );
  const strangers = strangersTo(operation, securitySchemes, known);
  return [
    ...ownWays,
    ...otherSchemes.map((name): CredentialChange => `${BY}${name}`),
    ...(strangers.length === 0 ? [] : (['other identity'] as const)),
  ];
}

/** @returns what goes out in place of `own`; nothing at all for `none` */
export function wrongCredentials(
  operation: Operation,
  own: readonly Credential[],
  change: CredentialChange,
  { securitySchemes, known }: KnownCredentials,
): readonly Credential[] {
  if (isOwnChange(change)) {
    return own.flatMap((credential) => {
      const made = changeCredential(credential, change);
      return made === 'none' || made === undefined ? [] : [made];
    });
  }
  return change === 'other identity'
    ? strangersTo(operation, securitySchemes, known).slice(0, 1)
    : madeUp(change.slice(BY.length), securitySchemes);
}

function madeUp(name: string, schemes: Api['securitySchemes']): readonly Credential[] {
  const scheme = schemes[name];
  const made = scheme === undefined ? undefined : madeUpFor(scheme);
  return made === undefined ? [] : [made];
}

function isOwnChange(change: CredentialChange): change is OwnChange {
  return (OWN_CHANGES as readonly string[]).includes(change);
}
