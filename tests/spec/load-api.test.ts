import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { loadApi } from '../../src/spec/load-api.ts';
import { loadPaths, loadText, operationOf, problemLines } from './load-text.ts';

const fixtures = path.resolve(import.meta.dirname, '../fixtures');

describe('a sound 3.0 description', () => {
  test('has no problems, and operations in document order', async () => {
    const api = await loadApi('bookshop.openapi.yaml', { cwd: fixtures });

    expect(api.problems).toEqual([]);
    expect(api.dialect).toBe('openapi-3.0');
    expect([api.title, api.version, api.source]).toEqual([
      'Bookshop',
      '1.2.0',
      'bookshop.openapi.yaml',
    ]);
    expect(api.servers).toEqual(['https://eu.books.example/v1']);
    expect(api.operations.map(({ id, method, path: template }) => [id, method, template])).toEqual([
      ['listBooks', 'GET', '/books'],
      ['addBook', 'POST', '/books'],
      ['readBook', 'GET', '/books/{bookId}'],
      ['DELETE /books/{bookId}', 'DELETE', '/books/{bookId}'],
    ]);
    expect(operationOf(api, 'listBooks')).toMatchObject({
      summary: 'Books, newest first',
      tags: ['books'],
      deprecated: false,
      place: 'bookshop.openapi.yaml#/paths/~1books/get',
    });
  });

  test('gives parameters their defaults, leaves out what OAS ignores, lets the operation override', async () => {
    const api = await loadApi('bookshop.openapi.yaml', { cwd: fixtures });

    const list = operationOf(api, 'listBooks').parameters;
    expect(
      list.map(({ name, style, explode, required }) => [name, style, explode, required]),
    ).toEqual([
      ['limit', 'form', true, false],
      ['genre', 'pipeDelimited', false, false],
      ['filter', 'deepObject', false, false],
      ['X-Trace', 'simple', false, false],
    ]);
    expect(list[1]?.schema?.schema).toMatchObject({
      items: { enum: ['novel', 'poem', 'on', 'off', '='] },
    });
    expect(list[2]?.schema?.schema).toEqual({ $ref: '#/components/schemas/Filter' });
    expect(list.map(({ examples }) => examples.map(({ name, value }) => [name, value]))).toEqual([
      [['example', 10]],
      [['two', ['novel', 'poem']]],
      [],
      [],
    ]);
    const read = operationOf(api, 'readBook').parameters;
    expect(
      read.map(({ name, required, enforced, declared, content }) => [
        name,
        required,
        enforced,
        declared,
        content?.type,
      ]),
    ).toEqual([
      ['bookId', true, true, true, undefined],
      ['fields', true, false, true, 'application/json'],
    ]);
    expect(read[0]?.place).toBe('bookshop.openapi.yaml#/components/parameters/BookId');
  });

  test('reads numeric status keys, ranges, headers, links by id and by reference, and shared answers', async () => {
    const api = await loadApi('bookshop.openapi.yaml', { cwd: fixtures });

    const list = operationOf(api, 'listBooks').responses;
    expect(list.map(({ status, known }) => [status, known])).toEqual([
      ['200', true],
      ['4XX', true],
    ]);
    expect(list[0]?.headers.map(({ name, required }) => [name, required])).toEqual([
      ['X-Total', true],
    ]);
    expect(list[1]?.content.map(({ type }) => type)).toEqual(['application/problem+json']);
    const [created] = operationOf(api, 'addBook').responses;
    expect(
      created?.links.map(({ name, operationId, parameters }) => [name, operationId, parameters]),
    ).toEqual([
      ['read', 'readBook', { bookId: '$response.body#/id' }],
      ['remove', 'DELETE /books/{bookId}', { 'path.bookId': '$response.body#/id' }],
    ]);
  });

  test('reads bodies with examples and encodings', async () => {
    const api = await loadApi('bookshop.openapi.yaml', { cwd: fixtures });

    const body = operationOf(api, 'addBook').requestBody;
    expect(body?.required).toBe(true);
    expect(body?.content[0]?.examples).toEqual([
      {
        name: 'plain',
        value: { title: 'Winter', pages: 120 },
        place: 'bookshop.openapi.yaml#/components/examples/PlainBook/value',
      },
    ]);
    expect(body?.content[1]?.encoding).toMatchObject({
      cover: {
        contentType: 'image/png, image/jpeg',
        headers: [{ name: 'X-Width' }],
        style: undefined,
      },
    });
  });

  test('inherits security and servers, unless the operation has its own', async () => {
    const api = await loadApi('bookshop.openapi.yaml', { cwd: fixtures });

    expect(operationOf(api, 'listBooks').security).toEqual([{ key: [] }]);
    expect(operationOf(api, 'addBook').security).toEqual([{ key: [], login: ['write'] }, {}]);
    const remove = operationOf(api, 'DELETE /books/{bookId}');
    expect(remove.security).toEqual([]);
    expect(remove.servers).toEqual(['https://admin.books.example']);
    expect(operationOf(api, 'listBooks').servers).toBeUndefined();
    const place = 'bookshop.openapi.yaml#/components/securitySchemes';
    expect(api.securitySchemes).toEqual({
      key: { kind: 'apiKey', in: 'header', name: 'X-Key', place: `${place}/key` },
      login: { kind: 'oauth2', place: `${place}/login` },
      basic: { kind: 'http', scheme: 'basic', place: `${place}/basic` },
    });
  });
});

