/** How small the example of a failure gets, and how many requests that takes. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { runOnce, type RunResult } from '../../src/assay.ts';
import type { FailureEvent } from '../../src/run/events.ts';
import { folderWith } from '../cli/run-assay.ts';
import { json, serve, type Received } from './recording-server.ts';

const NAMES = Array.from({ length: 12 }, (_, index) => `m${String(index)}`);
const COUNT = { type: 'integer', minimum: 1, maximum: 9 };
const members = Object.fromEntries(NAMES.map((name) => [name, COUNT]));
const EXAMPLE = Object.fromEntries(NAMES.map((name) => [name, 5]));

type Body = Readonly<Record<string, unknown>>;
const bodyOf = ({ body }: Pick<Received, 'body'>): Body => {
  const value: unknown = JSON.parse(body === '' ? 'null' : body);
  return typeof value === 'object' && value !== null ? { ...value } : {};
};

async function found(
  status: (body: Body) => number,
  phases: readonly ('fuzz' | 'boundaries')[],
): Promise<{ readonly result: RunResult; readonly cases: readonly string[] }> {
  const cases: string[] = [];
  const server = await serve((request, response) => json(response, status(bodyOf(request)), {}));
  const description = {
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths: {
      '/boxes': {
        post: {
          operationId: 'Create',
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: { type: 'object', required: ['m0'], properties: members },
                ...(phases.includes('boundaries') ? { example: EXAMPLE } : {}),
              },
            },
          },
          responses: { default: { description: 'Any.' } },
        },
      },
    },
  };
  const folder = folderWith({ 'api.json': JSON.stringify(description) });
  const result = await runOnce(
    {
      spec: path.join(folder, 'api.json'),
      target: { baseUrl: server.url },
      seed: 5,
      concurrency: 1,
      phases: [...phases],
      maxCases: 200,
    },
    {
      onEvent: (event) => {
        if (event.kind === 'exchange') cases.push(event.case);
      },
    },
  );
  return { result, cases };
}

const exampleOf = ({ found: failures }: RunResult, check: string): FailureEvent | undefined =>
  failures.find((failure) => failure.check === check);

const sentIn = (failure: FailureEvent | undefined): readonly string[] =>
  Object.keys(bodyOf({ body: failure?.example.request.body?.content ?? '' })).toSorted();

test('a failure that takes two members together is told with those two and what is required', async () => {
  const { result } = await found((body) => ('m3' in body && 'm9' in body ? 500 : 201), ['fuzz']);

  const failure = exampleOf(result, 'not-a-server-error');
  expect(sentIn(failure)).toEqual(['m0', 'm3', 'm9']);
  expect(failure?.reproduced).toBe('2/2');
});

test('an invalid request that is accepted is told without what it does not need, and is still proven', async () => {
  const { result } = await found(() => 201, ['boundaries']);

  const accepted = result.found.filter(({ check }) => check === 'accepts-invalid');
  expect(accepted.length).toBeGreaterThan(10);
  for (const failure of accepted) {
    const { intent } = failure.example;
    if (intent.kind !== 'invalid') throw new Error('not invalid');
    const [broken = 'm0'] = intent.violation.pointer.split('/').slice(1);
    expect(NAMES.filter((name) => sentIn(failure).includes(name) && name !== broken)).toEqual(
      broken === 'm0' || sentIn(failure).length === 0 ? [] : ['m0'],
    );
    expect(intent.proof.readings).toBeGreaterThan(0);
    expect(failure.reproduced).toBe('2/2');
  }
});

test('one that shows only beside an optional member keeps that', async () => {
  const isWrong = (value: unknown): boolean =>
    !Number.isInteger(value) || Number(value) < 1 || Number(value) > 9;
  const { result } = await found(
    (body) => {
      const isInvalid = Object.values(body).some(isWrong) || !('m0' in body);
      return isInvalid && !('m7' in body && 'm4' in body && isWrong(body['m4'])) ? 400 : 201;
    },
    ['boundaries'],
  );

  const accepted = result.found.filter(({ check }) => check === 'accepts-invalid');
  expect(accepted.length).toBeGreaterThan(0);
  for (const failure of accepted) expect(sentIn(failure)).toEqual(['m0', 'm4', 'm7']);
});

test('no failure takes more requests than the limit, those sent beside it counted', async () => {
  const { cases, result } = await found(
    (body) => (Object.keys(body).length > 4 ? 500 : 201),
    ['fuzz'],
  );

  expect(result.found.map(({ check }) => check)).toContain('not-a-server-error');
  const more = new Map<string, number>();
  for (const id of cases) {
    const planned = /^\w+:\w+:\d+/.exec(id)?.[0] ?? id;
    if (id !== planned) more.set(planned, (more.get(planned) ?? 0) + 1);
  }
  // Its own control, twenty for making it small, one more at the end with its control.
  expect(Math.max(...more.values())).toBeLessThanOrEqual(1 + 20 + 2);
  expect(Math.max(...more.values())).toBeGreaterThan(4);
});
