/**
 * How a run speaks to its target, and of it: every request carries what its operation asks for, and
 * nothing that is kept or shown carries it.
 */
import type { Case } from '../cases/case.ts';
import type { CredentialChange } from '../cases/credential-change.ts';
import type { Api, Operation } from '../spec/api.ts';
import type { HeaderField, PreparedRequest } from '../wire/request.ts';
import { chooseCredentials } from './choose-credentials.ts';
import { authorize, type Credential } from './credential.ts';
import { curlCommand } from './curl.ts';
import { credentialsInHeaders } from './header-credentials.ts';
import { createRedactor, type Redactor } from './redaction.ts';
import { shownAuthorization } from './shown-authorization.ts';
import type { SendOptions, Sent, Transport } from './transport.ts';
import { wrongCredentials, wrongWays } from './wrong-credentials.ts';

/** What of a case decides its credentials. */
type About = Pick<Case, 'operation' | 'changes'>;

export interface Voice {
  readonly baseUrl: string;
  readonly redactor: Redactor;
  /** @returns the request as it will go out, headers and credentials included */
  dress(request: PreparedRequest, about: About): PreparedRequest;
  /** Sends a request that is dressed. */
  send(request: PreparedRequest, options?: Pick<SendOptions, 'hearOut'>): Promise<Sent>;
  /** The command line that sends it again, secrets by name only. */
  curl(request: PreparedRequest, about: About): string;
  /** In which ways the operation's credentials can be made wrong; none where it carries none. */
  credentialChanges(operation: Operation): readonly CredentialChange[];
  /** Names of the identities, other than its own, that prove themselves in the way of its own. */
  otherIdentities(operation: Operation): readonly string[];
}

export interface VoiceOptions {
  readonly baseUrl: string;
  readonly transport: Transport;
  readonly signal: AbortSignal;
  /** Of every request, over its own. */
  readonly headers: readonly HeaderField[];
  /** By name; `default`, else the first, is used where nothing says otherwise. */
  readonly identities: Readonly<Record<string, Credential>>;
  /** operationId to the name of an identity. */
  readonly identityOf: Readonly<Record<string, string>>;
  readonly securitySchemes: Api['securitySchemes'];
}

/** @returns the voice of one run. */
export function createVoice(options: VoiceOptions): Voice {
  const { baseUrl, headers, identities, transport, signal } = options;
  const inHeaders = credentialsInHeaders(headers);
  const redactor = createRedactor([...Object.values(identities), ...inHeaders]);
  const all = { securitySchemes: options.securitySchemes, known: inOrder(identities) };
  const credentialsOf = ownCredentials(options, all.known);
  const credentialsFor = ({ operation, changes }: About): readonly Credential[] => {
    const change = changes?.credential;
    const other = identities[changes?.identity ?? ''];
    if (other !== undefined) return [other];
    const own = credentialsOf(operation);
    return change === undefined ? own : wrongCredentials(operation, own, change, all);
  };
  return {
    baseUrl,
    redactor,
    credentialChanges: (operation) => {
      // What a header given for all requests proves, no probe can take away.
      const own = inHeaders.length > 0 ? [] : credentialsOf(operation);
      return wrongWays(operation, own, all);
    },
    otherIdentities: (operation) => {
      const [own, ...more] = inHeaders.length > 0 ? [] : credentialsOf(operation);
      if (own === undefined || more.length > 0) return [];
      return Object.keys(identities).filter((name) => isAnotherOf(own, identities[name]));
    },
    dress: (prepared, about) => {
      const dressed = headers.length === 0 ? prepared : withHeaders(prepared, headers);
      return credentialsFor(about).reduce(authorize, dressed);
    },
    send: (request, { hearOut } = {}) => transport.send(request, { signal, hearOut }),
    curl: (request, about) => {
      const [sent] = credentialsFor(about).filter(({ kind }) => kind !== 'apiKey');
      const [own] = credentialsOf(about.operation).filter(({ kind }) => kind !== 'apiKey');
      const { credential, identity } = about.changes ?? {};
      const change = identity === undefined ? credential : 'other identity';
      const authorization = shownAuthorization(sent, own, change);
      return curlCommand({ baseUrl, request, redactor, authorization });
    },
  };
}

/** @returns whether both are sent in the same way, and say something else */
function isAnotherOf(own: Credential, other: Credential | undefined): boolean {
  return (
    other?.kind === own.kind &&
    placeOf(other) === placeOf(own) &&
    JSON.stringify(other) !== JSON.stringify(own)
  );
}

function placeOf(credential: Credential): string {
  return credential.kind === 'apiKey' ? `${credential.in} ${credential.name}` : 'Authorization';
}

/** The default one first. */
function inOrder({ default: first, ...others }: VoiceOptions['identities']): readonly Credential[] {
  return first === undefined ? Object.values(others) : [first, ...Object.values(others)];
}

function ownCredentials(
  { identities, identityOf, securitySchemes }: VoiceOptions,
  known: readonly Credential[],
): (operation: Operation) => readonly Credential[] {
  return (operation) => {
    const named = identities[identityOf[operation.id] ?? ''];
    return named === undefined ? chooseCredentials(operation, securitySchemes, known) : [named];
  };
}

function withHeaders(request: PreparedRequest, headers: readonly HeaderField[]): PreparedRequest {
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  const own = request.headers.filter(([name]) => !names.has(name.toLowerCase()));
  return { ...request, headers: [...own, ...headers] };
}
