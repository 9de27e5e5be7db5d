/**
 * A value outside its enum that is nearly one of it: a client that knows the declared one fails over
 * a capital, a hyphen or a plural. It says what response-schema would say, with the word that was
 * probably meant, and in its place.
 */
import { answersOperation } from './answers-operation.ts';
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { judgedBody } from './judged-body.ts';
import { mostTelling } from './most-telling.ts';
import { nearMiss } from './near-miss.ts';
import { fail, PASS, skipped } from './verdict.ts';

export const enumDrift: Check = {
  code: 'A113',
  name: 'enum-drift',
  summary: 'A value outside its enum is not nearly one of the declared ones.',
  source: 'JSON Schema 2020-12 Validation, sections 6.1.2 and 6.1.3',
  defaultSeverity: 'high',
  appliesTo: answersOperation,
  judge: judgeAnswerOf((answer, exchange, context) => {
    const judged = judgedBody(answer, exchange, context);
    if (judged.kind !== 'judged') return skipped('no value is judged by a schema');
    const error = mostTelling(judged, context);
    if (error === undefined || !(error.keyword === 'enum' || error.keyword === 'const')) {
      return PASS;
    }
    const near = nearest(error.actual, [error.expected].flat());
    if (near === undefined) return PASS;
    return fail({
      title: `${error.at === '' ? 'The body' : error.at} ${error.message}`,
      detail: `${JSON.stringify(error.actual)} differs from ${JSON.stringify(near.value)} in ${near.how}.`,
      at: error.at,
      place: error.place,
      keyword: error.keyword,
      expected: error.expected,
      actual: error.actual,
    });
  }),
};

function nearest(
  actual: unknown,
  declared: readonly unknown[],
): { readonly value: unknown; readonly how: string } | undefined {
  const alike = declared.find(
    (one) => isScalar(one) && isScalar(actual) && `${one}` === `${actual}`,
  );
  if (alike !== undefined) return { value: alike, how: 'its type' };
  if (typeof actual !== 'string') return undefined;
  const words = declared.filter((one) => typeof one === 'string');
  const near = nearMiss(actual, words);
  return near === undefined ? undefined : { value: near.word, how: near.how };
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
