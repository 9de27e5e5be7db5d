/** The library without faults keeps its descriptions: AJV judges every answer, none of the harness's code does. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { BATTERY, type Shot } from './battery.ts';
import { readDescription, type Described } from './described.ts';
import { headerLines, headerOf, type Reply } from './http/message.ts';
import { openLibrary } from './library/seed.ts';
import { OPERATIONS } from './operations/index.ts';
import { serve } from './server/serve.ts';

const FULL = readDescription('fault-server.openapi.yaml');
const HALF = readDescription('library-3.0.openapi.yaml');

const library = openLibrary();
const ANSWERS = BATTERY.map((shot) => ({ shot, reply: serve(library, shot.request) }));

describe('the library', () => {
  test('has an operation for each that its description names, and no other', () => {
    expect(OPERATIONS.map(({ id }) => id).sort()).toEqual([...FULL.operations].sort());
  });

  test('accepts and refuses what its description says', () => {
    const wrong = ANSWERS.filter(({ shot, reply }) => {
      if (shot.deserves === 'accepted') return reply.status >= 400;
      return shot.deserves === 'refused' && (reply.status < 400 || reply.status > 404);
    });

    expect(wrong.map(told)).toEqual([]);
  });

  test('has every operation accept something and refuse something', () => {
    const by = (deserves: Shot['deserves']): ReadonlySet<string> =>
      new Set(BATTERY.filter((shot) => shot.deserves === deserves).map((shot) => shot.operation));

    expect([...by('accepted')].sort()).toEqual([...FULL.operations].sort());
    expect([...by('refused')].sort()).toEqual(
      [...FULL.operations].filter((id) => id !== 'getStatus').sort(),
    );
  });

  test.each([
    ['the 3.1 description', FULL],
    ['the 3.0 description', HALF],
  ])('answers as %s declares', (_name, described) => {
    const judged = ANSWERS.filter(({ shot }) => described.operations.includes(shot.operation));
    const wrong = judged.flatMap((one) => {
      const complaint = complaintOf(described, one.shot, one.reply);
      return complaint === '' ? [] : [`${told(one)}: ${complaint}`];
    });

    expect(judged.length).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });

  test('answers the same battery the same way twice', () => {
    const again = openLibrary();

    const second = BATTERY.map(({ request }) => serve(again, request));

    expect(second).toEqual(ANSWERS.map(({ reply }) => reply));
  });
});

function complaintOf(described: Described, shot: Shot, reply: Reply): string {
  if (reply.status === 405 || shot.request.method === 'OPTIONS') {
    return headerOf(reply, 'Allow') === undefined ? 'no Allow' : '';
  }
  const isOwnMethod = OPERATIONS.some(
    ({ id, method }) => id === shot.operation && method === shot.request.method,
  );
  if (!isOwnMethod) return '';
  const response = described.response(shot.operation, reply.status);
  if (response === undefined) return `${String(reply.status)} is not declared`;
  for (const header of response.headers) {
    const [line] = headerLines(reply, header.name);
    if (line === undefined && header.required) return `${header.name} is missing`;
    const complaint = line === undefined ? '' : header.complain(readHeader(line, header.type));
    if (complaint !== '') return `${header.name}: ${complaint}`;
  }
  return shot.request.method === 'HEAD' ? '' : bodyComplaint(response.content, reply);
}

function readHeader(line: string, type: unknown): unknown {
  if (type === 'array') return line.split(',');
  if (type === 'boolean') return line === 'true';
  return type === 'string' ? line : Number(line);
}

function bodyComplaint(
  content: ReadonlyMap<string, (value: unknown) => string>,
  { headers, body }: Reply,
): string {
  const type = headerOf({ headers }, 'Content-Type')?.split(';')[0];
  if (content.size === 0) return body.length === 0 ? '' : 'there is a body';
  const complain = content.get(type ?? '');
  if (complain === undefined) return `${type ?? 'nothing'} is not declared`;
  const text = body.toString('utf8');
  if (type?.endsWith('json') === true) return complain(JSON.parse(text));
  return complain(type === 'application/yaml' ? parse(text) : text);
}

function told({ shot, reply }: { readonly shot: Shot; readonly reply: Reply }): string {
  const { method, target, body } = shot.request;
  return `${method} ${target} ${body.toString('utf8').slice(0, 200)} -> ${String(reply.status)} ${reply.body.toString('utf8').slice(0, 300)}`;
}
