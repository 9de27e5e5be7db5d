import { describe, expect, test } from 'vitest';

import type { Api } from '../../../src/spec/api.ts';
import { loadOperation, loadPaths, operationOf, problemLines } from '../load-text.ts';

const names = (api: Api, id = 'a'): readonly string[] =>
  operationOf(api, id).parameters.map(({ name, in: location }) => `${location}:${name}`);

describe('path templates', () => {
  test('a placeholder that nothing declares is sent all the same, and told once for its path', async () => {
    const api = await loadPaths(`
      paths:
        /a/{b}:
          get: { operationId: get, responses: { '200': { description: D } } }
          put: { operationId: put, responses: { '200': { description: D } } }
    `);

    expect(operationOf(api, 'get').parameters).toEqual([
      {
        name: 'b',
        in: 'path',
        required: true,
        style: 'simple',
        explode: false,
        allowReserved: false,
        schema: undefined,
        content: undefined,
        examples: [],
        enforced: true,
        declared: false,
        place: 'openapi.yaml#/paths/~1a~1{b}/get',
      },
    ]);
    expect(problemLines(api)).toEqual([
      '4 undeclared-path-parameter no parameter declares {b} of /a/{b}; any text is taken as valid there [get put]',
    ]);
  });

  test('a path parameter that is not in the template is left out, and told where it is referred to', async () => {
    const api = await loadPaths(`
      paths:
        /a:
          get:
            operationId: a
            parameters: [{ $ref: '#/components/parameters/Agent' }]
            responses: { '200': { description: D } }
        /a/{agent}:
          get:
            operationId: b
            parameters: [{ $ref: '#/components/parameters/Agent' }]
            responses: { '200': { description: D } }
      components:
        parameters:
          Agent: { name: agent, in: path, required: true, schema: { type: integer } }
    `);

    expect(names(api)).toEqual([]);
    expect(names(api, 'b')).toEqual(['path:agent']);
    expect(problemLines(api)).toEqual([
      '7 unused-path-parameter path parameter "agent" is not in the template /a; it is left out [a]',
    ]);
  });

  test('dangling parameters explain as many placeholders as they are, by name first', async () => {
    const api = await loadPaths(`
      paths:
        /{other}/{third}/{ticket_id}:
          get:
            operationId: a
            parameters:
              - $ref: '#/components/parameters/TicketId'
              - $ref: '#/components/parameters/Something'
            responses: { '200': { description: D } }
    `);

    expect(names(api)).toEqual(['path:other', 'path:third', 'path:ticket_id']);
    expect(api.problems.map(({ code, message }) => [code, message.split(';')[0]])).toEqual([
      [
        'dangling-reference',
        '"#/components/parameters/TicketId" leads nowhere, since there is no such part',
      ],
      [
        'dangling-reference',
        '"#/components/parameters/Something" leads nowhere, since there is no such part',
      ],
      [
        'undeclared-path-parameter',
        'no parameter declares {third} of /{other}/{third}/{ticket_id}',
      ],
    ]);
  });

  test('placeholders stand anywhere in a segment, and one that stands twice is one', async () => {
    const api = await loadPaths(`
      paths:
        /a/{id}.{ext}/({id}):
          get:
            operationId: a
            parameters:
              - { name: id, in: path, required: true, schema: {} }
              - { name: ext, in: path, required: true, schema: {} }
            responses: { '200': { description: D } }
    `);

    expect(names(api)).toEqual(['path:id', 'path:ext']);
    expect(api.problems).toEqual([]);
  });
});

test('an optional path parameter is taken as required, whether it says so or says nothing', async () => {
  const api = await loadPaths(`
    paths:
      /{b}/{c}:
        get:
          operationId: a
          parameters:
            - { name: b, in: path, required: false, schema: {} }
            - { name: c, in: path, schema: {} }
          responses: { '200': { description: D } }
  `);

  expect(operationOf(api, 'a').parameters.map(({ required }) => required)).toEqual([true, true]);
  expect(problemLines(api)).toEqual([
    '8 wrong-part a path parameter cannot be optional; it is taken as required [a]',
    '9 missing-part a path parameter must say required: true; it is taken as required [a]',
  ]);
});

test('parameters of the operation override those of the path item, header names in any case', async () => {
  const api = await loadPaths(`
    paths:
      /a:
        parameters:
          - { name: q, in: query, schema: { type: string } }
          - { name: X-A, in: header, schema: { type: string } }
          - { name: q, in: header, schema: { type: string } }
        get:
          operationId: a
          parameters:
            - { name: q, in: query, required: true, schema: { type: string } }
            - { name: x-a, in: header, schema: { type: string } }
          responses: { '200': { description: D } }
  `);

  expect(names(api)).toEqual(['header:q', 'query:q', 'header:x-a']);
  expect(operationOf(api, 'a').parameters[1]?.required).toBe(true);
  expect(api.problems).toEqual([]);
});

