/** Reads back what a run wrote. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import type { ExchangeEvent, RunEvent } from '../../src/run/events.ts';

/** @returns every event of `run.ndjson`; a line that is no JSON throws. */
export function readEvents(folder: string): readonly RunEvent[] {
  const lines = readFileSync(path.join(folder, 'run.ndjson'), 'utf8').split('\n');
  if (lines.pop() !== '') throw new Error('run.ndjson does not end with a line end');
  // The log is the union written out.
  return lines.map((line) => JSON.parse(line) as RunEvent);
}

/** @returns the events of one kind. */
export function eventsOf<K extends RunEvent['kind']>(
  events: readonly RunEvent[],
  kind: K,
): readonly Extract<RunEvent, { kind: K }>[] {
  return events.filter((event): event is Extract<RunEvent, { kind: K }> => event.kind === kind);
}

/** @returns what was sent, but for the address, which differs from run to run. */
export function requestText({ case: id, request }: ExchangeEvent): string {
  const { method, url, headers, body } = request;
  // A tag is a hash of bodies, and these name the sandbox's own port, which is new each time.
  const fixed = headers.map(([name, value]) => [name, name === 'If-None-Match' ? '' : value]);
  return JSON.stringify([id, method, url.replace(/^https?:\/\/[^/]+/, ''), fixed, body]);
}

export interface JunitCase {
  readonly suite: string;
  readonly name: string;
  readonly failure: { readonly type: string; readonly text: string } | undefined;
  readonly skipped: string | undefined;
}

/** @returns every case of `junit.xml`, parsed strictly. */
export function readJunit(folder: string): readonly JunitCase[] {
  const text = readFileSync(path.join(folder, 'junit.xml'), 'utf8');
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    isArray: (name) => name === 'testsuite' || name === 'testcase',
  });
  // The shape is asserted by those who read it: what is missing fails there.
  const { testsuites } = parser.parse(text, true) as { readonly testsuites: JunitXml };
  return testsuites.testsuite.flatMap((suite) =>
    suite.testcase.map(({ name, failure, skipped }) => ({
      suite: suite.name,
      name,
      failure:
        failure === undefined ? undefined : { type: failure.type, text: failure['#text'] ?? '' },
      skipped: skipped?.message,
    })),
  );
}

interface JunitXml {
  readonly testsuite: readonly {
    readonly name: string;
    readonly testcase: readonly {
      readonly name: string;
      readonly failure?: { readonly type: string; readonly '#text'?: string };
      readonly skipped?: { readonly message: string };
    }[];
  }[];
}
