import { describe, expect, test } from 'vitest';

import { parseText, type ParsedText } from '../../../src/spec/files/parse-text.ts';

function valueOf(text: string, name = 'a.yaml'): unknown {
  const parsed = parseText(text, name);
  if (parsed.kind !== 'parsed') throw new Error(JSON.stringify(parsed));
  return parsed.value;
}

function brokenAt(parsed: ParsedText): string {
  if (parsed.kind !== 'broken') throw new Error(`it is ${parsed.kind}`);
  return `${parsed.format} ${parsed.position.line}:${parsed.position.column}`;
}

describe('YAML is read as version 1.2 with the core schema', () => {
  test.each<[string, unknown]>([
    ['a: =', { a: '=' }],
    ['[on, off, yes, no, y, n]', ['on', 'off', 'yes', 'no', 'y', 'n']],
    ['200: ok', { 200: 'ok' }],
    ['a: 2020-01-01', { a: '2020-01-01' }],
    ['a: 12:30:00', { a: '12:30:00' }],
    ['a: 1_000', { a: '1_000' }],
    ['a: 010', { a: 10 }],
    ['a: 0o10', { a: 8 }],
    ['a: ~', { a: null }],
    ['? null', { '': null }],
    ['a: &x { b: 1 }\nc: *x', { a: { b: 1 }, c: { b: 1 } }],
    ['a: !Custom text', { a: 'text' }],
    ['a: <<', { a: '<<' }],
  ])('%s', (text, value) => {
    expect(valueOf(text)).toEqual(value);
  });

  test('but merge keys are merged, and no others of that name', () => {
    expect(valueOf('a: &x { b: 1, c: 1 }\nd: { <<: *x, c: 2 }')).toMatchObject({
      d: { b: 1, c: 2 },
    });
    expect(valueOf('<<: 5')).toEqual({ '<<': 5 });
  });
});

describe('JSON is read by what it looks like, not by its name', () => {
  test('with a byte order mark, or under a YAML name', () => {
    expect(valueOf('\uFEFF{"a": 1}')).toEqual({ a: 1 });
    expect(valueOf('\n [1, 2]', 'a.yml')).toEqual([1, 2]);
  });

  test('a member called __proto__ is a member', () => {
    expect(Object.keys(valueOf('{"__proto__": 1}') as object)).toEqual(['__proto__']);
    expect(Object.keys(valueOf('__proto__: 1') as object)).toEqual(['__proto__']);
  });

  test('flow-style YAML that begins like JSON is read as YAML', () => {
    expect(valueOf('{ a: [1, b], }')).toEqual({ a: [1, 'b'] });
  });
});

describe('a mistake is found where it stands', () => {
  test.each([
    ['a: [1, 2\nb: 3', 'a.yaml', 'YAML 2:1'],
    ['a:\n\t- b', 'a.yaml', 'YAML 2:1'],
    ['a: b: c', 'a.yaml', 'YAML 1:4'],
    ['a: 1\n---\nb: 2', 'a.yaml', 'YAML 2:1'],
    ["x: 'open\ny: 1\n", 'a.yaml', 'YAML 1:4'],
    ['a: *b', 'a.yaml', 'YAML 1:4'],
    ['{\n  "a": 1,\n  "b" 2\n}', 'a.json', 'JSON 3:7'],
    ['{"a": 1,}', 'a.json', 'JSON 1:9'],
    ['{"a": 1', 'a.json', 'JSON 1:8'],
    ['{"a": 1} // comment', 'a.json', 'JSON 1:10'],
  ])('%j in %s', (text, name, at) => {
    expect(brokenAt(parseText(text, name))).toBe(at);
  });

  test('a media type tells JSON as well as a name does', () => {
    expect(brokenAt(parseText('{"a": 1,}', 'https://a.example/spec', 'application/json'))).toBe(
      'JSON 1:9',
    );
  });

  test('an alias within its own anchor is a mistake, not a crash', () => {
    expect(brokenAt(parseText('a: &x { b: *x }', 'a.yaml'))).toBe('YAML 1:12');
  });
});

test('aliases that multiply beyond bounds are refused, honest ones are not', () => {
  const laughs = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 9; level++) {
    const alias = Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ');
    laughs.push(`a${level}: &a${level} [${alias}]`);
  }
  const honest = ['a: &a { b: 1 }', ...Array.from({ length: 500 }, (_, index) => `k${index}: *a`)];

  expect(parseText(laughs.join('\n'), 'a.yaml').kind).toBe('broken');
  expect(parseText(honest.join('\n'), 'a.yaml').kind).toBe('parsed');
});

test.each(['', ' \n', '# a comment\n', '---\n', '\uFEFF'])('%j is empty', (text) => {
  expect(parseText(text, 'a.yaml')).toEqual({ kind: 'empty' });
});

test('keys that stand twice are told by where they stand, in lists too', () => {
  const parsed = parseText('a:\n  - b: 1\n    b: 2\nc: 1\nc: 2', 'a.yaml');

  expect(parsed).toMatchObject({
    value: { a: [{ b: 2 }], c: 2 },
    repeatedKeys: [['a', '0', 'b'], ['c']],
  });
});
