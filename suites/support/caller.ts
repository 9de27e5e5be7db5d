// On whose behalf a request is sent.

export interface Caller {
  /** How test output names them. */
  readonly name: string;
  /** The Authorization header; null sends none. */
  readonly authorization: string | null;
}

export const NOBODY: Caller = { name: 'nobody', authorization: null };

/** Whoever owns this e-mail, by the account's API token. */
export function byApiToken(email: string, token: string): Caller {
  const pair = Buffer.from(`${email}/token:${token}`).toString('base64');
  return { name: email, authorization: `Basic ${pair}` };
}

/** The owner of an access token. */
export function byAccessToken(token: string): Caller {
  return { name: 'the owner of the access token', authorization: `Bearer ${token}` };
}