test('each reference that leads nowhere is one problem, located, with all operations that it touches', async () => {
  const api = await loadApi('dangling.openapi.yaml', { cwd: fixtures });

  expect(problemLines(api)).toMatchInlineSnapshot(`
    [
      "63 dangling-reference "#/components/pathItems/Returns" leads nowhere, since there is no such part; what it holds is not tested []",
      "13 dangling-reference "#/components/parameters/Page" leads nowhere, since there is no such part; the parameter is left out [listLoans]",
      "21 dangling-reference "#/components/headers/Total" leads nowhere, since there is no such part; the header is left out [listLoans]",
      "71 dangling-reference "#/components/schemas/Reader" leads nowhere, since there is no such part; any value is taken there [listLoans lend]",
      "29 dangling-reference "#/components/examples/Loans" leads nowhere, since there is no such part; the example is left out [listLoans]",
      "30 dangling-reference "#/components/responses/Refused" leads nowhere, since there is no such part; its status counts as declared, nothing else is known of it [listLoans lend]",
      "35 dangling-reference "#/components/requestBodies/Loan" leads nowhere, since there is no such part; no body is sent [lend]",
      "43 dangling-reference "#/components/links/See" leads nowhere, since there is no such part; the link is left out [lend]",
      "45 dangling-reference no operation is called "readLaon"; the link is left out [lend]",
      "34 dangling-reference no security scheme is called "badge"; how to meet it is unknown [lend]",
      "51 dangling-reference "#/components/parameters/LoanId" leads nowhere, since there is no such part; the parameter is left out [readLoan]",
      "73 dangling-reference "#/components/schemas/Page" leads nowhere, since there is no such part; any value is taken there [readLoan]",
      "78 dangling-reference "#/components/securitySchemes/Chip" leads nowhere, since there is no such part; the security scheme is left out []",
      "76 dangling-reference "#/components/schemas/Nobody" leads nowhere, since there is no such part; any value is taken there []",
    ]
  `);
});

test('only what depends on a dangling reference is lost', async () => {
  const api = await loadApi('dangling.openapi.yaml', { cwd: fixtures });

  expect(api.operations.map(({ id }) => id)).toEqual(['listLoans', 'lend', 'readLoan', 'health']);
  const list = operationOf(api, 'listLoans');
  expect(list.parameters.map(({ name }) => name)).toEqual(['state']);
  expect(list.responses.map(({ status, known }) => [status, known])).toEqual([
    ['200', true],
    ['400', false],
  ]);
  expect(list.responses[0]?.content[0]?.examples.map(({ name }) => name)).toEqual(['none']);
  expect(list.responses[0]?.content[0]?.schema).toBeDefined();
  const lend = operationOf(api, 'lend');
  expect(lend.requestBody).toBeUndefined();
  expect(lend.responses[0]?.links).toEqual([]);
  expect(lend.security).toEqual([{ badge: [] }]);
  expect(api.securitySchemes).toEqual({});
});

