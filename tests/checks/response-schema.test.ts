import { describe, expect, test } from 'vitest';
import type { Intent } from '../../src/cases/intent.ts';
import { responseSchema } from '../../src/checks/response-schema.ts';
import type { Verdict } from '../../src/checks/verdict.ts';
import type { HeaderField } from '../../src/wire/request.ts';
import { answeringJson, judged, respondingWith, titles } from './judged.ts';

const person = await answeringJson(`
type: object
required: [id, name]
properties:
  id: { type: integer }
  name: { type: string }
  tags: { type: array, items: { type: string } }
`);

async function typed(
  type: string,
  schema: string,
  body: string | Uint8Array,
  sent = type,
): Promise<Verdict> {
  const api = await respondingWith(
    `'200': { description: D, content: { '${type}': { schema: ${schema} } } }`,
  );
  const headers: readonly HeaderField[] = [['Content-Type', sent]];
  return judged(responseSchema, { api, headers, body });
}

describe('accepts', () => {
  test('a body that its schema accepts, more members included', () => {
    expect(judged(responseSchema, { api: person, body: { id: 1, name: 'A', more: 1 } })).toEqual({
      kind: 'pass',
    });
  });

  test.each([
    ['YAML', 'application/yaml'],
    ['YAML as text', 'text/yaml'],
    ['CSV', 'text/csv'],
    ['a stream of events', 'text/event-stream'],
    ['JSON lines', 'application/x-ndjson'],
    ['plain text', 'text/plain'],
  ])(
    '%s, which is not taken for a string where the schema is of an object',
    async (_what, type) => {
      expect((await typed(type, '{ type: object }', 'id: 5')).kind).toBe('skipped');
    },
  );

  test.each([
    ['{ type: integer }', '5'],
    ['{ type: boolean }', 'true'],
    ['{ type: object, required: [id] }', '{"id":1}'],
    ['{ type: string, minLength: 3 }', 'abc'],
    ['{ type: string, format: binary }', 'abc'],
  ])('plain text that spells what %s asks for', async (schema, body) => {
    expect(await typed('text/plain', schema, body)).toEqual({ kind: 'pass' });
  });

  test.each([
    ['application/yaml', '{ type: string, enum: [red, blue] }', 'red\n'],
    ['text/csv', '{ anyOf: [{ type: array }, { type: object }] }', 'a,b'],
  ])('%s of %s, whose text may be written as something else', async (type, schema, body) => {
    expect((await typed(type, schema, body)).kind).toBe('skipped');
  });

  test.each([
    ['application/xml', '{ type: object }', '<id>5</id>'],
    ['application/vnd.x+xml', '{ type: object }', '<id>5</id>'],
    ['application/xml', '{ type: string, enum: [yes, no] }', '<answer>yes</answer>'],
    ['text/xml', '{ type: string, maxLength: 5 }', '<name>Ada</name>'],
  ])('%s of %s, which nothing reads, and it is told so', async (type, schema, body) => {
    expect(await typed(type, schema, body)).toEqual({
      kind: 'not-reached',
      why: { reason: 'no codec', detail: type },
    });
  });

  test.each(['text/csv', 'text/event-stream', 'application/yaml', 'application/xml'])(
    '%s whose whole text is as its schema says',
    async (type) => {
      expect(await typed(type, '{ type: string, minLength: 3 }', 'a,b')).toEqual({ kind: 'pass' });
    },
  );

  test('bytes that are no text', async () => {
    const bytes = Uint8Array.of(0xff, 0xd8);
    expect((await typed('image/jpeg', '{ type: string, maxLength: 1 }', bytes)).kind).toBe(
      'skipped',
    );
    expect((await typed('text/plain', '{ type: string, maxLength: 1 }', bytes)).kind).toBe(
      'skipped',
    );
  });

  test('an empty body, where a schema accepts the empty text or says nothing', async () => {
    expect((await typed('application/json', '{ type: string }', '')).kind).toBe('pass');
    expect((await typed('application/json', 'true', '')).kind).toBe('pass');
    const api = await respondingWith(
      "'200': { description: D, content: { application/json: {} } }",
    );
    expect(judged(responseSchema, { api, headers: [] }).kind).toBe('skipped');
  });

  test('an empty body of which it is not known which type it is', async () => {
    const api = await respondingWith(`
'200':
  description: D
  content:
    application/json: { schema: { type: object } }
    application/xml: { schema: { type: object } }`);
    expect(judged(responseSchema, { api, headers: [] }).kind).toBe('skipped');
  });

  test.each([204, 205, 304])('status %i', async (status) => {
    const content = 'content: { application/json: { schema: { type: object } } }';
    const api = await respondingWith(`'${String(status)}': { description: D, ${content} }`);
    expect(judged(responseSchema, { api, status, headers: [] }).kind).toBe('skipped');
  });

  test('a part of a body', async () => {
    const content = 'content: { application/json: { schema: { type: object } } }';
    const api = await respondingWith(`'206': { description: D, ${content} }`);
    const headers = [['Content-Type', 'application/json']] as const;
    expect(judged(responseSchema, { api, status: 206, headers, body: '{"a":' }).kind).toBe(
      'skipped',
    );
  });

  test('an answer to HEAD', () => {
    const headers = [['Content-Type', 'application/json']] as const;
    const given = { api: person, headers, request: { method: 'HEAD' } };
    expect(judged(responseSchema, given).kind).toBe('skipped');
  });

  test('a refusal of a probe, where only default has a schema', async () => {
    const api = await respondingWith(
      'default: { description: D, content: { application/json: { schema: { required: [code] } } } }',
    );
    const intent: Intent = { kind: 'malformed-body', how: 'cut short' };
    expect(judged(responseSchema, { api, intent, status: 400, body: {} }).kind).toBe('skipped');
    expect(judged(responseSchema, { api, status: 400, body: {} }).kind).toBe('fail');
  });

  test('a type that no declared one matches, which another check tells', async () => {
    expect((await typed('application/json', '{ type: object }', '5', 'text/json')).kind).toBe(
      'skipped',
    );
  });

  test('a schema behind a reference that leads nowhere', async () => {
    expect(
      (await typed('application/json', "{ $ref: '#/components/schemas/None' }", '5')).kind,
    ).not.toBe('fail');
  });
});

