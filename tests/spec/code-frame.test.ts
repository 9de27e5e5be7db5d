import { expect, test } from 'vitest';
import { codeFrame } from '../../src/spec/code-frame.ts';
import { loadSchema } from './load-text.ts';

const TEXT = Array.from({ length: 12 }, (_, index) => `line ${String(index + 1)}`).join('\r\n');

test('two lines before and after, the one that is meant marked, its column pointed at', () => {
  expect(codeFrame(TEXT, { line: 9, column: 6 })).toEqual([
    '   7 | line 7',
    '   8 | line 8',
    '>  9 | line 9',
    '     |      ^',
    '  10 | line 10',
    '  11 | line 11',
  ]);
});

test('at the edges of a text there is less to show', () => {
  expect(codeFrame(TEXT, { line: 1, column: 1 })).toEqual([
    '> 1 | line 1',
    '    | ^',
    '  2 | line 2',
    '  3 | line 3',
  ]);
  expect(codeFrame(TEXT, { line: 12, column: 1 })).toHaveLength(4);
});

test.each([13, 99])('line %i, which the text lacks, shows nothing', (line) => {
  expect(codeFrame(TEXT, { line, column: 1 })).toEqual([]);
});

test('a long line is cut; a text on one line is not shown', () => {
  const long = `short\n${'x'.repeat(400)}`;
  expect(codeFrame(long, { line: 2, column: 200 })).toEqual([
    '  1 | short',
    `> 2 | …${'x'.repeat(159)}…`,
    `    | ${' '.repeat(41)}^`,
  ]);
  expect(codeFrame(long, { line: 1, column: 1 })[2]).toBe(`  2 | ${'x'.repeat(160)}…`);
  expect(codeFrame('x'.repeat(10_000), { line: 1, column: 50 })).toEqual([]);
});

test('a line is shown from its middle on where the mark is far to the right', () => {
  const line = `${'-'.repeat(99)}{ here }`;
  const [shown = '', mark = ''] = codeFrame(line, { line: 1, column: 100 });

  expect(shown).toBe(`> 1 | …${'-'.repeat(40)}{ here }`);
  expect(shown[mark.indexOf('^')]).toBe('{');
});

test('a place of a description is shown with its lines; a place in no file is not', async () => {
  const api = await loadSchema('type: string\nminLength: 3');
  const at = 'openapi.yaml#/paths/~1a/get/responses/200/content/application~1json/schema';
  expect(api.documents.frame(`${at}/minLength`)).toEqual([
    '  12 |               schema:',
    '  13 |                 type: string',
    '> 14 |                 minLength: 3',
    '     |                 ^',
  ]);
  expect(api.documents.frame(`${at}/maxLength`)[2]).toBe('> 12 |               schema:');
  expect(api.documents.frame('none.yaml#/a')).toEqual([]);
});
