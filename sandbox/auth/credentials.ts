// The credentials that a sandbox hands out: one per kind of person, each as name and password for Basic, as the ready
// header, and as an access token for Bearer.
import type { AccessToken } from './tenant.ts';
import { IDS, NEIGHBOUR_IDS } from '../seed/account-ids.ts';

export interface Credential {
  readonly kind: 'basic';
  /** `{email}/token`. */
  readonly user: string;
  readonly password: string;
  readonly email: string;
  /** The whole Authorization header of the API token. */
  readonly authorization: string;
  /** An access token that acts as the same person. */
  readonly bearer: string;
}

/** Everybody who can sign in, and access tokens with fewer scopes. */
export interface Credentials {
  readonly admin: Credential;
  readonly agent: Credential;
  readonly otherAgent: Credential;
  readonly lightAgent: Credential;
  /** Sees only the tickets of the billing group. */
  readonly restrictedAgent: Credential;
  /** May not delete. */
  readonly plainAgent: Credential;
  readonly endUser: Credential;
  readonly otherEndUser: Credential;
  /** Admin of another account. */
  readonly neighbour: Credential;
  readonly accessTokens: {
    readonly readOnly: string;
    readonly ticketsRead: string;
    readonly ticketsWrite: string;
    /** May act for others by X-On-Behalf-Of. */
    readonly impersonating: string;
  };
}

export const API_TOKEN = 'sandbox-api-token';
export const PASSWORD = 'sandbox-password';
export const NEIGHBOUR_API_TOKEN = 'neighbour-api-token';

const ACCESS_TOKENS = {
  readOnly: 'sandbox-oauth-read-only',
  ticketsRead: 'sandbox-oauth-tickets-read',
  ticketsWrite: 'sandbox-oauth-tickets-write',
  impersonating: 'sandbox-oauth-impersonating',
} as const;

const SIGN_INS = {
  admin: ['admin@sandbox.example', IDS.users.admin],
  agent: ['agent@sandbox.example', IDS.users.agent],
  otherAgent: ['billing@sandbox.example', IDS.users.otherAgent],
  lightAgent: ['light@sandbox.example', IDS.users.lightAgent],
  restrictedAgent: ['restricted@sandbox.example', IDS.users.restrictedAgent],
  plainAgent: ['plain@sandbox.example', IDS.users.plainAgent],
  endUser: ['erin@customer.example', IDS.users.endUser],
  otherEndUser: ['otto@elsewhere.example', IDS.users.otherEndUser],
} as const;

/** The credentials of every sandbox; they are no secret and never change. */
export function sandboxCredentials(): Credentials {
  const credential = (name: keyof typeof SIGN_INS): Credential =>
    credentialOf(SIGN_INS[name][0], API_TOKEN, bearerOf(name));
  return {
    admin: credential('admin'),
    agent: credential('agent'),
    otherAgent: credential('otherAgent'),
    lightAgent: credential('lightAgent'),
    restrictedAgent: credential('restrictedAgent'),
    plainAgent: credential('plainAgent'),
    endUser: credential('endUser'),
    otherEndUser: credential('otherEndUser'),
    neighbour: credentialOf('nora@neighbour.example', NEIGHBOUR_API_TOKEN, NEIGHBOUR_BEARER),
    accessTokens: ACCESS_TOKENS,
  };
}

const NEIGHBOUR_BEARER = 'neighbour-oauth-admin';

/** The access tokens of the main account. */
export function mainAccessTokens(): ReadonlyMap<string, AccessToken> {
  const everything = ['read', 'write'];
  const own = Object.entries(SIGN_INS).map(
    ([name, [, userId]]) => [bearerOf(name), { userId, scopes: everything }] as const,
  );
  const { admin } = IDS.users;
  return new Map<string, AccessToken>([
    ...own,
    [ACCESS_TOKENS.readOnly, { userId: admin, scopes: ['read'] }],
    [ACCESS_TOKENS.ticketsRead, { userId: admin, scopes: ['tickets:read'] }],
    [ACCESS_TOKENS.ticketsWrite, { userId: admin, scopes: ['tickets:read', 'tickets:write'] }],
    [ACCESS_TOKENS.impersonating, { userId: admin, scopes: [...everything, 'impersonate'] }],
  ]);
}

/** The access tokens of the neighbour. */
export function neighbourAccessTokens(): ReadonlyMap<string, AccessToken> {
  return new Map([
    [NEIGHBOUR_BEARER, { userId: NEIGHBOUR_IDS.users.admin, scopes: ['read', 'write'] }],
  ]);
}

function bearerOf(name: string): string {
  return `sandbox-oauth-${name}`;
}

function credentialOf(email: string, token: string, bearer: string): Credential {
  const user = `${email}/token`;
  const authorization = `Basic ${Buffer.from(`${user}:${token}`).toString('base64')}`;
  return { kind: 'basic', user, password: token, email, authorization, bearer };
}
