import { expect, test } from 'vitest';
import { findFailure } from '../../src/run/find-failure.ts';
import { A_RUN, aFailure, STARTED } from '../reporters/a-run.ts';

const LINES = A_RUN.map((event) => JSON.stringify(event));

test('a failure is found by its id, with the run it is of', async () => {
  const found = await findFailure(LINES, '0a1b2c3d');
  expect(found.failure).toEqual(aFailure());
  expect(found.started).toEqual(STARTED);
});

test.each(['0a1b', '0A1B2C3D'])('%s is enough to name it', async (id) => {
  expect((await findFailure(LINES, id)).failure.id).toBe('0a1b2c3d');
});

test('the last line of a run that was ended at once may be cut', async () => {
  const lines = [...LINES, '{"kind":"failure","operation":"Li'];
  expect((await findFailure(lines, '0a1b2c3d')).failure.id).toBe('0a1b2c3d');
});

test.each([
  ['an id that is not there', LINES, 'ffff', 'There is no failure "ffff" in the log.'],
  ['no id', LINES, '', 'There is no failure "" in the log.'],
  [
    'an id that stands for two',
    [...LINES, JSON.stringify(aFailure({ id: '0a1b9999' }))],
    '0a1b',
    '"0a1b" stands for more than one failure.',
  ],
  ['a log without a run', [JSON.stringify(aFailure())], '0a1b', 'The log holds no run.'],
  [
    'a log of another version',
    [JSON.stringify({ ...STARTED, version: 99 })],
    '0a1b',
    'The log is of version 99, not 1.',
  ],
])('%s is told', async (_what, lines, id, message) => {
  await expect(findFailure(lines, id)).rejects.toMatchObject({ code: 'REPLAY', message });
});

test('where an id is not there, those that are get named', async () => {
  await expect(findFailure(LINES, 'ffff')).rejects.toMatchObject({ hint: 'There are: 0a1b2c3d.' });
  await expect(findFailure([JSON.stringify(STARTED)], 'ffff')).rejects.toMatchObject({
    hint: 'The run in the log found none.',
  });
});
