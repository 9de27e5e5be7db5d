/**
 * What a person would ask first where nearly everything was refused: is the path of the description's
 * server missing from the base URL, is the credential missing or wrong?
 */
import type { Api, Operation, SecurityScheme } from '../spec/api.ts';
import type { OperationLedger } from './events.ts';
import { noted, type RunState } from './run-state.ts';

/** Emits a note for each such guess that the answers support. */
export function giveHints(run: RunState): void {
  const refused = run.operations
    .map((operation) => ({ operation, ledger: noted(run.ledgers, operation).snapshot() }))
    .filter(({ ledger }) => ledger.sent > 0 && ledger.accepted === 0);
  for (const message of [lostPath(run, refused), lostCredential(run.api, refused)]) {
    if (message !== undefined) run.emit({ kind: 'note', message });
  }
}

interface Refused {
  readonly operation: Operation;
  readonly ledger: OperationLedger;
}

function lostPath({ api, voice }: RunState, refused: readonly Refused[]): string | undefined {
  const isAll = refused.length > 0 && refused.every(({ ledger }) => answeredOnly(ledger, '404'));
  const described = api.servers.map(pathOf).find((path) => path !== undefined && path !== '');
  if (!isAll || described === undefined) return undefined;
  const { origin, pathname } = new URL(voice.baseUrl);
  if (withoutEnd(pathname).endsWith(described)) return undefined;
  return `whatever was not accepted was answered with 404, and the description's server has a path that the base URL lacks: try --base-url ${origin}${described}`;
}

function lostCredential({ securitySchemes }: Api, refused: readonly Refused[]): string | undefined {
  const unknown = refused.filter(({ ledger }) => answeredOnly(ledger, '401'));
  if (unknown.length === 0) return undefined;
  const schemes = Object.entries(securitySchemes).map(([name, scheme]) => told(name, scheme));
  const known = schemes.length === 0 ? '' : `; the description has ${schemes.join(', ')}`;
  const count = `${String(unknown.length)} ${unknown.length === 1 ? 'operation was' : 'operations were'}`;
  return `${count} answered with 401 alone: is a credential missing or wrong (--auth, or identities in the configuration)?${known}`;
}

function answeredOnly({ statuses }: OperationLedger, status: string): boolean {
  const seen = Object.keys(statuses);
  return seen.length === 1 && seen[0] === status;
}

function told(name: string, scheme: SecurityScheme): string {
  switch (scheme.kind) {
    case 'apiKey':
      return `${name} (apiKey ${scheme.name} in ${scheme.in})`;
    case 'http':
      return `${name} (http ${scheme.scheme})`;
    default:
      return `${name} (${scheme.kind})`;
  }
}

/** @returns the path of a server, with what is only `/` left out; undefined for one with variables in it. */
function pathOf(server: string): string | undefined {
  const base = 'http://server.invalid';
  if (server.includes('{') || !URL.canParse(server, base)) return undefined;
  return withoutEnd(new URL(server, base).pathname);
}

function withoutEnd(path: string): string {
  return path.replace(/\/+$/, '');
}
