/**
 * Makes the reports that are asked for, each behind a guard: a reporter that throws is told once
 * and left out from then on, and the run goes on.
 */
import path from 'node:path';
import type { RunEvent } from '../run/events.ts';
import { createJunitReporter } from './junit.ts';
import { createNdjsonReporter } from './ndjson.ts';
import { REPORT_NAMES, type ReportName } from './options.ts';
import type { Reporter } from './reporter.ts';
import { createTerminalReporter } from './terminal.ts';
import type { Screen } from './screen.ts';

interface ReporterOptions {
  readonly names: readonly ReportName[];
  /** Made where it is not there. */
  readonly folder: string;
  readonly screen: Screen;
  /** The terminal tells what was not judged, and why. @defaultValue false */
  readonly showsSkipped?: boolean;
  /** Called once for a reporter that throws. */
  readonly onError: (reporter: string, error: unknown) => void;
}

/** @returns the reporters, the terminal last: it tells which files the others wrote. */
export function createReporters(options: ReporterOptions): readonly Reporter[] {
  const written: string[] = [];
  return REPORT_NAMES.filter((name) => options.names.includes(name)).map((name) => {
    const parts: Parts = { ...options, written: () => written };
    return guard(MAKERS[name](parts), options.onError, () => {
      if (name !== 'terminal') written.push(fileOf(name, options.folder));
    });
  });
}

interface Parts extends ReporterOptions {
  readonly written: () => readonly string[];
}

const MAKERS = {
  ndjson: ({ folder }) => createNdjsonReporter(fileOf('ndjson', folder)),
  junit: ({ folder }) => createJunitReporter(fileOf('junit', folder)),
  terminal: ({ screen, written, showsSkipped = false }) =>
    createTerminalReporter({ screen, written, showsSkipped }),
} as const satisfies Record<ReportName, (parts: Parts) => Reporter>;

const FILES = { ndjson: 'run.ndjson', junit: 'junit.xml' } as const;

function fileOf(name: keyof typeof FILES, folder: string): string {
  return path.join(folder, FILES[name]);
}

/** Closing twice is closing once, so whoever started the reporters may always close them. */
function guard(
  reporter: Reporter,
  onError: ReporterOptions['onError'],
  onClosed: () => void,
): Reporter {
  let hasFailed = false;
  let hasBegun = false;
  let isClosed = false;
  const fail = (error: unknown): void => {
    if (!hasFailed) onError(reporter.name, error);
    hasFailed = true;
  };
  return {
    name: reporter.name,
    on: (event: RunEvent) => {
      if (hasFailed) return;
      hasBegun = true;
      try {
        reporter.on(event);
      } catch (error) {
        fail(error);
      }
    },
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      try {
        await reporter.close();
        if (hasBegun && !hasFailed) onClosed();
      } catch (error) {
        fail(error);
      }
    },
  };
}