test('a schema that is nothing but references to what is missing is absent', async () => {
  const api = await loadApi('dangling.openapi.yaml', { cwd: fixtures });

  expect(operationOf(api, 'readLoan').responses[0]?.content[0]?.schema).toBeUndefined();
});

test('a placeholder whose parameter dangles is still sent, and is no second problem', async () => {
  const api = await loadApi('dangling.openapi.yaml', { cwd: fixtures });

  expect(operationOf(api, 'readLoan').parameters).toMatchObject([
    { name: 'loan_id', in: 'path', required: true, declared: false, schema: undefined },
  ]);
  expect(api.problems.map(({ code }) => code)).not.toContain('undeclared-path-parameter');
});

describe('a description in many files', () => {
  const source = 'many-files/api/root.openapi.yaml';

  test('is read as one, each part at its own place', async () => {
    const api = await loadApi(source, { cwd: fixtures });

    expect(api.operations.map(({ id, place }) => [id, place])).toEqual([
      ['listBirds', 'paths/birds.yaml#/get'],
      ['readBirdHere', 'root.openapi.yaml#/paths/~1birds~1{birdId}/get'],
      ['removeBird', 'paths/bird.yaml#/delete'],
      ['readHost', 'root.openapi.yaml#/paths/~1host/get'],
    ]);
    const [list, read, remove] = api.operations;
    expect(list?.parameters[0]?.place).toBe('../shared/parts.yaml#/parameters/Limit');
    expect(list?.responses.map(({ status, known }) => [status, known])).toEqual([
      ['200', true],
      ['404', true],
      ['500', false],
    ]);
    expect(read?.parameters).toEqual(remove?.parameters);
    expect(read?.parameters[0]?.name).toBe('birdId');
  });

  test('tells what it could not read once a file, and reads nothing outside its folder', async () => {
    const api = await loadApi(source, { cwd: fixtures });

    expect(api.problems.map(({ code, place, operations }) => [code, place, operations])).toEqual([
      ['wrong-keyword', '../shared/parts.yaml#/parameters/Limit/schema/minimum', ['listBirds']],
      ['unreadable-file', '../shared/bird.schema.json#/properties/egg/$ref', ['listBirds']],
      ['unreadable-file', 'paths/birds.yaml#/get/responses/500/$ref', ['listBirds', 'removeBird']],
      [
        'unreadable-file',
        'root.openapi.yaml#/paths/~1host/get/responses/200/content/application~1json/schema/$ref',
        ['readHost'],
      ],
    ]);
    const messages = api.problems.map(({ message }) => message);
    expect(messages[1]).toBe(
      'https://birds.example/schemas/egg cannot be used: a description read from disk fetches nothing from the network; any value is taken there',
    );
    expect(messages[2]).toMatch(
      /^\.\.\/shared\/absent\.yaml cannot be used: there is no such file; /,
    );
    expect(messages[3]).toMatch(/^\/etc\/hostname cannot be used: only files below .+ are read; /);
  });

  test('resolves ids, anchors and pointers that lead through references', async () => {
    const { documents } = await loadApi(source, { cwd: fixtures });
    const bird = '../shared/bird.schema.json#';

    expect(documents.resolve('#name', `${bird}/properties/name`)).toMatchObject({
      kind: 'found',
      place: `${bird}/$defs/name`,
    });
    expect(documents.resolve('nest', `${bird}/properties/nest`)).toMatchObject({
      place: `${bird}/$defs/nest`,
    });
    expect(documents.resolve('bird', `${bird}/$defs/nest/properties/owner`)).toMatchObject({
      place: bird,
    });
    expect(
      documents.resolve('#/components/schemas/Bird/properties/wing', 'root.openapi.yaml#/x'),
    ).toMatchObject({ value: { type: 'number' }, place: `${bird}/properties/wing` });
  });

  test('locates parts of other files as seen from the current folder', async () => {
    const { documents } = await loadApi(source, { cwd: fixtures });

    expect(documents.locate('../shared/bird.schema.json#/properties/wing')).toEqual({
      file: 'many-files/shared/bird.schema.json',
      line: 7,
      column: 5,
    });
    expect(documents.locate('paths/birds.yaml#/get/parameters/0/$ref')).toEqual({
      file: 'many-files/api/paths/birds.yaml',
      line: 4,
      column: 7,
    });
  });
});