test('header parameters that OAS ignores are left out without a word', async () => {
  const api = await loadOperation(`
    parameters:
      - { name: Accept, in: header, schema: {} }
      - { name: content-type, in: header, schema: {} }
      - { name: AUTHORIZATION, in: header, schema: {} }
      - { name: Accept, in: query, schema: {} }
    responses: { '200': { description: D } }
  `);

  expect(names(api)).toEqual(['query:Accept']);
  expect(api.problems).toEqual([]);
});

describe('a parameter that is wrong', () => {
  test.each([
    [
      '{ name: q, in: body, schema: {} }',
      [],
      'wrong-part parameter "q" must be in path, query, header or cookie; it is left out',
    ],
    [
      '{ in: query, schema: {} }',
      [],
      'wrong-part a parameter must be an object with a name; it is left out',
    ],
    ['text', [], 'wrong-part a parameter must be an object with a name; it is left out'],
    ['{ $ref: 5 }', [], 'wrong-part $ref must be a string; the parameter is left out'],
    [
      '{ name: q, in: query }',
      ['query:q'],
      'missing-part parameter "q" has neither schema nor content; any text is taken as valid',
    ],
    [
      '{ name: q, in: query, style: matrix, schema: {} }',
      ['query:q'],
      'wrong-part style "matrix" is none that a query parameter can have; "form" is assumed',
    ],
    [
      '{ name: q, in: cookie, style: frm, schema: {} }',
      ['cookie:q'],
      'wrong-part style "frm" is none that a cookie parameter can have; "form" is assumed',
    ],
    [
      '{ name: q, in: query, required: "yes", schema: {} }',
      ['query:q'],
      'wrong-part required must be true or false; false is assumed',
    ],
    [
      '{ name: q, in: query, schema: {}, content: { text/plain: {} } }',
      ['query:q'],
      'wrong-part parameter "q" has both schema and content; the schema is used',
    ],
    [
      '{ name: q, in: query, content: { text/plain: {}, text/html: {} } }',
      ['query:q'],
      "wrong-part a parameter's content must be one media type; the first is used",
    ],
    [
      '{ name: q, in: query, x-enforced: 0, schema: {} }',
      ['query:q'],
      'wrong-part x-enforced must be true or false; true is assumed',
    ],
  ])('%s', async (parameter, kept, problem) => {
    const api = await loadOperation(`
      parameters:
        - ${parameter}
      responses: { '200': { description: D } }
    `);

    expect(names(api)).toEqual(kept);
    expect(problemLines(api)).toEqual([`8 ${problem} [a]`]);
  });

  test('stands twice: the first counts', async () => {
    const api = await loadOperation(`
      parameters:
        - { name: q, in: query, schema: { type: string } }
        - { name: q, in: query, schema: { type: integer } }
      responses: { '200': { description: D } }
    `);

    expect(operationOf(api, 'a').parameters.map(({ schema }) => schema?.schema)).toEqual([
      { type: 'string' },
    ]);
    expect(problemLines(api)).toEqual([
      '9 wrong-part parameter "q" in query is declared twice; the first counts [a]',
    ]);
  });

  test('is no list: all are left out', async () => {
    const api = await loadOperation(`
      parameters: { q: { in: query } }
      responses: { '200': { description: D } }
    `);

    expect(problemLines(api)).toEqual([
      '7 wrong-part parameters must be a list; it is left out [a]',
    ]);
  });
});

test('references that lead back to themselves are one problem for the circle', async () => {
  const api = await loadPaths(`
    paths:
      /a:
        get:
          operationId: a
          parameters: [{ $ref: '#/components/parameters/One' }]
          responses: { '200': { description: D } }
        put:
          operationId: b
          parameters: [{ $ref: '#/components/parameters/Two' }]
          responses: { '200': { description: D } }
    components:
      parameters:
        One: { $ref: '#/components/parameters/Two' }
        Two: { $ref: '#/components/parameters/One' }
  `);

  expect(names(api)).toEqual([]);
  expect(api.problems.map(({ code, operations }) => [code, operations])).toEqual([
    ['circular-reference', ['a', 'b']],
  ]);
});

test('a chain of references is followed to its end', async () => {
  const whole = await loadPaths(`
    paths:
      /a:
        get:
          operationId: a
          parameters: [{ $ref: '#/components/parameters/One', description: Beside is allowed }]
          responses: { '200': { description: D } }
    components:
      parameters:
        One: { $ref: '#/components/parameters/Two' }
        Two: { name: q, in: query, schema: { type: string } }
  `);

  expect(names(whole)).toEqual(['query:q']);
  expect(whole.problems).toEqual([]);
});
