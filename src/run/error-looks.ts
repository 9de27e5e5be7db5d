/**
 * How the error answers of a run look. Which look is the API's own, all of them together tell, so
 * that each has to wait for the end: of the errors of one operation that look alike, one waits for
 * all, and a long run stays small.
 */
import { errorShapeOf, type ErrorShape } from '../checks/error-shape.ts';
import type { Dispatched } from './attempted.ts';

export interface ErrorLooks {
  /** @returns whether it is an error that has a look */
  see(sent: Dispatched): boolean;
  /** The look that most errors had, once there are some. */
  usual(): ErrorShape | undefined;
  /** The first error of each operation and look. */
  examples(): readonly Dispatched[];
}

/** A server whose errors have more looks than this makes them up. */
const MOST_LOOKS = 1_000;

interface Look {
  readonly shape: ErrorShape;
  count: number;
  /** By operation. */
  readonly examples: Map<string, Dispatched>;
}

/** @returns a book of none. */
export function createErrorLooks(): ErrorLooks {
  const looks = new Map<string, Look>();
  return {
    see: (sent) => {
      const { outcome, case: testCase } = sent.exchange;
      const shape = outcome.kind === 'answer' ? errorShapeOf(outcome, sent.body) : undefined;
      if (shape === undefined) return false;
      const key = JSON.stringify(shape);
      const look = looks.get(key) ?? { shape, count: 0, examples: new Map<string, Dispatched>() };
      if (look.count === 0 && looks.size === MOST_LOOKS) return true;
      looks.set(key, look);
      look.count += 1;
      const { id } = testCase.operation;
      if (!look.examples.has(id)) look.examples.set(id, sent);
      return true;
    },
    usual: () => [...looks.values()].sort((a, b) => b.count - a.count)[0]?.shape,
    examples: () => [...looks.values()].flatMap(({ examples }) => [...examples.values()]),
  };
}
