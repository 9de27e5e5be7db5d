import { describe, expect, test } from 'vitest';

import { loadPaths, loadText, operationOf, problemLines } from '../load-text.ts';

const answers = "responses: { '200': { description: D } }";

test('an operationId that is taken gives way to method and path', async () => {
  const api = await loadPaths(`
    paths:
      /a:
        get: { operationId: same, ${answers} }
        put: { operationId: same, ${answers} }
        post: { ${answers} }
  `);

  expect(api.operations.map(({ id }) => id)).toEqual(['same', 'PUT /a', 'POST /a']);
  expect(problemLines(api)).toEqual([
    '6 duplicate-operation-id operationId "same" is taken; this operation is called "PUT /a" [PUT /a]',
  ]);
});

test('operations keep the order of the document, extensions are none', async () => {
  const api = await loadPaths(`
    paths:
      x-paths: 5
      /b: { delete: { ${answers} }, x-get: 5, get: { ${answers} }, description: B }
      /a: { trace: { ${answers} } }
  `);

  expect(api.operations.map(({ id }) => id)).toEqual(['DELETE /b', 'GET /b', 'TRACE /a']);
  expect(api.problems).toEqual([]);
});

describe('what is no operation', () => {
  test.each([
    ['/a: { get: 5 }', 'an operation must be an object; it is left out'],
    ['/a: { geet: {} }', 'a path item has no field "geet"; it is left out'],
    ['/a: text', 'a path item must be an object; it is left out'],
    [
      "/a: { $ref: '#/components/pathItems/Gone' }",
      '"#/components/pathItems/Gone" leads nowhere, since there is no such part; what it holds is not tested',
    ],
  ])('%s', async (item, message) => {
    const api = await loadPaths(`
      paths:
        ${item}
        /b: { get: { operationId: b, ${answers} } }
    `);

    expect(api.operations.map(({ id }) => id)).toEqual(['b']);
    expect(api.problems.map((problem) => [problem.message, problem.operations])).toEqual([
      [message, []],
    ]);
  });

  test('paths that is a list', async () => {
    const api = await loadPaths('paths: []');

    expect(api.operations).toEqual([]);
    expect(problemLines(api)).toEqual([
      '3 wrong-part paths must be an object; there is nothing to test []',
    ]);
  });
});

test('a path without its slash is read as if it had one', async () => {
  const api = await loadPaths(`paths: { a: { get: { operationId: a, ${answers} } } }`);

  expect(operationOf(api, 'a').path).toBe('/a');
  expect(api.problems.map(({ code }) => code)).toEqual(['wrong-part']);
});

test('two paths may share a path item: a defect in it touches both, ids stay distinct', async () => {
  const api = await loadText(
    `openapi: 3.1.0
info: { title: T, version: '1' }
paths:
  /a: { $ref: item.yaml }
  /b: { $ref: item.yaml }
`,
    { 'item.yaml': `get: { operationId: read, parameters: 5, ${answers} }\ngeet: {}\n` },
  );

  expect(api.operations.map(({ id, path }) => [id, path])).toEqual([
    ['read', '/a'],
    ['GET /b', '/b'],
  ]);
  expect(api.problems.map(({ message, operations }) => [message, operations])).toEqual([
    ['a path item has no field "geet"; it is left out', ['read', 'GET /b']],
    ['operationId "read" is taken; this operation is called "GET /b"', ['GET /b']],
    ['parameters must be a list; it is left out', ['read', 'GET /b']],
  ]);
});

test('a path item reference to itself is a problem, not an endless loop', async () => {
  const api = await loadPaths(`
    paths:
      /a: { $ref: '#/paths/~1b' }
      /b: { $ref: '#/paths/~1a' }
  `);

  expect(api.operations).toEqual([]);
  expect(api.problems.map(({ code }) => code)).toEqual(['circular-reference']);
});
