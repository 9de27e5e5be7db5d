import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Operation, Parameter } from '../../src/spec/api.ts';
import { readLeniently, readPartLeniently } from '../../src/wire/read-leniently.ts';
import { readStrictly } from '../../src/wire/read-strictly.ts';
import { NO_VALUES } from '../../src/wire/request.ts';
import type { PreparedRequest, RequestValues } from '../../src/wire/request.ts';
import type { Reading, RequestReadings } from '../../src/wire/reading.ts';
import { writeRequest } from '../../src/wire/write-request.ts';
import { aMediaType, anOperation, aParameter, documentsOf, withBody } from './an-operation.ts';
import { anySample } from './arbitrary-request.ts';

const ajv = new Ajv({ strict: false });

function valuesOf(readings: readonly Reading[]): unknown[] {
  return readings.flatMap((reading) => (reading.kind === 'value' ? [reading.value] : []));
}

function isAmong(value: unknown, readings: readonly Reading[]): boolean {
  if (value === undefined) return readings.some(({ kind }) => kind === 'absent');
  const wanted = JSON.stringify(value);
  return valuesOf(readings).some((read) => JSON.stringify(read) === wanted);
}

/** What cases/ will ask: is there a reading that a server may rightly accept? */
function isProvenInvalid(parameter: Parameter, readings: RequestReadings): boolean {
  const schema = parameter.schema?.schema ?? {};
  const isValid = (reading: Reading): boolean =>
    reading.kind === 'absent' ? !parameter.required : ajv.validate(schema, reading.value);
  return readings.complete && !(readings.parameters.get(parameter) ?? []).some(isValid);
}

function proves(parameter: Parameter, value: unknown): boolean {
  const path = parameter.in === 'path' ? `/x/{${parameter.name}}` : '/x';
  const operation = anOperation({ path, parameters: [parameter] });
  const values = { ...NO_VALUES, [parameter.in]: { [parameter.name]: value } };
  return isProvenInvalid(parameter, readLeniently(operation, writeRequest(operation, values)));
}

function provesTarget(parameter: Parameter, target: string): boolean {
  const operation = anOperation({ path: '/x', parameters: [parameter] });
  const request = { method: 'GET', target, headers: [], body: undefined };
  return isProvenInvalid(parameter, readLeniently(operation, request));
}

function expectStrictAmongLenient(operation: Operation, request: PreparedRequest): void {
  const strict = readStrictly(operation, request);
  const lenient = readLeniently(operation, request);
  for (const parameter of operation.parameters) {
    const readings = lenient.parameters.get(parameter) ?? [];
    const { in: location, name } = parameter;
    const value = Object.hasOwn(strict[location], name) ? strict[location][name] : undefined;
    expect(isAmong(value, readings), `${location} ${name}: ${JSON.stringify(readings)}`).toBe(true);
  }
  expect(isAmong(strict.body?.value, lenient.body), JSON.stringify(lenient.body)).toBe(true);
}

