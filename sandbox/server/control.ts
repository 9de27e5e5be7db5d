// The sandbox's own switches under /__sandbox, for tests and scenarios: look at the clock or move it, start
// over, and check that the state is consistent.
// They need no credential, count against no limit and take no step of the clock.
import { isoOf } from '../desk/instant.ts';
import { parseJson } from '../http/json-text.ts';
import { json, type Reply } from '../http/reply.ts';
import { violations } from '../invariants.ts';
import type { Engine } from './engine.ts';
import type { Received } from './serve.ts';

/** Seconds that one call may move the clock: a hundred years. */
const MAX_ADVANCE = 3_155_760_000;

/** Answers a request under /__sandbox; null for any other path. */
export function serveControl(engine: Engine, { method, target, bytes }: Received): Reply | null {
  if (!target.path.startsWith('/__sandbox')) return null;
  const name = target.path.slice('/__sandbox/'.length);
  if (name === 'clock' && method === 'GET') return clockReply(engine);
  if (name === 'clock' && method === 'POST') return moveClock(engine, bytes);
  if (name === 'reset' && method === 'POST') {
    engine.reset();
    return json(200, { reset: true, now: isoOf(engine.clock.now()) });
  }
  if (name === 'check' && method === 'GET')
    return json(200, { violations: engine.tenants().flatMap(({ desk }) => violations(desk)) });
  return json(404, {
    error: 'UnknownControl',
    description: 'clock (GET, POST), reset (POST) and check (GET)',
  });
}

function clockReply(engine: Engine): Reply {
  const now = engine.clock.now();
  return json(200, { now: isoOf(now), seconds: now });
}

function moveClock(engine: Engine, bytes: Uint8Array): Reply {
  const seconds = advanceOf(bytes);
  if (seconds === null) {
    const description = 'send {"advance_seconds": n} with a whole number from 0';
    return json(400, { error: 'InvalidClock', description });
  }
  engine.clock.advance(seconds);
  if (engine.limiter.mode === 'real') engine.limiter.advance(seconds);
  return clockReply(engine);
}

function advanceOf(bytes: Uint8Array): number | null {
  const parsed = parseJson(bytes);
  if (parsed.kind === 'broken' || typeof parsed.value !== 'object' || parsed.value === null)
    return null;
  const seconds = 'advance_seconds' in parsed.value ? parsed.value.advance_seconds : null;
  if (typeof seconds !== 'number' || !Number.isInteger(seconds)) return null;
  return seconds >= 0 && seconds <= MAX_ADVANCE ? seconds : null;
}
