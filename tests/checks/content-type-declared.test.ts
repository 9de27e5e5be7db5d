import { describe, expect, test } from 'vitest';
import type { Intent } from '../../src/cases/intent.ts';
import { contentTypeDeclared } from '../../src/checks/content-type-declared.ts';
import type { Verdict } from '../../src/checks/verdict.ts';
import { judged, respondingWith, VALID } from './judged.ts';

async function answeredBy(
  declared: string,
  lines: readonly string[],
  given: { readonly status?: number; readonly body?: string; readonly intent?: Intent } = {},
): Promise<Verdict> {
  const api = await respondingWith(`'200': { description: D, content: { ${declared}: {} } }`);
  const headers = lines.map((line) => ['Content-Type', line] as const);
  return judged(contentTypeDeclared, { api, headers, body: 'x', ...given });
}

describe('accepts', () => {
  test.each([
    ['application/json', 'application/json'],
    ['application/json', 'Application/JSON; charset=utf-8'],
    ["'application/json; charset=utf-8'", 'application/json'],
    ["'application/*'", 'application/vnd.api+json'],
    ["'*/*'", 'image/png'],
    ["'application/*+json'", 'application/problem+json'],
  ])('%s answered as %s', async (declared, line) => {
    expect(await answeredBy(declared, [line])).toEqual({ kind: 'pass' });
  });

  test('two lines, of which one is declared', async () => {
    const lines = ['application/json', 'application/json'];
    expect(await answeredBy('application/json', lines)).toEqual({ kind: 'pass' });
  });

  test('an empty body without a type', async () => {
    const verdict = await answeredBy('application/json', [], { body: '' });
    expect(verdict).toEqual({ kind: 'skipped', why: 'no body' });
  });

  test.each([204, 304])('status %i, whatever is declared', async (status) => {
    const api = await respondingWith(
      `'${String(status)}': { description: D, content: { a/b: {} } }`,
    );
    expect(judged(contentTypeDeclared, { api, status, body: 'x' }).kind).toBe('skipped');
  });

  test('an answer to HEAD', async () => {
    const api = await respondingWith("'200': { description: D, content: { a/b: {} } }");
    const given = { api, body: 'x', request: { method: 'HEAD' } };
    expect(judged(contentTypeDeclared, given).kind).toBe('skipped');
  });

  test('a response that declares no content', async () => {
    const api = await respondingWith("'200': { description: D }");
    expect(judged(contentTypeDeclared, { api, body: 'x' })).toEqual({
      kind: 'skipped',
      why: 'the response declares no content',
    });
  });

  test('a response that is not declared, or not known', async () => {
    const api = await respondingWith("'200': { $ref: '#/components/responses/None' }");
    expect(judged(contentTypeDeclared, { api, body: 'x' }).kind).toBe('skipped');
    expect(judged(contentTypeDeclared, { api, status: 404, body: 'x' }).kind).toBe('skipped');
  });

  test('a refusal of a probe, where only default declares a type', async () => {
    const api = await respondingWith(
      'default: { description: D, content: { application/json: {} } }',
    );
    const headers = [['Content-Type', 'text/html']] as const;
    const intent: Intent = { kind: 'undeclared-media-type', mediaType: 'x/y' };
    const given = { api, status: 415, headers, body: '<h1>' };
    expect(judged(contentTypeDeclared, { ...given, intent }).kind).toBe('skipped');
    expect(judged(contentTypeDeclared, { ...given, intent: VALID }).kind).toBe('fail');
  });

  test('what HTTP itself refuses, where only a range declares a type', async () => {
    const api = await respondingWith('4XX: { description: D, content: { application/json: {} } }');
    const headers = [['Content-Type', 'text/html']] as const;
    const given = { api, headers, body: '<h1>' };
    expect(judged(contentTypeDeclared, { ...given, status: 431 }).kind).toBe('skipped');
    expect(judged(contentTypeDeclared, { ...given, status: 400 }).kind).toBe('fail');
  });
});

describe('rejects', () => {
  test.each([
    ['missing', [], 'A body came without a Content-Type', null],
    ['malformed', ['json'], 'The Content-Type is not a media type', 'json'],
    ['undeclared', ['text/html'], 'Media type text/html is not declared', 'text/html'],
  ] as const)('a type that is %s', async (keyword, lines, title, actual) => {
    expect(await answeredBy('application/json', lines)).toEqual({
      kind: 'fail',
      findings: [
        {
          title,
          detail: 'Declared: application/json.',
          at: 'header:Content-Type',
          place: 'openapi.yaml#/paths/~1a/get/responses/200/content',
          keyword,
          expected: ['application/json'],
          actual,
        },
      ],
    });
  });

  test.each(['application/problem+json', 'text/json', 'application/xml'])(
    '%s, which is not application/json',
    async (line) => {
      expect((await answeredBy('application/json', [line])).kind).toBe('fail');
    },
  );

  test('a refusal of a probe whose status is declared', async () => {
    const api = await respondingWith(
      "'415': { description: D, content: { application/json: {} } }",
    );
    const intent: Intent = { kind: 'undeclared-media-type', mediaType: 'x/y' };
    const headers = [['Content-Type', 'text/html']] as const;
    const given = { api, intent, status: 415, headers, body: '<h1>' };
    expect(judged(contentTypeDeclared, given).kind).toBe('fail');
  });
});
