// Who is calling: an API token with the e-mail of the acting user, a password, or an access token (which may act on
// behalf of another user when it has the scope for it).
import type { IncomingHttpHeaders } from 'node:http';
import type { User } from '../desk/user.ts';
import { userByEmail } from '../domain/users/user-directory.ts';
import { invalidToken, notAuthenticated } from '../refusals/catalogue.ts';
import type { Tenant } from './tenant.ts';

export type Identity =
  | { readonly kind: 'anonymous'; readonly tenant: Tenant }
  | {
      readonly kind: 'user';
      readonly tenant: Tenant;
      readonly user: User;
      readonly scopes: readonly string[];
    };

const ALL_SCOPES = ['read', 'write'] as const;

/**
 * The caller of a request.
 * @param isAnonymousWelcome no credential or a wrong password makes an anonymous caller instead of a refusal
 * @throws {Refusal} 401
 */
export function authenticate(
  tenants: readonly [Tenant, ...Tenant[]],
  headers: IncomingHttpHeaders,
  isAnonymousWelcome: boolean,
): Identity {
  const anonymous: Identity = { kind: 'anonymous', tenant: tenants[0] };
  const header = headers.authorization;
  if (header === undefined) {
    if (isAnonymousWelcome) return anonymous;
    throw notAuthenticated();
  }
  const [, scheme = '', secret = ''] = /^(\S+) +(\S+) *$/.exec(header) ?? [];
  if (scheme.toLowerCase() === 'bearer') return byAccessToken(tenants, secret, headers);
  if (scheme.toLowerCase() !== 'basic') throw notAuthenticated();
  const found = byBasic(tenants, secret);
  if (found.kind === 'known') return found.identity;
  if (found.kind === 'wrong-password' && isAnonymousWelcome) return anonymous;
  throw notAuthenticated();
}

type BasicOutcome =
  | { readonly kind: 'known'; readonly identity: Identity }
  | { readonly kind: 'wrong-token' }
  | { readonly kind: 'wrong-password' };

function byBasic(tenants: readonly Tenant[], secret: string): BasicOutcome {
  const pair = Buffer.from(secret, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  const name = colon < 0 ? pair : pair.slice(0, colon);
  const given = colon < 0 ? '' : pair.slice(colon + 1);
  const isToken = name.endsWith('/token');
  const email = isToken ? name.slice(0, -'/token'.length) : name;
  for (const tenant of tenants) {
    if (given !== (isToken ? tenant.apiToken : tenant.password)) continue;
    const user = userByEmail(tenant.desk, email);
    if (user !== null && maySignIn(user))
      return { kind: 'known', identity: { kind: 'user', tenant, user, scopes: ALL_SCOPES } };
  }
  return { kind: isToken ? 'wrong-token' : 'wrong-password' };
}

function byAccessToken(
  tenants: readonly Tenant[],
  secret: string,
  headers: IncomingHttpHeaders,
): Identity {
  for (const tenant of tenants) {
    const token = tenant.accessTokens.get(secret);
    const owner = token && tenant.desk.users.get(token.userId);
    if (token === undefined || owner === undefined || !maySignIn(owner)) continue;
    const other = headers['x-on-behalf-of'];
    if (typeof other !== 'string')
      return { kind: 'user', tenant, user: owner, scopes: token.scopes };
    const user = token.scopes.includes('impersonate') ? userByEmail(tenant.desk, other) : null;
    if (user === null || !maySignIn(user)) throw notAuthenticated();
    return { kind: 'user', tenant, user, scopes: token.scopes };
  }
  throw invalidToken();
}

function maySignIn(user: User): boolean {
  return user.isActive && !user.isSuspended;
}