describe('laws', () => {
  test('what is written is among the readings', () => {
    fc.assert(
      fc.property(anySample(), ({ operation, values }) => {
        const { parameters, body } = readLeniently(operation, writeRequest(operation, values));

        for (const [parameter, readings] of parameters) {
          const value = values[parameter.in][parameter.name];
          expect(isAmong(value, readings)).toBe(true);
        }
        expect(isAmong(values.body?.value, body)).toBe(true);
      }),
      { numRuns: 800, seed: 2 },
    );
  });

  test('every strict reading is among the lenient ones, whatever the bytes', () => {
    const pairs = fc
      .array(
        fc.tuple(
          fc.constantFrom('p0', 'p1', 'p0[]', 'p0[a]', 'p1[0][k]', 'p1.k', 'R', 'G', 'k', 'z%5B'),
          fc.constantFrom(
            '',
            '1',
            '05',
            'true',
            'a,b',
            '1%2C2',
            'x+y',
            '%7B%22k%22:1%7D',
            'null',
            '%ZZ',
            'R,1',
            ';',
            '[1,2]',
            '"q"',
          ),
        ),
        { maxLength: 5 },
      )
      .map((drawn) => drawn.map(([name, value]) => `${name}=${value}`).join('&'));
    fc.assert(
      fc.property(anySample(), pairs, fc.string(), ({ operation, values }, query, text) => {
        const written = writeRequest(operation, values);

        expectStrictAmongLenient(operation, {
          ...written,
          target: `${written.target.split('?')[0] ?? ''}?${query}`,
          headers: [
            ...written.headers.filter(([name]) => name === 'Content-Type'),
            ['x-p0', text],
            ['X-P1', query],
            ['Cookie', query.replaceAll('&', '; ')],
          ],
          body: written.body === undefined ? undefined : Buffer.from(query),
        });
      }),
      { numRuns: 800, seed: 3 },
    );
  });

  test('what a coercing validator makes of a text is among the readings', () => {
    const coercing = new Ajv({ coerceTypes: 'array', strict: false });
    const validators = new Map<string, (data: unknown) => unknown>();
    const coerce = (one: string, other: string): ((data: unknown) => unknown) => {
      const type = one === other ? one : [one, other];
      const known = validators.get(`${one} ${other}`);
      const made = known ?? coercing.compile({ properties: { p: { type } } });
      validators.set(`${one} ${other}`, made);
      return made;
    };
    const texts = fc.oneof(
      fc.string({ maxLength: 4 }),
      fc.constantFrom(
        '',
        ' ',
        '5',
        ' 5 ',
        '+5',
        '05',
        '5.0',
        '0x1F',
        '1e3',
        '.5',
        'true',
        'false',
        'null',
        '-0',
      ),
    );
    const types = ['integer', 'number', 'boolean', 'null', 'string', 'array'] as const;
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom(...types),
        fc.constantFrom(...types),
        (text, one, other) => {
          const schema = one === other ? { type: one } : { type: [one, other] };
          const parameter = aParameter('query', 'p', schema);
          const data: { p: unknown } = { p: text };
          fc.pre(coerce(one, other)(data) === true);

          const operation = anOperation({ parameters: [parameter] });
          const request = writeRequest(operation, { ...NO_VALUES, query: { p: text } });
          const readings = readLeniently(operation, request).parameters.get(parameter) ?? [];

          expect(
            isAmong(data.p, readings),
            `${JSON.stringify(data.p)} of ${JSON.stringify(text)}`,
          ).toBe(true);
        },
      ),
      { numRuns: 3000, seed: 4 },
    );
  });
});

describe('a text has a valid reading, and nothing is proven', () => {
  const integer = aParameter('query', 'p', { type: 'integer' }, { required: true });
  const boolean = aParameter('query', 'p', { type: 'boolean' }, { required: true });
  const numbers = aParameter(
    'query',
    'p',
    { type: 'array', items: { type: 'integer' }, minItems: 2 },
    { required: true },
  );

  test.each(['5', '+5', ' 5 ', '05', '5.0', '5.', '5e0', '0x10', '0b11', '0o7', '1_000', '٣', '𝟟'])(
    '%j for an integer',
    (text) => {
      expect(proves(integer, text)).toBe(false);
    },
  );

  test.each(['true', 'FALSE', '1', '0', 'on', 'Off', 'yes', 'NO', 't', 'f', ' true ', ''])(
    '%j for a boolean',
    (text) => {
      expect(proves(boolean, text)).toBe(false);
    },
  );

  test.each(['1,2', '1 2', '1|2', '1;2', '[1,2]', ' 1 , 2 ', '1,,2', '+1,02'])(
    '%j for a list of integers',
    (text) => {
      expect(proves(numbers, text)).toBe(false);
    },
  );

  test('null, nothing or the word for an optional value or one that may be null', () => {
    const optional = { ...integer, required: false };
    const nullable = aParameter('query', 'p', { type: ['integer', 'null'] }, { required: true });

    for (const text of ['', 'null', 'None', 'nil', 'undefined'])
      expect([text, proves(optional, text), proves(nullable, text)]).toEqual([text, false, false]);
  });

  test('a string may be anything that a text can be', () => {
    const string = aParameter('query', 'p', { type: 'string' }, { required: true });

    for (const value of [5, true, ['x', 'y']]) expect(proves(string, value)).toBe(false);
  });
});

