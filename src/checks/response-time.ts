/** Answers come within a time of your own; off unless asked for, since no description states one. */
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { fail, PASS } from './verdict.ts';

export const responseTime: Check = {
  code: 'A114',
  name: 'response-time',
  summary: 'Every answer comes within `maxResponseMs`.',
  source: 'a limit of your own (`maxResponseMs`)',
  defaultSeverity: 'off',
  appliesTo: () => true,
  judge: judgeAnswerOf((_answer, { case: { operation }, elapsedMs }, { maxResponseMs }) => {
    if (elapsedMs <= maxResponseMs) return PASS;
    return fail({
      title: `The answer took longer than ${String(maxResponseMs)} ms`,
      detail: '',
      at: '',
      place: operation.place,
      keyword: 'time',
      scope: 'place',
      expected: `at most ${String(maxResponseMs)} ms`,
      actual: `${String(Math.round(elapsedMs))} ms`,
    });
  }),
};
