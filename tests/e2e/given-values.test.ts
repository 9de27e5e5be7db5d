/** Config's values for what is no slot: in the plain request, and in those that are drawn. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { runOnce } from '../../src/assay.ts';
import type { UserConfig } from '../../src/config/user-config.ts';
import { folderWith } from '../cli/run-assay.ts';
import { json, serve, type Received } from './recording-server.ts';

const text = { type: 'string' };
const BOX = {
  type: 'object',
  required: ['name'],
  properties: { name: text, colour: text, note: text },
};
const DESCRIPTION = {
  openapi: '3.1.0',
  info: { title: 'T', version: '1' },
  paths: {
    '/boxes': {
      post: {
        operationId: 'Create',
        parameters: [{ name: 'locale', in: 'query', schema: text }],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { type: 'object', required: ['box'], properties: { box: BOX } },
            },
          },
        },
        responses: { default: { description: 'Any.' } },
      },
    },
  },
};

type Values = Readonly<Record<string, unknown>>;

async function received(
  values: UserConfig['values'],
  options: Partial<UserConfig> = {},
): Promise<readonly Received[]> {
  const server = await serve((_, response) => json(response, 201, { id: 1 }));
  const folder = folderWith({ 'api.json': JSON.stringify(DESCRIPTION) });
  await runOnce({
    spec: path.join(folder, 'api.json'),
    target: { baseUrl: server.url },
    seed: 3,
    concurrency: 1,
    phases: [],
    values,
    ...options,
  });
  return server.received;
}

const boxOf = ({ body }: Received): Values => (JSON.parse(body) as { box: Values }).box;

test('the plain request has the first of each, a member by its own name or its pointer, there or not', async () => {
  const [first] = await received({
    Create: { locale: ['en', 'fr'], name: 'given', '/box/colour': 'red', note: ['new', 'old'] },
  });

  expect(first?.target).toBe('/boxes?locale=en');
  expect(first && boxOf(first)).toEqual({ name: 'given', colour: 'red', note: 'new' });
});

test('what is drawn has no other value of them, and each of those that are given', async () => {
  const all = await received(
    { Create: { locale: ['en', 'fr'], '/box/name': ['one', 'two'], colour: 'red' } },
    { phases: ['fuzz'], maxCases: 120, checks: { 'accepts-invalid': 'off' } },
  );

  const drawn = all.slice(1).filter(({ body }) => isBox(body));
  const seen = (name: string): ReadonlySet<unknown> =>
    new Set(drawn.map((one) => boxOf(one)[name]));
  expect(drawn.length).toBeGreaterThan(30);
  // Violations break a member of the plain request, whatever is given for it.
  expect([...seen('name')].filter((value) => typeof value === 'string')).toEqual(
    expect.arrayContaining(['one', 'two']),
  );
  const locales = drawn.map(({ target }) => new URL(target, 'http://x').searchParams.get('locale'));
  expect(new Set(locales)).toEqual(new Set(['en', 'fr', null]));
});

function isBox(body: string): boolean {
  const value = JSON.parse(body) as { readonly box?: unknown } | null;
  return typeof value?.box === 'object' && value.box !== null;
}
