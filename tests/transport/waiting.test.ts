/**
 * Patience: how long a 429 or 503 is waited for, when that ends, and what cuts it short.
 */
import type { ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import { describe, expect, test } from 'vitest';
import type { TransportOptions } from '../../src/transport/create-transport.ts';
import { Interrupted } from '../../src/transport/interrupted.ts';
import type { Transport } from '../../src/transport/transport.ts';
import { aRequest, aTransport, serveBytes, serveHttp } from './local-server.ts';

const NOW = Date.UTC(2026, 10, 23, 12, 0, 0);

/** A transport whose clock stands still, and the waits it asked for. */
function aPatientTransport(
  baseUrl: string,
  options: Partial<TransportOptions> = {},
): { transport: Transport; waits: number[] } {
  const waits: number[] = [];
  const transport = aTransport({
    baseUrl,
    now: () => NOW,
    sleep: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
    ...options,
  });
  return { transport, waits };
}

/** Answers with these statuses, one a request, then with 200. */
function serveStatuses(
  statuses: readonly number[],
  dress: (response: ServerResponse) => void = () => undefined,
): Promise<string> {
  const left = [...statuses];
  return serveHttp((_request, response) => {
    response.statusCode = left.shift() ?? 200;
    if (response.statusCode !== 200) dress(response);
    response.end('x');
  });
}

describe('how long', () => {
  test.each([
    ['7', 7_000],
    ['0', 0],
    ['1.5', 1_500],
    ['Mon, 23 Nov 2026 12:00:30 GMT', 30_000],
    ['Monday, 23-Nov-26 12:00:30 GMT', 30_000],
    ['Mon Nov 23 12:00:30 2026', 30_000],
    ['Mon, 23 Nov 2026 11:00:00 GMT', 0],
    // What is neither form is as good as no header.
    ['-5', 1_000],
    ['soon', 1_000],
    ['2026', 2_026_000],
    ['', 1_000],
    ['Monday', 1_000],
  ])('Retry-After %j waits %d ms', async (value, expected) => {
    const url = await serveStatuses([429], (response) => response.setHeader('Retry-After', value));
    const { transport, waits } = aPatientTransport(url, { maxWaitMs: 1e9 });

    const sent = await transport.send(aRequest());

    expect(waits).toEqual([expected]);
    expect(sent).toMatchObject({ attempts: 2, outcome: { kind: 'answer', status: 200 } });
  });

  test('without the header 1, 2 and 4 seconds are waited, then it is held back', async () => {
    const url = await serveStatuses([503, 503, 503, 503, 503]);
    const { transport, waits } = aPatientTransport(url);

    const sent = await transport.send(aRequest());

    expect(waits).toEqual([1_000, 2_000, 4_000]);
    expect(sent).toMatchObject({
      attempts: 4,
      outcome: { kind: 'held-back', why: 'unavailable', status: 503 },
    });
  });

  test('a wait that would pass the bound is not begun', async () => {
    const url = await serveStatuses([429, 429, 429], (response) =>
      response.setHeader('Retry-After', '25'),
    );
    const { transport, waits } = aPatientTransport(url);

    const sent = await transport.send(aRequest());

    expect(waits).toEqual([25_000, 25_000]);
    expect(sent).toMatchObject({
      attempts: 3,
      outcome: { kind: 'held-back', why: 'rate limited', status: 429 },
    });
  });

  test('a single wait beyond the bound ends it at once', async () => {
    const url = await serveStatuses([429], (response) => response.setHeader('Retry-After', '3600'));
    const { transport, waits } = aPatientTransport(url);

    expect(await transport.send(aRequest())).toMatchObject({
      attempts: 1,
      outcome: { kind: 'held-back' },
    });
    expect(waits).toEqual([]);
  });

  test('with no retries the first refusal is the last', async () => {
    const url = await serveStatuses([429]);
    const { transport, waits } = aPatientTransport(url, { retries: 0 });

    expect((await transport.send(aRequest())).outcome.kind).toBe('held-back');
    expect(waits).toEqual([]);
  });

  test('other refusals are answers and are not sent again', async () => {
    for (const status of [400, 408, 425, 500, 502, 504]) {
      const url = await serveStatuses([status]);
      const sent = await aPatientTransport(url).transport.send(aRequest());

      expect(sent).toMatchObject({ attempts: 1, outcome: { kind: 'answer', status } });
    }
  });

  test('a real wait is as long as it was asked for, and is not counted as time to answer', async () => {
    const url = await serveStatuses([429], (response) => response.setHeader('Retry-After', '0.2'));
    const before = performance.now();

    const sent = await aTransport({ baseUrl: url, timeoutMs: 150 }).send(aRequest());

    expect(performance.now() - before).toBeGreaterThanOrEqual(199);
    expect(sent.outcome.kind).toBe('answer');
    expect(sent.elapsedMs).toBeLessThan(150);
  });

  test('while one waits, another may use its connection', async () => {
    const url = await serveHttp((request, response) => {
      if (request.url === '/slow') response.writeHead(429, { 'Retry-After': '50' }).end();
      else response.end();
    });
    let wake: () => void = () => undefined;
    const asleep = new Promise<void>((resolve) => (wake = resolve));
    const transport = aTransport({ baseUrl: url, connections: 1, retries: 1, sleep: () => asleep });
    const slow = transport.send(aRequest({ target: '/slow' }));

    const quick = await transport.send(aRequest({ target: '/quick' }));
    wake();

    expect(quick.outcome.kind).toBe('answer');
    expect((await slow).outcome.kind).toBe('held-back');
  });
});

describe('interruption', () => {
  test('an abort ends the wait for 429 at once', async () => {
    const url = await serveStatuses([429], (response) => response.setHeader('Retry-After', '50'));
    const controller = new AbortController();
    const before = performance.now();
    setTimeout(() => controller.abort(), 100);

    await expect(
      aTransport({ baseUrl: url }).send(aRequest(), { signal: controller.signal }),
    ).rejects.toThrow(Interrupted);

    expect(performance.now() - before).toBeLessThan(2_000);
  });

  test('an abort breaks off every request under way or queued, with one listener for all', async () => {
    const closed: Promise<void>[] = [];
    const url = await serveBytes((socket) => {
      closed.push(new Promise((resolve) => socket.on('close', () => resolve())));
    });
    const warnings: Error[] = [];
    const collect = (warning: Error): void => void warnings.push(warning);
    process.on('warning', collect);
    const controller = new AbortController();
    const transport = aTransport({ baseUrl: url, connections: 4 });

    const sent = Array.from({ length: 30 }, () =>
      transport.send(aRequest(), { signal: controller.signal }),
    );
    setTimeout(() => controller.abort(), 100);
    const results = await Promise.allSettled(sent);
    await Promise.all(closed);
    process.off('warning', collect);

    expect(
      results.map((result) => result.status === 'rejected' && (result.reason as unknown)),
    ).toEqual(Array(30).fill(expect.any(Interrupted)));
    expect(closed).toHaveLength(4);
    expect(warnings).toEqual([]);
  });

  test('a signal that is aborted already sends nothing', async () => {
    let requests = 0;
    const url = await serveHttp((_request, response) => {
      requests += 1;
      response.end();
    });

    await expect(
      aTransport({ baseUrl: url }).send(aRequest(), { signal: AbortSignal.abort() }),
    ).rejects.toThrow(Interrupted);

    expect(requests).toBe(0);
  });

  test('closing interrupts what is under way; closing twice is no mistake', async () => {
    const url = await serveBytes(() => undefined);
    const transport = aTransport({ baseUrl: url });
    const sent = transport.send(aRequest());
    setTimeout(() => void transport.close(), 50);

    await expect(sent).rejects.toThrow(Interrupted);
    await transport.close();
    await expect(transport.send(aRequest())).rejects.toThrow(Interrupted);
  });
});
