/** The JUnit report: counts, names, what a failure says, and that any text comes through as XML. */
import { mkdtempSync, readFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { createJunitReporter } from '../../src/reporters/junit.ts';
import { render } from '../../src/reporters/junit/render.ts';
import { fold, INITIAL_STATE } from '../../src/reporters/junit/state.ts';
import { buildXml, xmlAttribute, xmlText } from '../../src/reporters/junit/xml.ts';
import type { RunEvent } from '../../src/run/events.ts';
import {
  A_RUN,
  aCount,
  aFailure,
  anExchange,
  aVerdict,
  FINDING,
  FINISHED,
  STARTED,
} from './a-run.ts';

const report = (events: readonly RunEvent[]): string => render(events.reduce(fold, INITIAL_STATE));

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: { enabled: true, maxTotalExpansions: 1e6 },
  isArray: (name) => name === 'testsuite' || name === 'testcase',
});

interface ParsedCase {
  readonly '@name': string;
  readonly '@time': string;
  readonly failure?: { readonly '@message': string; readonly '@type': string; '#text': string };
  readonly skipped?: { readonly '@message': string };
}

interface ParsedSuite {
  readonly '@name': string;
  readonly '@tests': string;
  readonly '@failures': string;
  readonly '@skipped': string;
  readonly '@time': string;
  readonly testcase?: readonly ParsedCase[];
}

function parsed(xml: string): ParsedSuite & { readonly testsuite: readonly ParsedSuite[] } {
  expect(XMLValidator.validate(xml)).toBe(true);
  const { testsuites } = parser.parse(xml) as {
    testsuites: ParsedSuite & { testsuite: readonly ParsedSuite[] };
  };
  return testsuites;
}

describe('the report of a small run', () => {
  test('is this, whole', () => {
    expect(report(A_RUN)).toMatchSnapshot();
  });

  test('a phase none of whose cases could be sent says why, and one with some says what they showed', () => {
    const unsent: RunEvent = {
      kind: 'unsent',
      operation: 'ListPets',
      phase: 'fuzz',
      case: 'ListPets:fuzz:0',
      deviation: '',
      why: { reason: 'no id known', detail: 'CreatePet would have to show it' },
    };
    const [started] = A_RUN;
    const messages = (events: readonly RunEvent[]): readonly string[] =>
      parsed(report(events)).testsuite.flatMap(({ testcase = [] }) =>
        testcase
          .filter((one) => one['@name'].endsWith('(fuzz)'))
          .flatMap(({ skipped }) => skipped?.['@message'] ?? []),
      );

    const alone = messages([started, unsent].filter((event) => event !== undefined));
    expect(new Set(alone)).toEqual(new Set(['no id known: CreatePet would have to show it']));
    expect(messages([...A_RUN, unsent]).join()).not.toContain('CreatePet would have to show it');
  });

  test('counts agree with the cases, and times with the requests', () => {
    const all = parsed(report(A_RUN));

    const own = all.testsuite.filter((suite) => suite['@name'] !== 'description');
    const sum = (key: '@tests' | '@failures' | '@skipped'): number =>
      own.reduce((total, suite) => total + Number(suite[key]), 0);
    for (const suite of own) {
      const cases = suite.testcase ?? [];
      expect(Number(suite['@tests'])).toBe(cases.length);
      expect(Number(suite['@failures'])).toBe(cases.filter((c) => c.failure).length);
      expect(Number(suite['@skipped'])).toBe(cases.filter((c) => c.skipped).length);
    }
    expect(sum('@tests')).toBe(Number(all['@tests']));
    expect(sum('@failures')).toBe(Number(all['@failures']));
    expect(sum('@skipped')).toBe(Number(all['@skipped']));
    expect(own.map((suite) => suite['@time'])).toEqual(['0.039', '0.000', '0.060', '0.000']);
    expect(all['@time']).toBe('1.234');
  });

  test('every operation has a case, also one that was never sent', () => {
    const suites = parsed(report(A_RUN)).testsuite;

    expect(suites.map((suite) => suite['@name'])).toEqual([
      'description',
      ...STARTED.operations.map(({ id }) => id),
    ]);
    expect(suites.at(-1)?.testcase?.[0]?.skipped?.['@message']).toBe('not allowed to write');
  });
});