describe('a text without a valid reading is proven', () => {
  const of = (schema: object, parts: Partial<Parameter> = {}): Parameter =>
    aParameter('query', 'p', schema, { required: true, ...parts });

  test.each([
    [of({ type: 'integer' }), 'abc'],
    [of({ type: 'integer' }), '5.5'],
    [of({ type: 'integer' }), '5abc'],
    [of({ type: 'integer', minimum: 10 }), 5],
    [of({ type: 'boolean' }), 'maybe'],
    [of({ type: 'boolean' }), 2],
    [of({ type: 'string', enum: ['a', 'b'] }), 'c'],
    [of({ type: 'string', maxLength: 3 }), 'abcd'],
    [of({ type: 'string', minLength: 1 }), ''],
    [of({ type: 'array', items: { type: 'integer' } }), [1, 'x', 3]],
    [of({ type: 'array', items: { type: 'integer' }, maxItems: 100 }), new Array(101).fill(1)],
    [
      of({ type: 'object', properties: { a: { type: 'integer' } } }, { style: 'deepObject' }),
      { a: 'x' },
    ],
    [of({ type: 'object', properties: { a: { type: 'integer' } } }), { a: 'x' }],
    [aParameter('path', 'p', { type: 'integer' }), 'abc'],
    [aParameter('header', 'X-P', { type: 'integer' }, { required: true }), 'abc'],
    [aParameter('cookie', 'p', { type: 'integer' }), 'abc'],
  ])('%#: %j', (parameter, value) => {
    expect(proves(parameter, value)).toBe(true);
  });
});

describe('guards that users paid for', () => {
  test('a repeated key may be read as any one of its values', () => {
    const parameter = aParameter('query', 'p', { type: 'integer' });

    expect(proves(parameter, ['x', 5])).toBe(false);
    expect(proves(parameter, [5, 'x'])).toBe(false);
    expect(proves(parameter, ['x', 5, 'y'])).toBe(false);
    expect(proves(parameter, ['x', 'y'])).toBe(true);
  });

  test('what leaves nothing on the wire proves nothing of an optional parameter', () => {
    const parameter = aParameter('query', 'p', { type: 'integer' });

    for (const value of [[], {}, null, undefined]) expect(proves(parameter, value)).toBe(false);
  });

  test('an undeclared query parameter is no part of the declared ones', () => {
    const object = aParameter('query', 'p', {
      type: 'object',
      properties: { a: { type: 'integer' } },
      additionalProperties: false,
    });

    expect(provesTarget(object, '/x?a=1&extra=2')).toBe(false);
    expect(provesTarget(object, '/x?extra=2')).toBe(false);
    expect(provesTarget(object, '/x?a=x')).toBe(true);
  });

  test('an exploded object may have a member that is called as it is', () => {
    const object = aParameter('query', 'p', {
      type: 'object',
      properties: { p: { type: 'integer' }, q: { type: 'integer' } },
      additionalProperties: false,
    });

    expect(provesTarget(object, '/x?p=%2B5&q=1')).toBe(false);
    expect(provesTarget(object, '/x?p=y&q=1')).toBe(true);
  });

  test('a form within a parameter is read field by field, as text has no types', () => {
    const schema = { type: 'object', properties: { n: { type: 'integer' } } };
    const content = aMediaType('application/x-www-form-urlencoded', schema);
    const form = aParameter('query', 'p', schema, { schema: undefined, content });
    const operation = anOperation({ path: '/x', parameters: [form] });
    const readings = readLeniently(operation, {
      method: 'GET',
      target: '/x?p=n%3D%252B5',
      headers: [],
      body: undefined,
    }).parameters.get(form);

    expect(readings?.[0]).toMatchObject({ value: { n: '+5' } });
    expect(isAmong({ n: 5 }, readings ?? [])).toBe(true);
  });

  test('a path segment is read decoded, and a list in it split at commas', () => {
    const list = aParameter('path', 'p', { type: 'array', items: { type: 'integer' } });

    expect(proves(aParameter('path', 'p', { type: 'integer' }), ' 5')).toBe(false);
    expect(proves(list, '1,2')).toBe(false);
    expect(proves(list, '1,x')).toBe(true);
  });

  test('a path that may be routed elsewhere proves nothing', () => {
    const integer = aParameter('path', 'p', { type: 'integer' });

    for (const value of ['', '.', '..', 'a/b']) expect(proves(integer, value)).toBe(false);
  });

  test('placeholders of one segment are read as short and as long as can be', () => {
    const parameters = ['a', 'b'].map((name) => aParameter('path', name, { type: 'string' }));
    const operation = anOperation({ path: '/x/{a}-{b}', parameters });
    const request = { method: 'GET', target: '/x/1-2-3', headers: [], body: undefined };

    const { parameters: read, complete } = readLeniently(operation, request);

    expect([...read.values()].map(valuesOf)).toEqual([
      ['1', '1-2'],
      ['2-3', '3'],
    ]);
    expect(complete).toBe(true);
  });

  test('a request to another path proves nothing', () => {
    const parameter = aParameter('path', 'p', { type: 'integer' });
    const operation = anOperation({ path: '/x/{p}', parameters: [parameter] });
    const request = { method: 'GET', target: '/y/abc', headers: [], body: undefined };

    expect(isProvenInvalid(parameter, readLeniently(operation, request))).toBe(false);
  });

  test('a header is read trimmed, a boolean in any spelling', () => {
    const integer = aParameter('header', 'X-P', { type: 'integer' }, { required: true });
    const boolean = aParameter('header', 'X-P', { type: 'boolean' }, { required: true });
    const word = aParameter('header', 'X-P', { type: 'string', enum: ['on'] }, { required: true });

    expect(proves(integer, '\t5 ')).toBe(false);
    expect(proves(boolean, 'Yes')).toBe(false);
    expect(proves(word, 'ON')).toBe(false);
    expect(proves(word, 'up')).toBe(true);
  });

  test('brackets may be read as structure, or not at all', () => {
    const list = aParameter('query', 'p', {
      type: 'array',
      items: { type: 'integer' },
      minItems: 2,
    });
    const object = aParameter(
      'query',
      'p',
      { type: 'object', required: ['a'], properties: { a: { type: 'integer' } } },
      { style: 'deepObject', required: true },
    );

    expect(provesTarget({ ...list, required: true }, '/x?p[]=1&p%5B%5D=2')).toBe(false);
    expect(provesTarget({ ...list, required: true }, '/x?p[0]=1&p[1]=2')).toBe(false);
    expect(provesTarget({ ...list, required: true }, '/x?p[]=1')).toBe(true);
    expect(provesTarget(list, '/x?p[]=1')).toBe(false);
    expect(provesTarget(object, '/x?p.a=1')).toBe(false);
    expect(provesTarget(object, '/x?p=%7B%22a%22:1%7D')).toBe(false);
    expect(provesTarget(object, '/x?p[a]=x')).toBe(true);
    expect(provesTarget({ ...object, required: false }, '/x?p[a]=x')).toBe(true);
  });

  test('too many readings are said to be too many', () => {
    const parameter = aParameter('query', 'p', { type: 'array', maxItems: 9 }, { required: true });
    const operation = anOperation({ parameters: [parameter] });
    const values = { ...NO_VALUES, query: { p: new Array(10).fill(1) } };

    const readings = readLeniently(operation, writeRequest(operation, values));

    expect(readings.complete).toBe(false);
    expect(isAmong(new Array(10).fill('1'), readings.parameters.get(parameter) ?? [])).toBe(true);
  });
});

