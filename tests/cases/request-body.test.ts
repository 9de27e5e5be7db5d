/** The headers that Encoding Objects declare for the parts of a body go along with it in every phase. */
import { expect, test } from 'vitest';
import { exampleCases } from '../../src/cases/examples.ts';
import { fuzzSource } from '../../src/cases/fuzz.ts';
import { isValidBody } from '../../src/cases/is-valid-request.ts';
import { plainTemplate } from '../../src/cases/plain-template.ts';
import { createSchemas } from '../../src/schema/schemas.ts';
import type { PartHeaders } from '../../src/wire/request.ts';
import { loadPaths } from '../spec/load-text.ts';

const UPLOAD = `paths:
  /uploads:
    post:
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [file]
              properties:
                file: { type: string, format: binary }
                note: { type: string }
            examples: { one: { value: { file: abc } } }
            encoding:
              file:
                contentType: image/png
                headers:
                  X-Kind: { required: true, schema: { type: string, enum: [photo, scan] } }
                  X-Size: { schema: { type: integer, minimum: 1 } }
`;

async function upload() {
  const api = await loadPaths(UPLOAD);
  const schemas = createSchemas(api.documents);
  const [operation] = api.operations;
  const planned = operation && plainTemplate(operation, schemas);
  if (planned?.kind !== 'cases') throw new Error('no request');
  return { operation: planned.first.operation, template: planned.first, schemas };
}

test('the plain request and examples have the required headers', async () => {
  const { template, schemas } = await upload();

  expect(template.values.body?.partHeaders).toEqual({ file: { 'X-Kind': 'photo' } });
  for (const { values } of exampleCases(template, schemas))
    expect(values.body?.partHeaders).toEqual({ file: { 'X-Kind': 'photo' } });
});

test('drawn requests have all the declared headers, each with values of its schema', async () => {
  const { template, schemas, operation } = await upload();
  const accepted = { case: template, values: template.values };
  const source = fuzzSource(accepted, { schemas, seed: 1, boundaries: () => [] });

  const drawn = [...Array(60).keys()].flatMap((index) => source.draw(index)?.case ?? []);
  const valid = drawn.filter(({ intent }) => intent.kind === 'valid');
  const headers = valid.map(({ values }) => values.body?.partHeaders?.['file'] ?? {});

  expect(new Set(headers.map((each) => each['X-Kind']))).toEqual(new Set(['photo', 'scan']));
  expect(headers.some((each) => each['X-Size'] === undefined)).toBe(true);
  expect(headers.some((each) => each['X-Size'] !== undefined)).toBe(true);
  for (const { values } of valid) expect(isValidBody(operation, values, schemas)).toBe(true);
  // What breaks the body keeps the headers of the accepted request.
  const invalid = drawn.filter(({ intent }) => intent.kind === 'invalid');
  for (const { values } of invalid)
    expect(values.body?.partHeaders).toEqual({ file: { 'X-Kind': 'photo' } });
});

test('a body without a required header, or with a wrong one, is not valid; a part that is not there needs none', async () => {
  const { template, schemas, operation } = await upload();
  const { body } = template.values;
  if (body === undefined) throw new Error('no body');
  const isValid = (partHeaders: PartHeaders, value: unknown = body.value): boolean => {
    const values = { ...template.values, body: { ...body, value, partHeaders } };
    return isValidBody(operation, values, schemas);
  };

  expect(isValid({ file: { 'X-Kind': 'scan' } })).toBe(true);
  expect(isValid({})).toBe(false);
  expect(isValid({ file: { 'X-Kind': 'other' } })).toBe(false);
  expect(isValid({ file: { 'X-Kind': 'scan', 'X-Size': 0 } })).toBe(false);
  expect(isValid({}, { note: 'no file' })).toBe(false);
});
