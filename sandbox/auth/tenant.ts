// A desk together with the secrets that open it: one API token for the whole account (the e-mail beside it names the
// acting user), one password for everybody, and access tokens with their scopes.
import type { Desk } from '../desk/desk.ts';

export interface AccessToken {
  readonly userId: number;
  /** `read`, `write`, `impersonate` or `resource:action`. */
  readonly scopes: readonly string[];
}

export interface Tenant {
  readonly desk: Desk;
  readonly apiToken: string;
  readonly password: string;
  readonly accessTokens: ReadonlyMap<string, AccessToken>;
}