describe('one part by itself', () => {
  const limit = aParameter('query', 'limit', { type: 'integer' });
  const many = aParameter('query', 'p', { type: 'array', maxItems: 9 });
  const id = aParameter('path', 'id', { type: 'integer' }, { required: true });
  const operation = anOperation({ path: '/x/{id}', parameters: [id, limit, many] });
  const request = (target: string): PreparedRequest => {
    return { method: 'GET', target, headers: [], body: undefined };
  };
  const limitAt = (target: string) => readPartLeniently(operation, request(target), limit);

  test('is read as it is within the whole', () => {
    const target = '/x/1?limit=5';

    const whole = readLeniently(operation, request(target));

    expect(limitAt(target)).toEqual({ readings: whole.parameters.get(limit), complete: true });
    expect(readPartLeniently(operation, request(target), 'body')).toEqual({
      readings: whole.body,
      complete: true,
    });
  });

  test('does not hang on how many ways there are to read another part', () => {
    const target = `/x/1?limit=5&${new Array(10).fill('p=1').join('&')}`;

    expect(readLeniently(operation, request(target)).complete).toBe(false);
    expect(limitAt(target)?.complete).toBe(true);
    expect(readPartLeniently(operation, request(target), many)?.complete).toBe(false);
  });

  test('is not known where the path may lead elsewhere', () => {
    expect(limitAt('/x/a%2Fb?limit=5')?.complete).toBe(false);
    expect(limitAt('/y?limit=5')?.complete).toBe(false);
  });

  test('is nothing for a parameter of another operation', () => {
    const other = aParameter('query', 'limit', { type: 'integer' });

    expect(readPartLeniently(operation, request('/x/1'), other)).toBeUndefined();
  });
});

