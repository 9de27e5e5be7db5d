// What time it is in the sandbox. Time is logical so that the same requests get the same answers: it starts at a fixed
// second, moves one step with each request, and is moved on by hand over POST /__sandbox/clock.

/** How the logical clock runs. */
export interface ClockOptions {
  /** First instant, ISO 8601 in UTC. @defaultValue '2026-01-05T09:00:00Z' */
  readonly start?: string;
  /** Whole seconds that pass with each request. @defaultValue 1 */
  readonly stepSeconds?: number;
}

/** A clock that only moves when it is told to; all times are whole Unix seconds. */
export interface Clock {
  readonly now: () => number;
  readonly step: () => void;
  readonly advance: (seconds: number) => void;
  readonly restart: () => void;
}

/** First second of a sandbox whose options name none. */
export const DEFAULT_START = '2026-01-05T09:00:00Z';

/** Makes a stopped clock that stands at its start. @throws {TypeError} the start is no date or the step no whole number */
export function createClock({ start = DEFAULT_START, stepSeconds = 1 }: ClockOptions = {}): Clock {
  const first = Math.floor(Date.parse(start) / 1000);
  if (!Number.isFinite(first)) throw new TypeError(`clock.start is not a date: ${start}`);
  if (!Number.isInteger(stepSeconds) || stepSeconds < 0)
    throw new TypeError('clock.stepSeconds is not a whole number of seconds');
  let current = first;
  return {
    now: () => current,
    step: () => {
      current += stepSeconds;
    },
    advance: (seconds) => {
      current += seconds;
    },
    restart: () => {
      current = first;
    },
  };
}
