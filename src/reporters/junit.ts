/** `junit.xml`, as CI services read it: written once, when the run has ended. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RunEvent } from '../run/events.ts';
import { render } from './junit/render.ts';
import { fold, INITIAL_STATE, type JunitState } from './junit/state.ts';
import type { Reporter } from './reporter.ts';

/** @returns a reporter that writes `file` when it is closed; nothing where no run began. */
export function createJunitReporter(file: string): Reporter {
  let state: JunitState = INITIAL_STATE;
  return {
    name: 'junit',
    on: (event: RunEvent) => {
      state = fold(state, event);
    },
    close: () => {
      if (state.started !== undefined) {
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, render(state));
      }
      return Promise.resolve();
    },
  };
}
