/**
 * A server that keeps e2e-notes.openapi.yaml to the letter: it lists, makes, shows, changes and
 * removes notes, and refuses what the description does not allow. It remembers what it was sent.
 */
import { TextDecoder } from 'node:util';
import { serve, type Received, type RecordingServer } from './recording-server.ts';

export interface NotesOptions {
  /** Notes that were there before anyone asked, by id. */
  readonly seeded?: readonly number[];
  /** Called before a request is answered; true when it has been answered already. */
  readonly before?: (request: Received, response: Response) => boolean;
  /** Changes a note as it is shown: where a defect is planted. */
  readonly show?: (note: Note) => unknown;
}

export interface Note {
  readonly id: number;
  readonly text: string;
  readonly mood?: string | null;
}

type Response = Parameters<Parameters<typeof serve>[0]>[1];

interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly allow?: string;
}

/** Starts it on loopback until the test ends. */
export async function serveNotes(options: NotesOptions = {}): Promise<RecordingServer> {
  const notes = new Map<number, Note>(
    (options.seeded ?? [1, 2]).map((id) => [id, { id, text: `Note ${String(id)}` }]),
  );
  return serve((request, response) => {
    if (options.before?.(request, response) === true) return;
    const { status, body, allow } = reply(request, notes, options.show ?? ((note) => note));
    const headers = allow === undefined ? {} : { Allow: allow };
    if (body === undefined) response.writeHead(status, headers).end();
    else
      response
        .writeHead(status, { ...headers, 'Content-Type': 'application/json' })
        .end(JSON.stringify(body));
  });
}

function reply(request: Received, notes: Map<number, Note>, show: (note: Note) => unknown): Reply {
  const { path, method } = request;
  if (path === '/notes') {
    if (method === 'GET') return list(request, [...notes.values()].map(show));
    if (method === 'POST') return write(request, notes, { show, status: 201 });
    return { ...refused(405, 'No such method.'), allow: 'GET, POST' };
  }
  const [, id] = /^\/notes\/([^/]+)$/.exec(path) ?? [];
  if (id === undefined) return refused(404, 'No such path.');
  if (!['GET', 'PUT', 'DELETE'].includes(method))
    return { ...refused(405, 'No such method.'), allow: 'GET, PUT, DELETE' };
  if (!/^[1-9]\d*$/.test(id)) return refused(400, 'An id is a positive number.');
  const note = notes.get(Number(id));
  if (note === undefined) return refused(404, 'There is no such note.');
  if (method === 'PUT') return write(request, notes, { show, status: 200, id: note.id });
  if (method === 'GET') return { status: 200, body: { note: show(note) } };
  notes.delete(note.id);
  return { status: 204 };
}

function list({ target }: Received, notes: readonly unknown[]): Reply {
  const limits = new URLSearchParams(target.split('?')[1] ?? '').getAll('limit');
  const [limit] = limits;
  const isWithin = limit !== undefined && /^\d+$/.test(limit) && +limit >= 1 && +limit <= 50;
  if (limits.length > 1 || (limit !== undefined && !isWithin))
    return refused(400, 'limit is a number from 1 to 50.');
  return { status: 200, body: { notes: notes.slice(0, Number(limit ?? 50)) } };
}

function write(
  request: Received,
  notes: Map<number, Note>,
  how: { readonly show: (note: Note) => unknown; readonly status: number; readonly id?: number },
): Reply {
  if (request.headers['content-type']?.split(';')[0]?.trim() !== 'application/json')
    return refused(415, 'A note is JSON.');
  const given = parsed(request.bytes);
  if (given === undefined) return refused(400, 'That is not JSON.');
  if (!isNewNote(given)) return refused(422, 'A note has a text, and a mood of ours or none.');
  const id = how.id ?? 1 + Math.max(100, ...notes.keys());
  const note = { id, text: given.text, ...(given.mood === undefined ? {} : { mood: given.mood }) };
  notes.set(id, note);
  return { status: how.status, body: { note: how.show(note) } };
}

function isNewNote(given: unknown): given is Omit<Note, 'id'> {
  if (typeof given !== 'object' || given === null || !('text' in given)) return false;
  const { text, mood } = given as { readonly text: unknown; readonly mood?: unknown };
  const length = typeof text === 'string' ? [...text].length : 0;
  return length >= 1 && length <= 40 && [undefined, null, 'calm', 'cross'].includes(mood as string);
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function refused(status: number, error: string): Reply {
  return { status, body: { error } };
}
