import { expect, test } from 'vitest';

import { loadPaths, operationOf, problemLines } from '../load-text.ts';

const answers = "responses: { '200': { description: D } }";

test('a fault in a scheme touches the operations that ask for it, inherited or not', async () => {
  const api = await loadPaths(`
    security: [{ key: [] }]
    paths:
      /a: { get: { operationId: a, ${answers} } }
      /b: { get: { operationId: b, security: [{ basic: [] }], ${answers} } }
      /c: { get: { operationId: c, security: [], ${answers} } }
    components:
      securitySchemes:
        key: { type: apiKey, in: body, name: K }
        basic: { type: http, scheme: basic }
        old: { type: basic }
        nameless: { type: apiKey, in: header }
        mute: { type: http }
        tls: { type: mutualTLS }
        oidc: { type: openIdConnect, openIdConnectUrl: https://x.example }
  `);

  expect(problemLines(api)).toEqual([
    '10 wrong-part security scheme "key" needs an "in" of query, header or cookie; it is left out [a]',
    '12 wrong-part security scheme "old" needs a type of OpenAPI; it is left out []',
    '13 wrong-part security scheme "nameless" needs a name; it is left out []',
    '14 wrong-part security scheme "mute" needs a scheme; it is left out []',
  ]);
  expect(Object.keys(api.securitySchemes)).toEqual(['basic', 'tls', 'oidc']);
  expect(operationOf(api, 'a').security).toEqual([{ key: [] }]);
  expect(operationOf(api, 'c').security).toEqual([]);
});

test('an undeclared scheme is told once, and the requirement stays', async () => {
  const api = await loadPaths(`
    security: [{ gone: [] }]
    paths:
      /a: { get: { operationId: a, ${answers} } }
      /b: { get: { operationId: b, ${answers} } }
  `);

  expect(problemLines(api)).toEqual([
    '3 dangling-reference no security scheme is called "gone"; how to meet it is unknown [a b]',
  ]);
  expect(operationOf(api, 'b').security).toEqual([{ gone: [] }]);
});

test('security that is no list, and requirements that are no objects, are left out', async () => {
  const api = await loadPaths(`
    paths:
      /a: { get: { operationId: a, security: { key: [] }, ${answers} } }
      /b: { get: { operationId: b, security: [key], ${answers} } }
  `);

  expect(api.problems.map(({ message, operations }) => [message, operations])).toEqual([
    ['security must be a list; it is left out', ['a']],
    ['a security requirement must be an object; it is left out', ['b']],
  ]);
});
