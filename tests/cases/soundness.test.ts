/**
 * What is called valid is valid, and what is called invalid is invalid, over whole descriptions:
 * each valid case is read back from its bytes and judged by AJV, each invalid one is read in every
 * way that a reader of the test's own knows, and none of them is valid for AJV.
 */
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { loadApi } from '../../src/spec/load-api.ts';
import { placeBelow, pointerTokens } from '../../src/spec/place.ts';
import type { Operation, Parameter, SchemaAt } from '../../src/spec/api.ts';
import { valueAt, type ValuePlace } from '../../src/cases/values-at.ts';
import type { PreparedRequest } from '../../src/wire/request.ts';
import { mostSpecificMatch } from '../../src/wire/media-type.ts';
import { readStrictly } from '../../src/wire/read-strictly.ts';
import { ajvJudge, type Judge } from './soundness/ajv-judge.ts';
import { ABSENT, readingsOfBody, readingsOfParameter } from './soundness/lenient-reader.ts';
import { anOperation, aParameter } from '../wire/an-operation.ts';
import { preparedCases, type PreparedCase, type Tally } from './soundness/prepared-cases.ts';

/** Cases drawn at random an operation; with all boundaries and examples, a hundred thousand in all. */
const DESCRIPTIONS: readonly {
  readonly file: string;
  readonly drawn: number;
  /** Valid ones and invalid ones there must be, at the smallest share. */
  readonly least?: number;
}[] = [
  { file: 'spec/openapi.yaml', drawn: 1_200 },
  { file: 'tests/fixtures/real/figma.openapi.yaml', drawn: 620 },
  { file: 'tests/fixtures/real/blockfrost.openapi.yaml', drawn: 140 },
  { file: 'tests/fixtures/wire/wire.openapi.yaml', drawn: 200, least: 40 },
];

/** `npm run bench:soundness` draws them all. */
const SHARE = Number(process.env['SOUNDNESS_SHARE'] ?? '0.02');

const made = { valid: 0, invalid: 0, unproven: 0, unwritable: 0 };

test.each(DESCRIPTIONS)(
  'every case of $file deserves what it says',
  async ({ file, drawn, least = 500 }) => {
    const root = fileURLToPath(new URL(`../../${file}`, import.meta.url));
    const api = await loadApi(root);
    const judge = ajvJudge(root);
    const tally: Tally = { unproven: 0, unwritable: 0 };
    const counts = { valid: 0, invalid: 0 };
    const wrong: string[] = [];

    for (const one of preparedCases(api, { drawn: Math.ceil(drawn * SHARE), seed: 1, tally })) {
      const kind = one.case.intent.kind === 'invalid' ? 'invalid' : 'valid';
      const flaw = kind === 'valid' ? flawOfValid(one, judge, api) : flawOfInvalid(one, judge);
      counts[kind] += 1;
      if (flaw !== undefined) wrong.push(`${one.case.id} (${one.case.deviation}): ${flaw}`);
    }

    expect(wrong.slice(0, 20)).toEqual([]);
    expect(Math.min(counts.valid, counts.invalid)).toBeGreaterThan(least);
    made.valid += counts.valid;
    made.invalid += counts.invalid;
    made.unproven += tally.unproven;
    made.unwritable += tally.unwritable;
  },
  900_000,
);

afterAll(() => {
  if (SHARE < 1) return;
  process.stdout.write(`cases: ${JSON.stringify(made)}\n`);
  expect(made.valid + made.invalid).toBeGreaterThanOrEqual(100_000);
});

