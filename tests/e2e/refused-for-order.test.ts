/** A moment or a number that is refused for where it stands accuses nobody; one refused by itself does. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/index.ts';
import { folderWith } from '../cli/run-assay.ts';
import { json, serve } from './recording-server.ts';

const TRIPS = `openapi: 3.1.0
info: { title: Trips, version: '1' }
paths:
  /trips:
    post:
      operationId: PlanTrip
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [leaves, returns, least, most]
              properties:
                leaves: { type: string, format: date-time }
                returns: { type: string, format: date-time }
                least: { type: integer, minimum: 1, maximum: 9 }
                most: { type: integer, minimum: 1, maximum: 9 }
      responses:
        '201': { description: Planned. }
        '400': { description: Refused. }
`;

interface Trip {
  readonly leaves: string;
  readonly returns: string;
  readonly least: number;
  readonly most: number;
}

async function titlesOn(refuses: (trip: Trip) => boolean): Promise<readonly string[]> {
  const server = await serve(({ body }, response) => {
    const trip = tripOf(body);
    const isRefused = trip === undefined || refuses(trip);
    json(response, isRefused ? 400 : 201, { message: 'is not liked' });
  });
  const { found, accepted } = await run({
    spec: path.join(folderWith({ 'trips.yaml': TRIPS }), 'trips.yaml'),
    target: { baseUrl: server.url },
    phases: ['boundaries', 'fuzz'],
    checks: { 'content-type-declared': 'off', 'accepts-invalid': 'off' },
    maxCases: 60,
    seed: 1,
  });
  expect(accepted).toBe(1);
  return found.map(({ title }) => title);
}

function tripOf(body: string): Trip | undefined {
  try {
    const { leaves = '', returns = '', least = 0, most = 0 } = JSON.parse(body) as Partial<Trip>;
    return { leaves: String(leaves), returns: String(returns), least, most };
  } catch {
    return undefined;
  }
}

const at = (moment: string): number => Date.parse(moment);

test('an end before its start accuses nobody, and a plain request is found that runs forwards', async () => {
  expect(await titlesOn(({ leaves, returns }) => at(returns) <= at(leaves))).toEqual([]);
});

test('nor does a plain request that has to run backwards', async () => {
  expect(await titlesOn(({ leaves, returns }) => at(returns) >= at(leaves))).toEqual([]);
});

test('a moment that is over accuses nobody, however it is written', async () => {
  expect(await titlesOn(({ leaves }) => at(leaves) < Date.parse('1975-01-01'))).toEqual([]);
});

test('a way of writing moments that is refused is told', async () => {
  const titles = await titlesOn(({ leaves }) => /[+-]\d\d:\d\d$/.test(leaves));

  expect(titles).toEqual(['A valid request was refused: with another body member /leaves']);
});

test('days that are refused between days that are accepted are told', async () => {
  const titles = await titlesOn(({ leaves }) => /^\d{4}-\d\d-1[02468]/.test(leaves));

  expect(titles).toEqual(['A valid request was refused: with another body member /leaves']);
});

test('a least above the most accuses nobody', async () => {
  expect(await titlesOn(({ least, most }) => least > most)).toEqual([]);
});

test('a number that is refused wherever the others are is told', async () => {
  const titles = await titlesOn(({ most }) => most === 9);

  expect(titles).toEqual(['A valid request was refused: "most" is 9, its maximum']);
});
