/**
 * What people see: on a terminal one line that is drawn over while the run goes on, elsewhere a
 * line now and then; at the end the failures, what was not tested and why, and the figures.
 */
import type { FailureEvent, RunEvent } from '../run/events.ts';
import type { Reporter } from './reporter.ts';
import type { Screen } from './screen.ts';
import { foundText, headingText, progressText } from './terminal/progress.ts';
import { foldSkipped, type SkippedTally } from './terminal/skipped.ts';
import { fold, INITIAL_STATE, type TerminalState } from './terminal/state.ts';
import { render } from './terminal/summary.ts';

interface TerminalOptions {
  readonly screen: Screen;
  /** Files that the other reporters have written by now. */
  readonly written: () => readonly string[];
  /** Tells what was not judged, and why. */
  readonly showsSkipped: boolean;
}

/** Between two drawings of the live line, and between two lines where there is none; by the events' clock. */
const LIVE_EVERY_MS = 100;
const PLAIN_EVERY_MS = 10_000;
const TOLD_AT_ONCE = 10;
const ERASE_LINE = '\r\u001b[2K';

/** @returns a reporter that writes to the screen. */
export function createTerminalReporter(options: TerminalOptions): Reporter {
  return new TerminalReporter(options);
}

class TerminalReporter implements Reporter {
  readonly name = 'terminal';
  readonly #screen: Screen;
  readonly #written: () => readonly string[];
  readonly #width: number;
  #state: TerminalState = INITIAL_STATE;
  readonly #showsSkipped: boolean;
  #skipped: SkippedTally = new Map();
  #shownMs = 0;
  #hasLiveLine = false;

  constructor({ screen, written, showsSkipped }: TerminalOptions) {
    this.#screen = screen;
    this.#showsSkipped = showsSkipped;
    this.#written = written;
    this.#width = Math.min(100, Math.max(60, screen.columns));
  }

  on(event: RunEvent): void {
    this.#state = fold(this.#state, event);
    if (this.#showsSkipped) this.#skipped = foldSkipped(this.#skipped, event);
    const { colors } = this.#screen;
    if (event.kind === 'run-started') this.#line(headingText(event, colors));
    if (event.kind === 'failure') this.#found(event);
    if (event.kind === 'exchange') this.#progress();
  }

  close(): Promise<void> {
    this.#erase();
    const { colors } = this.#screen;
    const written = this.#written();
    this.#screen.write(
      render(this.#state, { width: this.#width, colors, written, skipped: this.#skipped }),
    );
    return Promise.resolve();
  }

  /** The end tells all of them; these are for who watches a log grow. The live line counts instead. */
  #found(failure: FailureEvent): void {
    const { isLive, colors } = this.#screen;
    if (!isLive && this.#state.failures.length <= TOLD_AT_ONCE)
      this.#line(colors.red(foundText(failure, this.#width)));
  }

  #progress(): void {
    const { isLive, colors } = this.#screen;
    const { clockMs } = this.#state;
    if (clockMs - this.#shownMs < (isLive ? LIVE_EVERY_MS : PLAIN_EVERY_MS)) return;
    this.#shownMs = clockMs;
    // One column less: a full last column makes some terminals wrap.
    const text = progressText(this.#state, Math.min(this.#width, this.#screen.columns) - 1);
    if (!isLive) return this.#line(text);
    this.#screen.write(ERASE_LINE + colors.dim(text));
    this.#hasLiveLine = true;
  }

  #line(text: string): void {
    this.#erase();
    this.#screen.write(`${text}\n`);
  }

  #erase(): void {
    if (this.#hasLiveLine) this.#screen.write(ERASE_LINE);
    this.#hasLiveLine = false;
  }
}
