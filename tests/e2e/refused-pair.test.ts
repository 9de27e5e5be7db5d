/** Two listed values that are refused only together are told as a pair; whatever may be a rule of its own is not. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/index.ts';
import { folderWith } from '../cli/run-assay.ts';
import { json, serve } from './recording-server.ts';

const PARCELS = `openapi: 3.1.0
info: { title: Parcels, version: '1' }
paths:
  /parcels:
    post:
      operationId: SendParcel
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [way, speed]
              properties:
                way: { type: string, enum: [desk, post] }
                speed: { type: string, enum: [low, high] }
                gift: { type: boolean }
                address: { type: string, enum: [home, work] }
                from: { type: integer, minimum: 1, maximum: 9 }
                until: { type: integer, minimum: 1, maximum: 9 }
                note: { type: string, minLength: 1 }
              if: { properties: { way: { const: post } } }
              then: { required: [note] }
            example: { way: desk, speed: low }
      responses:
        '201': { description: Sent. }
        '400': { description: Refused. }
`;

type Parcel = Readonly<Record<string, unknown>>;

async function titlesOn(refuses: (parcel: Parcel) => boolean): Promise<readonly string[]> {
  const server = await serve(({ body }, response) => {
    json(response, refuses(parcelOf(body)) ? 400 : 201, { message: 'is not liked' });
  });
  const { found } = await run({
    spec: path.join(folderWith({ 'parcels.yaml': PARCELS }), 'parcels.yaml'),
    target: { baseUrl: server.url },
    phases: ['boundaries', 'fuzz'],
    checks: { 'content-type-declared': 'off', 'accepts-invalid': 'off' },
    maxCases: 60,
    seed: 1,
  });
  return found.map(({ title }) => title);
}

function parcelOf(body: string): Parcel {
  const value: unknown = JSON.parse(body);
  return typeof value === 'object' && value !== null ? (value as Parcel) : {};
}

test('two listed values that are refused only together are told as a pair, once', async () => {
  const titles = await titlesOn(({ way, speed }) => way === 'post' && speed === 'high');

  expect(titles).toEqual([
    'A valid request was refused: with way: "post" and speed: "high" together',
  ]);
});

test('a listed value that brings along what it asks for is told by itself', async () => {
  const titles = await titlesOn(({ way }) => way === 'post');

  expect(titles).toEqual(['A valid request was refused: with way: "post"']);
});

test('two numbers that are refused only together accuse nobody: they may be the ends of a range', async () => {
  const isWrongRange = ({ from, until }: Parcel): boolean =>
    typeof from === 'number' && typeof until === 'number' && from > until;

  expect(await titlesOn(isWrongRange)).toEqual([]);
});
