import { describe, expect, test } from 'vitest';
import type { Intent } from '../../src/cases/intent.ts';
import { responseHeaders } from '../../src/checks/response-headers.ts';
import type { HeaderField } from '../../src/wire/request.ts';
import { loadPaths } from '../spec/load-text.ts';
import { judged, respondingWith, titles } from './judged.ts';

const api = await loadPaths(`
paths:
  /a:
    get:
      operationId: a
      responses:
        '200':
          description: D
          headers:
            X-Rate: { schema: { $ref: '#/components/schemas/Rate' } }
            X-Flags: { schema: { type: array, items: { enum: [a, b] } } }
            X-Needed: { required: true, schema: { type: string, minLength: 2 } }
            X-Json: { content: { application/json: { schema: { type: object, required: [id] } } } }
            X-Free: { schema: true }
components:
  schemas:
    Rate: { type: integer, maximum: 100 }
`);
const NEEDED: HeaderField = ['X-Needed', 'yes'];
const withHeaders = (...headers: readonly HeaderField[]): readonly string[] =>
  titles(responseHeaders, { api, headers: [NEEDED, ...headers] });

describe('accepts', () => {
  test('headers that are what their schemas say, by any case of their names', () => {
    expect(
      withHeaders(['x-rate', '99'], ['X-FLAGS', 'a, b'], ['X-Json', '{"id":1}'], ['X-Free', '?']),
    ).toEqual([]);
  });

  test('optional headers that are missing', () => {
    expect(withHeaders()).toEqual([]);
  });

  test('a number behind a reference is read as a number', () => {
    expect(withHeaders(['X-Rate', '5'])).toEqual([]);
  });

  test('the same line twice, which says nothing new', () => {
    expect(withHeaders(['X-Rate', '5'], ['X-Rate', '5 '])).toEqual([]);
  });

  test('a list on two lines', () => {
    expect(withHeaders(['X-Flags', 'a'], ['X-Flags', 'b'])).toEqual([]);
  });

  test.each(['Content-Type', 'Connection', 'Transfer-Encoding'])(
    'a declared header %s, which others describe',
    async (name) => {
      const api = await respondingWith(
        `'200': { description: D, headers: { ${name}: { required: true, schema: { const: x } } } }`,
      );
      expect(judged(responseHeaders, { api }).kind).toBe('skipped');
    },
  );

  test('a refusal of a probe, where only default asks for the header', async () => {
    const api = await respondingWith(
      `default: { description: D, headers: { X-Id: { required: true, schema: {} } } }`,
    );
    const intent: Intent = { kind: 'malformed-body', how: 'cut short' };
    expect(judged(responseHeaders, { api, intent, status: 400 }).kind).toBe('skipped');
    expect(judged(responseHeaders, { api, status: 400 }).kind).toBe('fail');
  });

  test('a response that declares no headers', async () => {
    const api = await respondingWith("'200': { description: D }");
    expect(judged(responseHeaders, { api, headers: [['X-More', '1']] }).kind).toBe('skipped');
  });

  test('an empty list', () => {
    expect(withHeaders(['X-Flags', ''])).toEqual([]);
  });
});

describe('rejects', () => {
  test('a required header that is missing', () => {
    expect(judged(responseHeaders, { api })).toEqual({
      kind: 'fail',
      findings: [
        {
          title: 'Required header X-Needed is missing',
          detail: '',
          at: 'header:X-Needed',
          place: 'openapi.yaml#/paths/~1a/get/responses/200/headers/X-Needed',
          keyword: 'required',
          expected: 'a header X-Needed',
          actual: null,
        },
      ],
    });
  });

  test('a value that breaks its schema, at the place of the keyword behind the reference', () => {
    expect(judged(responseHeaders, { api, headers: [NEEDED, ['X-Rate', '101']] })).toMatchObject({
      kind: 'fail',
      findings: [
        {
          title: 'Header X-Rate must be <= 100',
          at: 'header:X-Rate',
          place: 'openapi.yaml#/components/schemas/Rate/maximum',
          keyword: 'maximum',
          expected: 100,
          actual: '101',
        },
      ],
    });
  });

  test.each<readonly [string, readonly HeaderField[]]>([
    ['words for a number', [['X-Rate', 'many']]],
    [
      'two different lines for one number',
      [
        ['X-Rate', '5'],
        ['X-Rate', '6'],
      ],
    ],
    ['an item that is none of the enum', [['X-Flags', 'a, c']]],
    ['JSON that lacks a member', [['X-Json', '{}']]],
    ['a text that is no JSON', [['X-Json', '{']]],
  ])('%s', (_what, headers) => {
    expect(withHeaders(...headers)).toHaveLength(1);
  });

  test('each wrong header is a finding of its own', () => {
    const headers: readonly HeaderField[] = [
      ['X-Rate', '101'],
      ['X-Needed', 'x'],
    ];
    expect(titles(responseHeaders, { api, headers })).toHaveLength(2);
  });
});
