// The description under spec/, read once for all scenarios of a process, and the addresses of its operations.
import { fileURLToPath } from 'node:url';
import { loadApi, type Api } from 'assay';
import type { OperationId } from './answers.ts';

const ROOT = fileURLToPath(new URL('../../spec/openapi.yaml', import.meta.url));

/** Every answer of the 45 operations is held to this. */
export const api: Api = await loadApi(ROOT);

const operations = new Map(api.operations.map((operation) => [operation.id, operation]));

/** Placeholders of the paths, and what to put there. */
export type PathValues = {
  readonly [name in PathName]?: number | string;
};

type PathName =
  | 'agent_id'
  | 'attachment_id'
  | 'comment_id'
  | 'macro_id'
  | 'ticket_audit_id'
  | 'ticket_comment_id'
  | 'ticket_id'
  | 'view_id';

export type QueryValues = Readonly<Record<string, string | number | boolean>>;

export interface Address {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
}

/** @throws {Error} the operation is not in spec/, or a placeholder has no value */
export function addressOf(
  operationId: OperationId,
  {
    query,
    suffix = '',
    ...values
  }: PathValues & { readonly query?: QueryValues; readonly suffix?: string },
): Address {
  const operation = operations.get(operationId);
  if (operation === undefined) throw new Error(`${operationId} is not in ${ROOT}`);
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    // A placeholder that PathName does not list has no value, which the next line says.
    const value = values[name as PathName];
    if (value === undefined) throw new Error(`${operationId} needs ${name}`);
    return encodeURIComponent(value);
  });
  return { method: operation.method, target: `${path}${suffix}${queryText(query)}` };
}

/** `?…`, or nothing; commas stay as they are, the way clients write lists. */
export function queryText(query: QueryValues = {}): string {
  const pairs = Object.entries(query).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  const text = new URLSearchParams(pairs).toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}