describe('rejects', () => {
  test.each(['text/csv', 'text/event-stream'])(
    '%s whose whole text is not as its schema says',
    async (type) => {
      expect((await typed(type, '{ type: string, minLength: 9 }', 'a,b')).kind).toBe('fail');
    },
  );

  test('a wrong member, at the keyword’s place', () => {
    expect(judged(responseSchema, { api: person, body: { id: 'x', name: 'A' } })).toEqual({
      kind: 'fail',
      findings: [
        {
          title: '/id must be integer',
          detail: '',
          at: '/id',
          place:
            'openapi.yaml#/paths/~1a/get/responses/200/content/application~1json/schema/properties/id/type',
          keyword: 'type',
          scope: 'value',
          expected: 'integer',
          actual: 'x',
        },
      ],
    });
  });

  test('one finding for many errors, which are counted', () => {
    const body = { id: 1, name: 'A', tags: [1, 2, 3] };
    expect(judged(responseSchema, { api: person, body })).toMatchObject({
      findings: [{ title: '/tags/0 must be string', detail: '2 more errors in this answer.' }],
    });
  });

  test('a missing member, with the one that stands in its place', () => {
    const body = { id: 1, Name: 'A' };
    expect(judged(responseSchema, { api: person, body })).toMatchObject({
      findings: [
        {
          keyword: 'required',
          expected: 'name',
          detail: 'There is a member "Name", which differs in case: is it meant?',
        },
      ],
    });
  });

  test.each([
    ['cut short', '{"id":1,'],
    ['with a comma too many', '{"id":1,}'],
    ['empty where an object is asked for', ''],
    ['not UTF-8', Uint8Array.of(0x22, 0xff, 0x22)],
  ])('JSON that is %s', async (_what, body) => {
    expect(await typed('application/json', '{ type: object }', body)).toMatchObject({
      kind: 'fail',
      findings: [{ title: 'The body is not valid application/json', keyword: 'parse' }],
    });
  });

  test('JSON that does not parse, where no schema is declared', async () => {
    const api = await respondingWith("'200': { description: D, content: { '*/*': {} } }");
    const headers = [['Content-Type', 'application/json']] as const;
    expect(titles(responseSchema, { api, headers, body: '{' })).toEqual([
      'The body is not valid */*',
    ]);
  });

  test.each([
    ['{ type: string, maxLength: 3 }', 'abcd', 'text/plain'],
    ['{ type: string, pattern: "^a" }', 'b', 'text/markdown'],
    ['{ type: integer }', 'many', 'text/plain; charset=utf-8'],
    ['{ enum: [a, b] }', 'c', 'text/plain'],
  ])('text that is not what %s asks for', async (schema, body, type) => {
    expect((await typed('text/*', schema, body, type)).kind).toBe('fail');
  });

  test('JSON of a vendor, by its suffix', async () => {
    expect((await typed('application/vnd.x+json', '{ type: object }', '5')).kind).toBe('fail');
  });

  test('a body by the more telling of two declared types', async () => {
    const api = await respondingWith(`
'200':
  description: D
  content:
    '*/*': { schema: { type: string } }
    application/json: { schema: { type: object } }`);
    expect(titles(responseSchema, { api, body: {} })).toEqual([]);
    const headers = [['Content-Type', 'application/json']] as const;
    expect(titles(responseSchema, { api, headers, body: '"x"' })).toHaveLength(1);
  });
});
