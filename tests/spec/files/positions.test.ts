import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { jsonPositions } from '../../../src/spec/files/json-positions.ts';
import { parseText } from '../../../src/spec/files/parse-text.ts';

function at(text: string, tokens: readonly string[]): string {
  const parsed = parseText(text, 'a.yaml');
  if (parsed.kind !== 'parsed') throw new Error(JSON.stringify(parsed));
  const { line, column } = parsed.findPosition(tokens);
  return `${line}:${column}`;
}

const yaml = `# comment
paths:
  /a/{b}:
    get:
      tags: [one, two]
  "200": x
  404: y
base: &base
  deep: { er: 1 }
copy: *base
`;

const json = `
{
  "paths": {
    "/a/{b}": { "get": { "tags": ["one", "tw\\"o{"] } },
    "k\\u0065y": [ { "a": 1 }, [], {} , -1.5e3, null ]
  }
}`;

describe('a part is where its key is, an item where it begins', () => {
  test.each([
    [yaml, [], '2:1'],
    [yaml, ['paths'], '2:1'],
    [yaml, ['paths', '/a/{b}', 'get'], '4:5'],
    [yaml, ['paths', '/a/{b}', 'get', 'tags', '1'], '5:19'],
    [yaml, ['paths', '200'], '6:3'],
    [yaml, ['paths', '404'], '7:3'],
    [yaml, ['copy', 'deep', 'er'], '9:11'],
    [json, [], '2:1'],
    [json, ['paths', '/a/{b}', 'get'], '4:17'],
    [json, ['paths', '/a/{b}', 'get', 'tags', '1'], '4:42'],
    [json, ['paths', 'key'], '5:5'],
    [json, ['paths', 'key', '0', 'a'], '5:21'],
    [json, ['paths', 'key', '4'], '5:48'],
  ])('%#: %j', (text, tokens, position) => {
    expect(at(text, tokens)).toBe(position);
  });
});

describe('what does not exist is at its nearest parent', () => {
  test.each([
    [yaml, ['paths', '/a/{b}', 'put', 'tags'], '3:3'],
    [yaml, ['paths', '/a/{b}', 'get', 'tags', '7'], '5:7'],
    [yaml, ['nothing'], '2:1'],
    [json, ['paths', 'key', '0', 'b', 'c'], '5:19'],
    [json, ['paths', 'key', '3', 'b'], '5:40'],
    [json, ['paths', 'constructor'], '3:3'],
  ])('%#: %j', (text, tokens, position) => {
    expect(at(text, tokens)).toBe(position);
  });
});

test('in any JSON text the position of every part is where its text stands', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 1, 2, '\t'), (value, indent) => {
      const text = JSON.stringify({ top: value }, null, indent);
      const find = jsonPositions(text);
      const lines = text.split('\n');
      const check = (part: unknown, tokens: readonly string[], label: string): void => {
        const { line, column } = find(tokens);
        expect(lines[line - 1]?.slice(column - 1).startsWith(label)).toBe(true);
        if (typeof part !== 'object' || part === null) return;
        for (const [key, child] of Object.entries(part)) {
          const childLabel = Array.isArray(part)
            ? (JSON.stringify(child).at(0) ?? '')
            : JSON.stringify(key);
          check(child, [...tokens, key], childLabel);
        }
      };
      check({ top: value }, [], '{');
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('a position in Windows line ends counts lines alike', () => {
  expect(at('a: 1\r\nb:\r\n  c: 2\r\n', ['b', 'c'])).toBe('3:3');
  expect(at('{\r\n "a": 1,\r\n "b": 2 }', ['b'])).toBe('3:2');
});
