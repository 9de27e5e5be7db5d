/**
 * A target that is asked too much: 429 and 503 are waited out and sent again, never judged; one that
 * stays so is not reached, which is no failure.
 */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { assay, folderWith, type Finished } from '../cli/run-assay.ts';
import { json, serve } from './recording-server.ts';
import { eventsOf, readEvents, readJunit } from './run-reports.ts';

const TWO = `openapi: 3.1.0
info: { title: Two, version: '1' }
paths:
  /one: { get: { operationId: one, responses: { '200': { description: One. } } } }
  /two: { get: { operationId: two, responses: { '200': { description: Two. } } } }
`;

interface Ran extends Finished {
  readonly reports: string;
}

async function run(url: string, config: Readonly<Record<string, unknown>> = {}): Promise<Ran> {
  const folder = folderWith({
    'two.yaml': TWO,
    'assay.config.json': JSON.stringify({ spec: 'two.yaml', phases: [], ...config }),
  });
  const finished = await assay(['run', '--base-url', url], { folder });
  return { ...finished, reports: path.join(folder, 'reports') };
}

describe.each([429, 503])('%i', (status) => {
  test('with Retry-After is waited for and sent again, and not judged', async () => {
    const times: number[] = [];
    const server = await serve(({ path: asked }, response) => {
      if (asked === '/one') times.push(Date.now());
      if (asked === '/one' && times.length === 1)
        json(response, status, { error: 'Slowly.' }, { 'Retry-After': '1' });
      else json(response, 200, {});
    });

    const { code, stdout, reports } = await run(server.url);

    expect(stdout).toContain('2/2 accepted');
    expect(stdout).toContain('no failures');
    expect(code).toBe(0);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(990);
    const one = eventsOf(readEvents(reports), 'exchange').find(
      ({ operation }) => operation === 'one',
    );
    expect(one).toMatchObject({ attempts: 2, outcome: { kind: 'answer', status: 200 } });
  });

  test('without end is sent four times and no more, and not reached, with the reason', async () => {
    const server = await serve(({ path: asked }, response) => {
      if (asked === '/one') json(response, status, {}, { 'Retry-After': '0' });
      else json(response, 200, {});
    });

    const { code, stdout, reports } = await run(server.url);

    const why = status === 429 ? 'rate limited' : 'unavailable';
    expect(server.received.filter(({ path: asked }) => asked === '/one')).toHaveLength(4);
    expect(stdout).toContain('1/2 accepted');
    expect(stdout).toMatch(
      new RegExp(`Untested \\(1\\)\\n +one +${why}: status ${String(status)}`),
    );
    expect(stdout).toContain('no failures');
    expect(code).toBe(0);
    const cases = readJunit(reports).filter(({ suite }) => suite === 'one');
    expect(cases.every(({ failure }) => failure === undefined)).toBe(true);
    expect(cases.some(({ skipped }) => skipped?.includes(why))).toBe(true);
  });

  test('that asks for more than a minute is not waited for', async () => {
    const server = await serve((_, response) => {
      json(response, status, {}, { 'Retry-After': '3600' });
    });

    const { code, stderr, stdout } = await run(server.url);

    expect(server.received).toHaveLength(2);
    expect(stdout).toContain('0/2 accepted');
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
  });
});

test('without Retry-After the waits are 1 second, then 2', async () => {
  const times: number[] = [];
  const server = await serve(({ path: asked }, response) => {
    if (asked === '/one') times.push(Date.now());
    json(response, asked === '/one' && times.length < 3 ? 429 : 200, {});
  });

  const { code } = await run(server.url);

  const waits = times.slice(1).map((time, index) => Math.round((time - (times[index] ?? 0)) / 100));
  expect(code).toBe(0);
  expect(waits).toEqual([expect.closeTo(10, -1), expect.closeTo(20, -1)]);
});

test('with the retries of the configuration', async () => {
  const server = await serve((_, response) => {
    json(response, 429, {}, { 'Retry-After': '0' });
  });

  await run(server.url, { retries: 1 });

  expect(server.received).toHaveLength(4);
});
