/**
 * The harness inside Vitest: `conformance` registers a `describe` an operation and a `test` a phase,
 * fed by one run; `toConformTo` judges one answer that a test has in hand.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDescription, run } from './assay.ts';
import { judgeAnswer, type GivenAnswer } from './checks/judge-answer.ts';
import { resolveConfig } from './config/resolve-config.ts';
import { selectOperations } from './config/select-operations.ts';
import type { UserConfig } from './config/user-config.ts';
import { failureText } from './reporters/junit/failure-text.ts';
import { countedOnce } from './reporters/kept-failure.ts';
import { createPhaseWatch } from './reporters/phase-watch.ts';
import type { FailureEvent, RunFinished } from './run/events.ts';
import type { Api } from './spec/api.ts';

declare module 'vitest' {
  // Vitest declares it so; an augmentation must repeat the type parameter to the letter.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  interface Matchers<T = any> {
    /** The answer conforms to what the description says of the operation. */
    toConformTo(api: Api, operationId: string): T;
  }
}

expect.extend({
  toConformTo(answer: GivenAnswer, api: Api, operationId: string) {
    const findings = judgeAnswer(api, operationId, answer);
    const told = findings.map(({ code, check, title, detail, place, expected, actual }) => {
      const { file, line, column } = api.documents.locate(place);
      const lines = [`${code} ${check}: ${title}`, detail, `  at ${file}:${line}:${column}`];
      const pair = `  expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`;
      return [...lines.filter((text) => text !== ''), pair].join('\n');
    });
    return {
      pass: findings.length === 0,
      message: () =>
        findings.length === 0
          ? `the answer conforms to ${operationId}`
          : `the answer does not conform to ${operationId}\n${told.join('\n')}`,
    };
  },
});

/**
 * Registers the tests of a description's operations; call it at the top of a suite file. The
 * target is started before the first test and stopped after the last.
 */
export async function conformance(user: UserConfig): Promise<void> {
  const config = resolveConfig(user);
  const api = await loadDescription(config);
  const operations = selectOperations(api, config);
  const watch = createPhaseWatch();
  const abort = new AbortController();
  let finished: Promise<RunFinished> | undefined;
  beforeAll(() => {
    finished = run(config, { signal: abort.signal, reporters: [watch.reporter] });
    finished.catch(watch.fail);
  });
  afterAll(async () => {
    abort.abort();
    await finished?.catch(() => undefined);
  });
  for (const operation of operations) {
    describe(operation.id, () => {
      for (const phase of ['template', ...config.run.phases] as const) {
        test(phase, { timeout: 0 }, async ({ skip }) => {
          const { failures, seenAgain, untested } = await watch.phase(operation.id, phase);
          const found = [...failures.map(toldInFull), ...seenAgain];
          if (found.length > 0) throw new Error(found.join('\n\n'));
          if (untested !== undefined) skip(untested);
        });
      }
    });
  }
  test(
    'every operation that may be sent is accepted as the gate asks',
    { timeout: 0 },
    async () => {
      const { exitCode, reasons } = await (finished ?? Promise.reject(new Error('not run')));
      // The phases have told theirs; what is left only the whole run could say.
      const found = watch.untold().map(toldInFull);
      const unmet =
        exitCode === 0 ? [] : reasons.filter((reason) => !/failures? found/.test(reason));
      if (found.length + unmet.length > 0) throw new Error([...unmet, ...found].join('\n\n'));
    },
  );
}

function toldInFull(failure: FailureEvent): string {
  return `${failure.code} ${failure.check}: ${failureText(countedOnce(failure))}`;
}
