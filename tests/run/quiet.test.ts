import { expect, test } from 'vitest';
import { createQuiet, type Quiet } from '../../src/run/quiet.ts';

async function together<T>(quiet: Quiet, work: () => Promise<T>): Promise<T> {
  await quiet.enter();
  try {
    return await work();
  } finally {
    quiet.leave();
  }
}

test('what goes alone waits for the others, and the next wait for it', async () => {
  const quiet = createQuiet();
  const log: string[] = [];
  const step = (name: string) => async (): Promise<void> => {
    log.push(`${name} in`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    log.push(`${name} out`);
  };

  const first = together(quiet, step('a'));
  const alone = quiet.alone(step('alone'));
  const later = together(quiet, step('b'));
  await Promise.all([first, alone, later]);

  expect(log).toEqual(['a in', 'a out', 'alone in', 'alone out', 'b in', 'b out']);
});

test('two that want to be alone go one after the other', async () => {
  const quiet = createQuiet();
  let inside = 0;
  let most = 0;
  const work = async (): Promise<void> => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((resolve) => setTimeout(resolve, 2));
    inside -= 1;
  };

  await Promise.all([quiet.alone(work), quiet.alone(work), quiet.alone(work)]);

  expect(most).toBe(1);
});

test('a failure inside lets the others go on', async () => {
  const quiet = createQuiet();

  await expect(quiet.alone(() => Promise.reject(new Error('no')))).rejects.toThrow('no');

  await expect(together(quiet, () => Promise.resolve('yes'))).resolves.toBe('yes');
});
