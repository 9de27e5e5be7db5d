/**
 * A server of e2e-removers.openapi.yaml that remembers what it created and what was taken away: by
 * path, query or body. Notes 1 to 5 and 5000 were there before.
 */
import type { ServerResponse } from 'node:http';
import { json, serve, type Received, type RecordingServer } from './recording-server.ts';

export interface Removal {
  readonly how: string;
  readonly path: string;
  readonly ids: readonly number[];
  /** Whether they were there, and now are not. */
  readonly gone: boolean;
}

export interface Removals extends RecordingServer {
  readonly created: ReadonlySet<number>;
  /** Every attempt, in the order they came. */
  readonly removals: readonly Removal[];
}

/** Starts it on loopback until the test ends. */
export async function serveRemovals(
  options: { /** False: nothing can be made. */ readonly creates?: boolean } = {},
): Promise<Removals> {
  const { creates = true } = options;
  const notes = new Set([1, 2, 3, 4, 5, 5000]);
  const created = new Set<number>();
  const removals: Removal[] = [];
  const create = (response: ServerResponse): void => {
    if (!creates) return json(response, 403, { error: 'No more notes.' });
    const id = 1_000 + created.size;
    created.add(id);
    notes.add(id);
    json(response, 201, { note: { id } });
  };
  const remove = (how: string, request: Received, response: ServerResponse): void => {
    const ids = idsIn(request);
    const gone = ids.length > 0 && ids.every((id) => notes.has(id));
    removals.push({ how, path: request.path, ids, gone });
    if (gone) for (const id of ids) notes.delete(id);
    response.writeHead(gone ? 204 : 404).end();
  };
  const server = await serve((request, response) => {
    const { method, path } = request;
    const how = removalOf(request);
    if (how !== undefined) return remove(how, request, response);
    if (path === '/notes' && method === 'POST') return create(response);
    if (path === '/notes' && method === 'GET')
      return json(response, 200, { notes: [...notes].map((id) => ({ id })) });
    rest(request, notes, response);
  });
  return { ...server, created, removals };
}

/** One note, what only looks dangerous, and what there is none of. */
function rest(request: Received, notes: ReadonlySet<number>, response: ServerResponse): void {
  const { method, path } = request;
  const [id] = idsIn(request);
  if (method === 'GET' && id !== undefined && notes.has(id)) {
    json(response, 200, { note: { id } });
    return;
  }
  if (method === 'POST' && /reset|logout/.test(path)) {
    response.writeHead(204).end();
    return;
  }
  const isKnown = /^\/notes(\/\d+)?$/.test(path) && method !== 'GET';
  response.writeHead(isKnown ? 405 : 404, isKnown ? { Allow: 'GET, POST, DELETE' } : {}).end();
}

/** Any DELETE, whatever it names; and POSTs by the last word of their path. */
function removalOf({ method, path }: Received): string | undefined {
  if (method === 'DELETE') return method;
  const last = path.split('/').at(-1) ?? '';
  const isRemoval = ['close', 'archive', 'destroy_many', 'merge'].includes(last);
  return method === 'POST' && isRemoval ? last : undefined;
}

/** In the path, in the query, or as `note_ids` of a body. */
function idsIn({ path, target, body }: Received): readonly number[] {
  const inQuery = new URLSearchParams(target.split('?')[1] ?? '').get('note_ids') ?? '';
  const texts = [...path.split('/'), ...inQuery.split(',')];
  return [...texts.filter((text) => /^\d+$/.test(text)).map(Number), ...idsOf(body)];
}

function idsOf(body: string): readonly number[] {
  try {
    const { note_ids: ids } = JSON.parse(body) as { readonly note_ids?: unknown };
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'number') : [];
  } catch {
    return [];
  }
}