describe('bodies', () => {
  const read = (type: string, schema: unknown, body: string): RequestReadings =>
    readLeniently(
      withBody(aMediaType(type.replace(/;.*/, ''), schema)),
      { method: 'POST', target: '/', headers: [['Content-Type', type]], body: Buffer.from(body) },
      documentsOf({ Form: { type: 'object', properties: { n: { type: 'integer' } } } }),
    );
  const FORM = 'application/x-www-form-urlencoded';
  const written = (type: string, schema: unknown, value: unknown): RequestReadings => {
    const operation = withBody(aMediaType(type, schema));
    const values: RequestValues = { ...NO_VALUES, body: { mediaType: type, value } };
    return readLeniently(operation, writeRequest(operation, values));
  };

  test('JSON has the types that it says', () => {
    expect(read('application/json', {}, '{"n":"5","b":1}')).toMatchObject({
      body: [{ kind: 'value', value: { n: '5', b: 1 } }],
      complete: true,
    });
  });

  test('members that stand twice are read as the first or the last', () => {
    const { body } = read('application/json', {}, '{"a":[{"k":1,"k":"x:{}","b":":"}], "c":null}');

    expect(valuesOf(body)).toEqual([
      { a: [{ k: 'x:{}', b: ':' }], c: null },
      { a: [{ k: 1, b: ':' }], c: null },
    ]);
  });

  test('null, or nothing, is no body to some', () => {
    expect(isAmong(undefined, read('application/json', {}, 'null').body)).toBe(true);
    expect(isAmong(undefined, read('application/json', {}, '').body)).toBe(true);
    expect(isAmong(undefined, read('application/json', {}, '{}').body)).toBe(false);
  });

  test('what is no JSON, or of no media type that we read, proves nothing', () => {
    expect(read('application/json', {}, '{a').complete).toBe(false);
    expect(read('application/xml', {}, '<a/>').complete).toBe(false);
    expect(read('nonsense', {}, '{}').complete).toBe(false);
    expect(read('multipart/form-data; boundary=b', {}, 'x').complete).toBe(false);
  });

  test('a form is read field by field, as text has no types', () => {
    const { body, complete } = read(FORM, { $ref: '#/components/schemas/Form' }, 'n=5&m=x');

    expect(complete).toBe(true);
    expect(isAmong({ n: 5, m: 'x' }, body)).toBe(true);
  });

  test('a form field may be missing, empty, repeated or in brackets', () => {
    const schema = {
      type: 'object',
      properties: { n: { type: 'integer' }, l: { type: 'array', items: { type: 'integer' } } },
    };

    expect(isAmong({}, read(FORM, schema, 'n=').body)).toBe(true);
    expect(isAmong({ n: 2 }, read(FORM, schema, 'n=1&n=2').body)).toBe(true);
    expect(isAmong({ l: [1, 2] }, read(FORM, schema, 'l[]=1&l[]=2').body)).toBe(true);
    expect(isAmong({ l: [1, 2] }, read(FORM, schema, 'l=1&l=2').body)).toBe(true);
    expect(isAmong({ o: { a: '1' } }, read(FORM, schema, 'o[a]=1').body)).toBe(true);
    expect(isAmong({ 'o[a]': '1' }, read(FORM, schema, 'o[a]=1').body)).toBe(true);
  });

  test.each([FORM, 'multipart/form-data'])(
    '%s: a wrong field is proven, a convertible one is not',
    (type) => {
      const schema = {
        type: 'object',
        properties: { n: { type: 'integer' }, b: { type: 'boolean' } },
      };
      const proven = (value: unknown): boolean => {
        const { body, complete } = written(type, schema, value);
        return complete && !valuesOf(body).some((each) => ajv.validate(schema, each));
      };

      expect(proven({ n: 'x', b: true })).toBe(true);
      expect(proven({ n: '5', b: 'on' })).toBe(false);
      expect(proven({ n: ['x', 5] })).toBe(false);
    },
  );

  test('a part of JSON has the types that it says, or is text', () => {
    const { body } = written(
      'multipart/form-data',
      { properties: { o: { type: 'object' } } },
      { o: { a: 1 } },
    );

    expect(isAmong({ o: { a: 1 } }, body)).toBe(true);
  });

  test('a text may stand for anything', () => {
    expect(isAmong(5, written('text/plain', { type: 'integer' }, '5').body)).toBe(true);
    expect(isAmong({ a: 1 }, written('text/plain', {}, '{"a":1}').body)).toBe(true);
  });

  test('no body is absent', () => {
    const readings = readLeniently(withBody(aMediaType('text/plain')), {
      method: 'POST',
      target: '/',
      headers: [],
      body: undefined,
    });

    expect(readings.body).toEqual([{ kind: 'absent', how: 'not there' }]);
  });
});
