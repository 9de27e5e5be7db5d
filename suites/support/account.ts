// The account that the scenarios of one file play on: a sandbox of their own, or the real one that the environment names.
import { setTimeout as pause } from 'node:timers/promises';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/index.ts';
import { byAccessToken, byApiToken, type Caller } from './caller.ts';
import type { Connection } from './client.ts';
import type { Permission, Settings } from './settings.ts';

export interface Account extends Omit<Connection, 'onRequest'> {
  /** Null on a real account. */
  readonly sandbox: Sandbox | null;
  readonly permissions: ReadonlySet<Permission>;
  /** Whoever owns an e-mail; null where the credential acts for its owner alone. */
  readonly actingFor: (email: string) => Caller | null;
  /** An agent beside the admin. */
  readonly agentEmail: string | null;
  /** Between two looks at something that takes the account a while. */
  readonly pollMs: number;
  /** Lets time pass: at once on a sandbox, by waiting on a real account. */
  readonly pass: (seconds: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

type RealSettings = Extract<Settings, { readonly kind: 'account' }>;

const SANDBOX_TIMEOUT_MS = 10_000;
const REAL_TIMEOUT_MS = 60_000;
const EVERYTHING: ReadonlySet<Permission> = new Set(['writes', 'spam', 'permanent-removal']);

/** Starts the sandbox, or only takes note of the real account: nothing is sent yet. */
export async function openAccount(settings: Settings, options: SandboxOptions): Promise<Account> {
  if (settings.kind === 'account') return realAccount(settings);
  const { faults, otherChoices } = settings;
  return sandboxAccount(await startSandbox({ ...options, faults, otherChoices }));
}

function sandboxAccount(sandbox: Sandbox): Account {
  const { url, credentials, close } = sandbox;
  const { admin, agent } = credentials;
  const pass = async (seconds: number): Promise<void> => {
    const response = await fetch(`${url}/__sandbox/clock`, {
      method: 'POST',
      body: JSON.stringify({ advance_seconds: seconds }),
    });
    if (!response.ok) throw new Error(`The sandbox's clock did not move: ${await response.text()}`);
  };
  return {
    sandbox,
    origin: url,
    admin: { name: admin.email, authorization: admin.authorization },
    permissions: EVERYTHING,
    actingFor: (email) => byApiToken(email, admin.password),
    agentEmail: agent.email,
    timeoutMs: Number(process.env['ASSAY_TIMEOUT_MS'] ?? SANDBOX_TIMEOUT_MS),
    patience: 0,
    pollMs: 0,
    pass,
    close,
  };
}

function realAccount({ signIn, ...settings }: RealSettings): Account {
  const { origin, permissions, agentEmail } = settings;
  const isToken = signIn.kind === 'api-token';
  return {
    sandbox: null,
    origin,
    admin: isToken ? byApiToken(signIn.email, signIn.token) : byAccessToken(signIn.token),
    permissions,
    actingFor: (email) => (isToken ? byApiToken(email, signIn.token) : null),
    agentEmail,
    timeoutMs: REAL_TIMEOUT_MS,
    patience: 10,
    pollMs: 2_000,
    pass: (seconds) => pause(seconds * 1_000),
    close: () => Promise.resolve(),
  };
}
