import { describe, expect, test } from 'vitest';
import { utf8Valid } from '../../src/checks/utf8-valid.ts';
import type { Verdict } from '../../src/checks/verdict.ts';
import { judged, respondingWith } from './judged.ts';

const api = await respondingWith("'200': { description: D }");
const JSON_TYPE = [['Content-Type', 'application/problem+json']] as const;
const answering = (body: string | Uint8Array, sent?: string): Verdict =>
  judged(utf8Valid, {
    api,
    headers: JSON_TYPE,
    body,
    request: sent === undefined ? {} : { body: Buffer.from(sent) },
  });

describe('accepts', () => {
  test.each([
    ['characters of every plane', '{"a":"é中😀"}'],
    ['a pair of escapes', '{"a":"\\ud83d\\ude00"}'],
    ['a backslash before what looks like an escape', '{"a":"\\\\ud83d"}'],
    ['other escapes beside pairs', '{"a":"\\n\\u00e9\\ud83d\\ude00\\u0041"}'],
  ])('%s', (_what, body) => {
    expect(answering(body)).toEqual({ kind: 'pass' });
  });

  test('half a pair, where the request held one', () => {
    expect(answering('{"a":"\\ud83d"}', '{"a":"\\ud83d"}')).toEqual({ kind: 'pass' });
  });

  test.each(['\\ud800', '\\udfff'])('%s, which hostile requests of the run hold', (half) => {
    expect(answering(`{"a":"x${half}y"}`)).toEqual({ kind: 'pass' });
  });

  test.each([
    ['another type', [['Content-Type', 'image/png']]],
    ['no type', []],
  ] as const)('any bytes of %s', (_what, headers) => {
    expect(judged(utf8Valid, { api, headers, body: Uint8Array.of(0xff) }).kind).toBe('skipped');
  });

  test.each(['text/plain', 'text/plain; charset=iso-8859-1', 'text/csv; charset="latin1"'])(
    'Latin-1 as %s, which does not say that it is UTF-8',
    (type) => {
      const given = { api, headers: [['Content-Type', type] as const], body: Uint8Array.of(0xe9) };
      expect(judged(utf8Valid, given).kind).toBe('skipped');
    },
  );

  test('a byte order mark before text, which may have one', () => {
    const headers = [['Content-Type', 'text/plain; charset=utf-8'] as const];
    expect(judged(utf8Valid, { api, headers, body: '\ufeffa' })).toEqual({ kind: 'pass' });
  });

  test('nothing', () => {
    expect(answering('').kind).toBe('skipped');
  });
});

describe('rejects', () => {
  test('bytes of another encoding', () => {
    expect(answering(Uint8Array.of(0x22, 0xe9, 0x22))).toEqual({
      kind: 'fail',
      findings: [
        {
          title: 'The body is not valid UTF-8',
          detail: '',
          at: '',
          place: 'openapi.yaml#/paths/~1a/get/responses/200',
          keyword: 'utf8',
          expected: 'UTF-8',
          actual: 'other bytes',
        },
      ],
    });
  });

  test.each(['text/plain; charset=utf-8', 'text/csv;charset="UTF-8"; header=present'])(
    'Latin-1 as %s',
    (type) => {
      const given = { api, headers: [['Content-Type', type] as const], body: Uint8Array.of(0xe9) };
      expect(judged(utf8Valid, given)).toMatchObject({
        kind: 'fail',
        findings: [{ keyword: 'utf8' }],
      });
    },
  );

  test('a byte order mark before JSON', () => {
    expect(answering('\ufeff{}')).toMatchObject({ kind: 'fail', findings: [{ keyword: 'bom' }] });
  });

  test.each([
    ['the first half alone', '{"a":"x\\ud83d"}', '\\ud83d'],
    ['the second half alone', '{"a":"\\uDE00x"}', '\\ude00'],
    ['halves the wrong way round', '{"a":"\\ude00\\ud83d"}', '\\ude00'],
    ['a half behind an escaped backslash', '{"a":"\\\\\\ud83d"}', '\\ud83d'],
    ['a half behind a pair', '{"a":"\\ud83d\\ude00\\ud83d"}', '\\ud83d'],
  ])('%s', (_what, body, actual) => {
    expect(answering(body)).toMatchObject({
      kind: 'fail',
      findings: [{ keyword: 'surrogate', actual }],
    });
  });
});