describe('the reader that has the second opinion', () => {
  const query = (target: string, explode = true): readonly unknown[] => {
    const parameter = aParameter('query', 'p', {}, { explode });
    const request = { method: 'GET', target, headers: [], body: undefined };
    return readingsOfParameter(anOperation({ path: '/x' }), parameter, request);
  };

  test('reads numbers, booleans, lists, nothing and null from texts', () => {
    expect(query('/x?p=%205')).toEqual(expect.arrayContaining([' 5', '5', 5]));
    expect(query('/x?p=on')).toContain(true);
    expect(query('/x?p=')).toEqual(expect.arrayContaining(['', null, ABSENT]));
    expect(query('/x')).toContain(ABSENT);
    expect(query('/x?p=a&p=5')).toEqual(expect.arrayContaining(['a', 5, ['a', 5]]));
    expect(query('/x?p=1,2', false)).toContainEqual([1, 2]);
    expect(query('/x?p[a]=1')).toContainEqual({ a: 1 });
  });

  test('reads forms and parts member by member', () => {
    const body = (type: string, text: string): readonly unknown[] =>
      readingsOfBody({
        method: 'POST',
        target: '/',
        headers: [['Content-Type', type]],
        body: Buffer.from(text),
      });
    const form = body('application/x-www-form-urlencoded', 'a=5&b=x&b=y&c%5Bd%5D=1&e=');

    expect(form).toContainEqual({ a: 5, b: ['x', 'y'], c: { d: 1 } });
    expect(form).toContainEqual({ a: '5', b: 'x', c: { d: '1' }, e: null });
    expect(
      body(
        'multipart/form-data; boundary=b',
        '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n[1]\r\n--b--\r\n',
      ),
    ).toContainEqual({ a: [1] });
  });

  test('reads JSON by its types', () => {
    const json = (text: string): readonly unknown[] =>
      readingsOfBody({
        method: 'POST',
        target: '/',
        headers: [['Content-Type', 'application/json']],
        body: Buffer.from(text),
      });

    expect(json('"5"')).toEqual(['5']);
    expect(json('null')).toEqual([null, ABSENT]);
  });
});

function flawOfValid(
  { case: { operation }, request }: PreparedCase,
  judge: Judge,
  { documents }: Awaited<ReturnType<typeof loadApi>>,
): string | undefined {
  const read = readStrictly(operation, request, documents);
  for (const parameter of operation.parameters) {
    const value = valueAt(read, { in: parameter.in, pointer: placeBelow('', parameter.name) });
    const schema = schemaOf(parameter);
    if (value === undefined && parameter.required) return `${parameter.name} is missing`;
    if (value !== undefined && schema !== undefined && !judge(schema, value))
      return `${parameter.in} ${parameter.name} is ${JSON.stringify(value)}`;
  }
  const schema = bodySchema(operation, read.body?.mediaType ?? '');
  if (read.body === undefined || schema === undefined) return undefined;
  return judge(schema, read.body.value) ? undefined : `the body is ${JSON.stringify(read.body)}`;
}

function flawOfInvalid(
  { case: testCase, request }: PreparedCase,
  judge: Judge,
): string | undefined {
  const { operation, intent } = testCase;
  if (intent.kind !== 'invalid') return 'it is not invalid';
  const { in: location, pointer } = intent.violation;
  const { readings, schema, isRequired } = brokenPart(operation, intent.violation, request);
  if (schema === undefined || readings.length === 0) return 'there is nothing to judge';
  const valid = readings.find((reading) =>
    reading === ABSENT ? !isRequired : judge(schema, reading),
  );
  return valid === undefined
    ? undefined
    : `${location}${pointer} may be read as ${valid === ABSENT ? 'absent' : JSON.stringify(valid)}`;
}

interface Part {
  readonly readings: readonly unknown[];
  readonly schema: SchemaAt | undefined;
  readonly isRequired: boolean;
}

function brokenPart(operation: Operation, at: ValuePlace, request: PreparedRequest): Part {
  if (at.in === 'body') {
    const type = request.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
    return {
      readings: readingsOfBody(request),
      schema: bodySchema(operation, type ?? ''),
      isRequired: operation.requestBody?.required === true,
    };
  }
  const parameter = operation.parameters.find(
    (one) => one.in === at.in && one.name === pointerTokens(at.pointer)[0],
  );
  if (parameter === undefined) return { readings: [], schema: undefined, isRequired: false };
  const { required: isRequired } = parameter;
  const readings = readingsOfParameter(operation, parameter, request);
  return { readings, schema: schemaOf(parameter), isRequired };
}

function schemaOf({ schema, content }: Parameter): SchemaAt | undefined {
  return schema ?? content?.schema;
}

function bodySchema({ requestBody }: Operation, mediaType: string): SchemaAt | undefined {
  return mostSpecificMatch(requestBody?.content ?? [], mediaType)?.schema;
}