describe('a failure', () => {
  const cellOf = (events: readonly RunEvent[], suite: string, name: string) =>
    parsed(report(events))
      .testsuite.find((candidate) => candidate['@name'] === suite)
      ?.testcase?.find((candidate) => candidate['@name'] === name);

  test('is told in full where it was found first and pointed to from the others', () => {
    const first = cellOf(A_RUN, 'ListPets', 'status-declared (template)')?.failure;
    const other = cellOf(A_RUN, 'CreatePet', 'status-declared (template)')?.failure;

    expect(first?.['@type']).toBe('A103');
    expect(first?.['#text']).toContain('curl -sS');
    expect(first?.['#text']).toContain('{"error":"teapot"}');
    expect(other?.['@type']).toBe('A103');
    expect(other?.['#text']).not.toContain('curl');
    expect(other?.['#text']).toContain('ListPets, status-declared (template); id 0a1b2c3d');
  });

  test('does not show in a phase of the same check where another was seen', () => {
    const other = { ...FINDING, place: 'pets.yaml#/other', title: 'Another' };
    const failed = (finding: typeof FINDING) =>
      ({ 'status-declared': { kind: 'fail', findings: [finding] } }) as const;
    const events: RunEvent[] = [
      STARTED,
      aVerdict('ListPets', 'template', failed(FINDING)),
      aFailure(),
      aVerdict('ListPets', 'fuzz', failed(other)),
      aFailure({ ...other, phase: 'fuzz', id: 'ffffffff' }),
      {
        ...FINISHED,
        failures: [aCount('0a1b2c3d'), aCount('ffffffff', ['ListPets'], 'fuzz')],
      },
    ];

    const template = cellOf(events, 'ListPets', 'status-declared (template)')?.failure;
    const fuzz = cellOf(events, 'ListPets', 'status-declared (fuzz)')?.failure;

    expect(template?.['@message']).toBe('Status 418 is not declared');
    expect(template?.['#text']).not.toContain('Another');
    expect(fuzz?.['@message']).toBe('Another');
  });

  test('told by another check than the one that failed is pointed to from there', () => {
    const counted = aCount('0a1b2c3d');
    const elsewhere = { operation: 'CreatePet', phase: 'fuzz', check: 'response-schema' } as const;
    const events: RunEvent[] = [
      STARTED,
      aVerdict('ListPets', 'template', {
        'status-declared': { kind: 'fail', findings: [FINDING] },
      }),
      aFailure(),
      aVerdict('CreatePet', 'fuzz', {
        'response-schema': { kind: 'fail', findings: [{ ...FINDING, place: 'pets.yaml#/other' }] },
      }),
      {
        ...FINISHED,
        failures: [
          {
            ...counted,
            operations: ['ListPets', 'CreatePet'],
            sightings: [...counted.sightings, elsewhere],
          },
        ],
      },
    ];

    const other = cellOf(events, 'CreatePet', 'response-schema (fuzz)')?.failure;

    expect(other?.['@message']).toBe('Status 418 is not declared');
    expect(other?.['#text']).toContain('ListPets, status-declared (template); id 0a1b2c3d');
  });

  test('shows without a run-finished, as after an interruption that killed the run', () => {
    const events = A_RUN.filter(({ kind }) => kind !== 'run-finished');

    expect(cellOf(events, 'ListPets', 'status-declared (template)')?.failure).toBeDefined();
  });

  test('is not lost when its verdict is missing from the log', () => {
    const events: RunEvent[] = [STARTED, anExchange(), aFailure()];

    expect(cellOf(events, 'ListPets', 'status-declared (template)')?.failure).toBeDefined();
  });
});

describe('hostile text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    }),
    fc.constantFrom(']]>', '<!--', '&#0;', '\u0000', '\ud800', '\r', '\r\n', '\ufffe'),
  );

  test('any text in an element is well-formed XML and reads back as escaped', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const xml = buildXml({ root: { '@kind': 'x', '#text': xmlText(`(${text})`) } });

        expect(XMLValidator.validate(xml)).toBe(true);
        expect(xml).not.toMatch(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
        const { root } = parser.parse(xml) as { root: { '#text': string } };
        expect(root['#text']).toBe(xmlText(`(${text})`));
      }),
      { numRuns: 500 },
    );
  });

  test('any text in an attribute reads back as escaped', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const xml = buildXml({ root: { '@name': xmlAttribute(`(${text})`) } });

        expect(XMLValidator.validate(xml)).toBe(true);
        const { root } = parser.parse(xml) as { root: { '@name': string } };
        expect(root['@name']).toBe(xmlAttribute(`(${text})`));
        expect(root['@name']).not.toMatch(/[\t\n\r]/);
      }),
      { numRuns: 500 },
    );
  });

  test('a failure made of it keeps the report well-formed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const failure = aFailure({
          title: text,
          detail: text,
          actual: text,
          curl: text,
          example: anExchange({
            outcome: {
              kind: 'answer',
              status: 200,
              headers: [['X-Text', text]],
              body: { encoding: 'text', content: text, bytes: text.length },
            },
          }),
        });

        expect(XMLValidator.validate(report([STARTED, failure, FINISHED]))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

test('memory: a long run leaves counts behind, not exchanges', () => {
  const body = 'x'.repeat(1000);
  const exchange = anExchange({
    outcome: {
      kind: 'answer',
      status: 200,
      headers: [],
      body: { encoding: 'text', content: body, bytes: 1000 },
    },
  });
  let state = fold(INITIAL_STATE, STARTED);
  for (let index = 0; index < 2_000; index += 1) {
    state = fold(state, exchange);
    state = fold(state, aVerdict('ListPets', 'template', { answered: 'pass' }));
  }

  expect(state.operations[0]?.phases.template?.elapsedMs).toBe(60_000);
  expect(JSON.stringify(state).length).toBeLessThan(2_000);
});

test('the file is written on close, with its folder; nothing where no run began', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'assay-junit-'));
  const silent = createJunitReporter(path.join(folder, 'a', 'junit.xml'));
  const reporter = createJunitReporter(path.join(folder, 'b', 'junit.xml'));

  await silent.close();
  for (const event of A_RUN) reporter.on(event);
  await reporter.close();

  expect(existsSync(path.join(folder, 'a', 'junit.xml'))).toBe(false);
  expect(readFileSync(path.join(folder, 'b', 'junit.xml'), 'utf8')).toBe(report(A_RUN));
});
