/** The library without faults keeps its descriptions: AJV judges every answer, none of the harness's code does. */
import { describe, expect, test } from 'vitest';
import { BATTERY, type Shot } from './battery.ts';
import { complaintOf } from './complaint-of.ts';
import { readDescription } from './described.ts';
import type { Reply } from './http/message.ts';
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

function told({ shot, reply }: { readonly shot: Shot; readonly reply: Reply }): string {
  const { method, target, body } = shot.request;
  return `${method} ${target} ${body.toString('utf8').slice(0, 200)} -> ${String(reply.status)} ${reply.body.toString('utf8').slice(0, 300)}`;
}
