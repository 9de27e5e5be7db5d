// What the environment says: on which account the scenarios play, who plays them, and what they may do there. Without
// ASSAY_BASE_URL they play on a sandbox. A `.env` in the current folder fills in what the environment leaves out.

/** Acts that need a word of their own on a real account. */
export type Permission = 'writes' | 'spam' | 'permanent-removal';

export type Settings =
  | {
      readonly kind: 'sandbox';
      /** Defects to switch on, by name; the proof that scenarios notice them. */
      readonly faults: readonly string[];
      /** What to do otherwise where nobody knows what the service does; the proof that scenarios do not mind. */
      readonly otherChoices: readonly string[];
    }
  | {
      readonly kind: 'account';
      /** Scheme and authority. */
      readonly origin: string;
      readonly signIn: SignIn;
      /** An agent beside the caller, who may be assigned tickets and acted for. */
      readonly agentEmail: string | null;
      readonly permissions: ReadonlySet<Permission>;
    };

/** With an API token anybody can be acted for, by e-mail; an access token acts for its owner alone. */
export type SignIn =
  | { readonly kind: 'api-token'; readonly email: string; readonly token: string }
  | { readonly kind: 'access-token'; readonly token: string };

type Environment = Readonly<Record<string, string | undefined>>;

/** The variable by which each permission is given. */
export const PERMISSION_VARIABLES = {
  writes: 'ASSAY_ALLOW_WRITES',
  spam: 'ASSAY_ALLOW_SPAM',
  'permanent-removal': 'ASSAY_ALLOW_PERMANENT_REMOVAL',
} as const satisfies Record<Permission, string>;

/** Reads `.env`, if there is one, and then the environment. @throws {Error} a real account without credentials */
export function readSettings(): Settings {
  try {
    process.loadEnvFile();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  return settingsOf(process.env);
}

/** The settings of an environment. @throws {Error} a real account without credentials */
export function settingsOf(environment: Environment): Settings {
  const baseUrl = environment['ASSAY_BASE_URL'] ?? '';
  if (baseUrl === '') {
    return {
      kind: 'sandbox',
      faults: namesIn(environment['ASSAY_SANDBOX_FAULTS']),
      otherChoices: namesIn(environment['ASSAY_SANDBOX_CHOICES']),
    };
  }
  const given = Object.keys(PERMISSION_VARIABLES) as readonly Permission[];
  return {
    kind: 'account',
    origin: new URL(baseUrl).origin,
    signIn: signInOf(environment),
    agentEmail: environment['ZENDESK_AGENT_EMAIL'] || null,
    permissions: new Set(
      given.filter((permission) => environment[PERMISSION_VARIABLES[permission]] === '1'),
    ),
  };
}

function namesIn(list = ''): readonly string[] {
  return list.split(',').filter((name) => name !== '');
}

function signInOf(environment: Environment): SignIn {
  const email = environment['ZENDESK_EMAIL'] ?? '';
  const apiToken = environment['ZENDESK_API_TOKEN'] ?? '';
  if (email !== '' && apiToken !== '') return { kind: 'api-token', email, token: apiToken };
  const accessToken = environment['ZENDESK_OAUTH_TOKEN'] ?? '';
  if (accessToken !== '') return { kind: 'access-token', token: accessToken };
  throw new Error(
    'ASSAY_BASE_URL is set, so ZENDESK_EMAIL and ZENDESK_API_TOKEN, or ZENDESK_OAUTH_TOKEN, must be too.',
  );
}
