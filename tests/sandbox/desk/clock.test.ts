import { expect, test } from 'vitest';
import { createClock } from '../../../sandbox/desk/clock.ts';

test('a clock stands still until it is stepped, advanced or restarted', () => {
  const clock = createClock({ start: '2026-01-01T00:00:00Z', stepSeconds: 5 });
  const first = clock.now();

  clock.step();
  clock.advance(60);
  expect(clock.now() - first).toBe(65);

  clock.restart();
  expect(clock.now()).toBe(first);
});

test.each([{ start: 'yesterday' }, { stepSeconds: 0.5 }, { stepSeconds: -1 }])(
  'a clock cannot be made of %j',
  (options) => {
    expect(() => createClock(options)).toThrow(TypeError);
  },
);
