/** A process that proves, kept for one assignment after the other. */
import { fork } from 'node:child_process';
import type { Assignment, Proof } from './messages.ts';

export type Means = 'scenarios' | 'harness';

export interface Prover {
  prove(assignment: Assignment): Promise<Proof>;
  stop(): void;
}

/** Starts a process that proves by the given means; the harness takes a preset. */
export function startProver(by: Means, preset: string): Prover {
  const script = new URL(`prove-by-${by}.ts`, import.meta.url).pathname;
  const child = fork('node_modules/jiti/lib/jiti-cli.mjs', [script, preset], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    prove: (assignment) =>
      new Promise((resolve, reject) => {
        const onMessage = (proof: unknown): void => {
          child.off('exit', onExit);
          // The child sends nothing else.
          resolve(proof as Proof);
        };
        const onExit = (code: number | null): void => {
          child.off('message', onMessage);
          reject(new Error(`proving ${assignment.fault ?? 'nothing'} ended with ${String(code)}`));
        };
        child.once('message', onMessage);
        child.once('exit', onExit);
        child.send(assignment);
      }),
    stop: () => {
      if (child.connected) child.disconnect();
    },
  };
}
