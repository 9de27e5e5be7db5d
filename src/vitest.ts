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
import type { Reporter } from './reporters/reporter.ts';
import { failureText } from './reporters/junit/failure-text.ts';
import type { FailureEvent, RunEvent, RunFinished } from './run/events.ts';
import type { Phase } from './cases/case.ts';
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
  const watch = createWatch();
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
          const slice = await watch.slice(operation.id, phase);
          if (slice.failures.length > 0) {
            throw new Error(slice.failures.map(toldInFull).join('\n\n'));
          }
          if (slice.untested !== undefined) skip(slice.untested);
        });
      }
    });
  }
  test(
    'every operation that may be sent is accepted as the gate asks',
    { timeout: 0 },
    async () => {
      const { exitCode, reasons, failures } = await (finished ??
        Promise.reject(new Error('not run')));
      if (exitCode !== 0 && failures.length === 0) throw new Error(reasons.join(' '));
    },
  );
}

function toldInFull(failure: FailureEvent): string {
  const { id, operation } = failure;
  return failureText({ failure, id, count: 1, operations: [operation] });
}

interface Slice {
  readonly failures: readonly FailureEvent[];
  /** Why nothing was sent. */
  readonly untested: string | undefined;
}

interface Watch {
  readonly reporter: Reporter;
  readonly fail: (error: unknown) => void;
  /** Resolves when the phase is over for that operation, or the whole run is. */
  slice(operation: string, phase: Phase): Promise<Slice>;
}

function createWatch(): Watch {
  const failures: FailureEvent[] = [];
  const reasons = new Map<string, string>();
  const phases = new Map<string, Signal>();
  const whole = createSignal();
  const phaseOver = (operation: string, phase: Phase): Signal => {
    const key = `${operation} ${phase}`;
    const signal = phases.get(key) ?? createSignal();
    phases.set(key, signal);
    return signal;
  };
  const note = (event: RunEvent): void => {
    if (event.kind === 'failure') failures.push(event);
    if (event.kind === 'phase-finished') {
      if (event.notReached !== undefined) {
        const { reason, detail } = event.notReached;
        reasons.set(`${event.operation} ${event.phase}`, `${reason}: ${detail}`);
      }
      phaseOver(event.operation, event.phase).settle();
    }
    if (event.kind === 'operation-finished' && event.ledger.untested !== null) {
      const { reason, detail } = event.ledger.untested;
      reasons.set(event.operation, `${reason}: ${detail}`);
    }
    if (event.kind === 'run-finished') whole.settle();
  };
  return {
    reporter: { name: 'vitest', on: note, close: () => Promise.resolve() },
    fail: whole.fail,
    slice: async (operation, phase) => {
      await Promise.race([phaseOver(operation, phase).reached, whole.reached]);
      return {
        failures: failures.filter((one) => one.operation === operation && one.phase === phase),
        untested: reasons.get(`${operation} ${phase}`) ?? reasons.get(operation),
      };
    },
  };
}

/** A promise that is settled from outside. */
interface Signal {
  readonly reached: Promise<void>;
  readonly settle: () => void;
  readonly fail: (error: unknown) => void;
}

function createSignal(): Signal {
  let settle: () => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const reached = new Promise<void>((resolve, reject) => {
    settle = resolve;
    fail = reject;
  });
  // Nobody may be waiting when it fails; whoever waits still learns of it.
  reached.catch(() => undefined);
  return { reached, settle, fail };
}
