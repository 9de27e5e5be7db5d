// The sandbox: a stand-in for the Zendesk Tickets API that keeps state, knows its rules and can be made to break them.
export { startSandbox } from './start.ts';
export type { Sandbox, SandboxOptions } from './start.ts';
export type { AccountDirectory } from './seed/seed-account.ts';
export type { Credential, Credentials } from './auth/credentials.ts';
