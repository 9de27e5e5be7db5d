/** Which look of errors is usual, and that one error of each look and operation waits for the end. */
import { expect, test } from 'vitest';
import { readAnswerBody } from '../../src/checks/answer-body.ts';
import type { Dispatched } from '../../src/run/attempted.ts';
import { createErrorLooks } from '../../src/run/error-looks.ts';
import { anExchange } from '../checks/judged.ts';
import { loadPaths } from '../spec/load-text.ts';

const api = await loadPaths(`paths:
  /a: { get: { operationId: a, responses: { '200': { description: D } } } }
  /b: { get: { operationId: b, responses: { '200': { description: D } } } }`);

function answered(status: number, body: unknown, operation = 'a'): Dispatched {
  const exchange = anExchange({ api, operation, status, body });
  const { outcome } = exchange;
  return {
    kind: 'sent',
    exchange,
    body: outcome.kind === 'answer' ? readAnswerBody(outcome) : { kind: 'none' },
    accepted: false,
    taken: [],
  };
}

test('what is no error has no look', () => {
  const looks = createErrorLooks();

  expect(looks.see(answered(200, { code: 1 }))).toBe(false);
  expect(looks.usual()).toBeUndefined();
  expect(looks.examples()).toEqual([]);
});

test('the look that most errors have is the usual one, whenever they come', () => {
  const looks = createErrorLooks();
  looks.see(answered(404, { message: 'x' }));
  for (const code of [1, 2, 3]) expect(looks.see(answered(400, { code }))).toBe(true);

  expect(looks.usual()?.members).toEqual(['code']);
});

test('one error of each look and operation is kept, however many come', () => {
  const looks = createErrorLooks();
  const first = answered(400, { code: 0 });
  looks.see(first);
  for (let code = 1; code < 500; code += 1) looks.see(answered(400, { code }));
  const [unlike, elsewhere] = [answered(400, { message: 'x' }), answered(400, { code: 1 }, 'b')];
  looks.see(unlike);
  looks.see(elsewhere);

  expect(looks.examples()).toEqual([first, elsewhere, unlike]);
});

test('looks without end are not kept', () => {
  const looks = createErrorLooks();
  for (let index = 0; index < 1_200; index += 1)
    expect(looks.see(answered(400, { [`m${String(index)}`]: 1 }))).toBe(true);

  expect(looks.examples()).toHaveLength(1_000);
});
