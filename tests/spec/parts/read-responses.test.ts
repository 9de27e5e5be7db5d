import { describe, expect, test } from 'vitest';

import { loadOperation, loadPaths, operationOf, problemLines } from '../load-text.ts';

describe('responses that are wrong', () => {
  test.each([
    [
      'summary: none',
      [],
      'missing-part the operation declares no responses; its answers are only checked in general',
    ],
    [
      'responses: {}',
      [],
      'missing-part the operation declares no responses; its answers are only checked in general',
    ],
    ['responses: []', [], 'wrong-part responses must be an object; no answer counts as declared'],
    [
      'responses: { 2xx: { description: D } }',
      ['2XX'],
      'wrong-part status range "2xx" must be written in capitals; it is read as such',
    ],
    [
      "responses: { ok: { description: D }, '200': { description: D } }",
      ['200'],
      'wrong-part "ok" is no status; the response is left out',
    ],
    [
      "responses: { '600': { description: D }, default: { description: D } }",
      ['default'],
      'wrong-part "600" is no status; the response is left out',
    ],
    [
      "responses: { '200': text }",
      ['200'],
      'wrong-part a response must be an object; only its status counts as declared',
    ],
    [
      "responses: { '200': { description: D, content: [] } }",
      ['200'],
      'wrong-part content must be an object of media types; it is left out',
    ],
    [
      "responses: { '200': { description: D, content: { json: {} } } }",
      ['200'],
      'wrong-part "json" is no media type; it is left out',
    ],
    [
      "responses: { '200': { description: D, content: { text/plain: 5 } } }",
      ['200'],
      'wrong-part a media type must be an object; its content is taken as unknown',
    ],
    [
      "responses: { '200': { description: D, headers: { X-A: 5 } } }",
      ['200'],
      'wrong-part a header must be an object; it is left out',
    ],
    [
      "responses: { '200': { description: D, links: { l: {} } } }",
      ['200'],
      'missing-part a link must name an operation by operationId or operationRef; it is left out',
    ],
    [
      "responses: { '200': { description: D, links: { l: { operationId: b } } } }",
      ['200'],
      'dangling-reference no operation is called "b"; the link is left out',
    ],
    [
      "responses: { '200': { description: D, links: { l: { operationRef: '#/info' } } } }",
      ['200'],
      'wrong-part operationRef "#/info" leads to no operation; the link is left out',
    ],
  ])('%s', async (yaml, statuses, problem) => {
    const api = await loadOperation(yaml);

    expect(operationOf(api, 'a').responses.map(({ status }) => status)).toEqual(statuses);
    expect(problemLines(api).map((line) => line.replace(/^\d+ /, ''))).toEqual([`${problem} [a]`]);
  });
});

test('extensions among responses are no statuses, headers that begin with x are headers', async () => {
  const api = await loadOperation(`
    responses:
      x-note: any
      '200':
        description: D
        headers: { x-count: { schema: { type: integer } } }
  `);

  expect(api.problems).toEqual([]);
  expect(operationOf(api, 'a').responses.map(({ headers }) => headers[0]?.name)).toEqual([
    'x-count',
  ]);
});

test('a link that names a missing operation is told once, however often', async () => {
  const link = 'links: { l: { operationId: gone } }';
  const api = await loadPaths(`
    paths:
      /a: { get: { operationId: a, responses: { '200': { description: D, ${link} } } } }
      /b: { get: { operationId: b, responses: { '200': { description: D, ${link} } } } }
  `);

  expect(api.problems.map(({ code, operations }) => [code, operations])).toEqual([
    ['dangling-reference', ['a', 'b']],
  ]);
});

describe('a request body that cannot be sent', () => {
  test.each([
    ['text', 'wrong-part a request body must be an object; no body is sent'],
    ['{}', 'missing-part the request body has no content; no body is sent'],
    [
      "{ $ref: '#/components/requestBodies/Gone' }",
      'dangling-reference "#/components/requestBodies/Gone" leads nowhere, since there is no such part; no body is sent',
    ],
  ])('%s', async (body, problem) => {
    const api = await loadOperation(
      `requestBody: ${body}\nresponses: { '200': { description: D } }`,
    );

    expect(operationOf(api, 'a').requestBody).toBeUndefined();
    expect(problemLines(api)).toEqual([expect.stringContaining(`${problem} [a]`)]);
  });
});

describe('examples', () => {
  const load = (examples: string): ReturnType<typeof loadOperation> =>
    loadOperation(
      `responses: { '200': { description: D, content: { text/plain: { ${examples} } } } }`,
    );

  test.each([
    ['example: null', [['example', null]], []],
    ['examples: { a: { value: 1 }, b: { externalValue: "https://x.example" } }', [['a', 1]], []],
    [
      'example: 1, examples: { a: { value: 2 } }',
      [
        ['example', 1],
        ['a', 2],
      ],
      [],
    ],
    [
      'examples: [1, { value: 2 }]',
      [
        ['0', 1],
        ['1', { value: 2 }],
      ],
      ['examples must be an object of Example Objects; its items are taken as values'],
    ],
    ['examples: text', [], ['examples must be an object of Example Objects; it is left out']],
    [
      'examples: { a: { name: Ann } }',
      [],
      [
        'an Example Object holds its value under "value" and has no "name"; the example is left out',
      ],
    ],
    ['examples: { a: 5 }', [], ['an Example Object must be an object; the example is left out']],
    ['examples: { a: { summary: S, x-note: N }, b: {} }', [], []],
  ])('%s', async (yaml, examples, messages) => {
    const api = await load(yaml);

    const found = operationOf(api, 'a').responses[0]?.content[0]?.examples;
    expect(found?.map(({ name, value }) => [name, value])).toEqual(examples);
    expect(api.problems.map(({ message }) => message)).toEqual(messages);
  });
});