test('places do not depend on the folder that the description is loaded from', async () => {
  const near = await loadApi('api/root.openapi.yaml', { cwd: path.join(fixtures, 'many-files') });
  const far = await loadApi('many-files/api/root.openapi.yaml', { cwd: fixtures });

  expect(near.problems.map(({ place }) => place)).toEqual(far.problems.map(({ place }) => place));
});

test('a description of components alone has no operations, and its components are checked', async () => {
  const api = await loadText(`
openapi: 3.1.0
info: { title: T, version: '1' }
components:
  schemas:
    A: { type: strng }
`);

  expect(api.operations).toEqual([]);
  expect(problemLines(api)).toEqual([
    '6 wrong-keyword type must be one or several of string, number, integer, boolean, array, object, null; it is ignored []',
  ]);
});

test('without servers the server is the root of wherever the description is served', async () => {
  const api = await loadPaths('paths: {}');

  expect(api.servers).toEqual(['/']);
});

test('references through ten thousand schemas neither overflow nor take long', async () => {
  const schemas = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, index) => [
      `S${index}`,
      { type: 'object', properties: { next: { $ref: `#/components/schemas/S${index + 1}` } } },
    ]),
  );
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/S0' } } };
  const api = await loadText(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'T', version: '1' },
      paths: { '/a': { get: { operationId: 'a', responses: { 200: { content } } } } },
      components: { schemas },
    }),
  );

  expect(api.problems.map(({ place, operations }) => [place, operations])).toEqual([
    ['openapi.yaml#/components/schemas/S9999/properties/next/$ref', ['a']],
  ]);
});

test('13 MB of JSON cost seconds, no more', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'assay-big-'));
  const file = path.join(folder, 'big.json');
  await writeFile(file, bigDescription(13_000_000));
  const before = process.cpuUsage();

  const api = await loadApi(file);
  const { user, system } = process.cpuUsage(before);
  await rm(folder, { recursive: true });

  expect(api.operations.length).toBeGreaterThan(500);
  expect(api.problems).toEqual([]);
  // Time of the processor, since a busy machine is no fault; on an idle one it is about a second.
  expect((user + system) / 1000).toBeLessThan(5_000);
});

test('nesting beyond all measure is one clear error', async () => {
  const deep = `${'{"not":'.repeat(200_000)}true${'}'.repeat(200_000)}`;

  await expect(
    loadText(`{"openapi":"3.1.0","components":{"schemas":{"A":${deep}}}}`),
  ).rejects.toMatchObject({ code: 'SPEC_TOO_DEEP', hint: expect.stringMatching(/components/) });
});

function bigDescription(bytes: number): string {
  const operation = (index: number): object => ({
    operationId: `op${index}`,
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
    responses: {
      200: {
        description: 'D'.repeat(8000),
        content: {
          'application/json': {
            schema: { $ref: `#/components/schemas/S${index}` },
            example: Array.from({ length: 200 }, (_, id) => ({ id, name: `name ${id}` })),
          },
        },
      },
    },
  });
  const schema = {
    type: 'object',
    properties: Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `p${index}`,
        { type: 'string', description: 'A member of some kind.' },
      ]),
    ),
  };
  const each = JSON.stringify([operation(0), schema]).length;
  const indices = Array.from({ length: Math.ceil(bytes / each) }, (_, index) => index);
  return JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'Big', version: '1' },
    paths: Object.fromEntries(
      indices.map((index) => [`/p${index}/{id}`, { get: operation(index) }]),
    ),
    components: { schemas: Object.fromEntries(indices.map((index) => [`S${index}`, schema])) },
  });
}
