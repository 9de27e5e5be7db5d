/**
 * How the cases of an operation grow with its members, and how long a body takes to plan:
 * `npm run bench:growth`. Exits with 1 where a floor is missed.
 */
import { boundaryCases } from '../../src/cases/boundaries.ts';
import { plainTemplate } from '../../src/cases/plain-template.ts';
import { createSchemas } from '../../src/schema/schemas.ts';
import { loadApi } from '../../src/spec/load-api.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { report, type Floor } from '../values/floor.ts';

const SIZES = [5, 20, 60] as const;
const MOST_MS = 50;
const PLANNINGS = 5;

/** What members of real bodies are like, in turn. */
const KINDS = [
  { type: 'string', minLength: 1, maxLength: 40 },
  { type: 'integer', minimum: 0, maximum: 100 },
  { type: 'boolean' },
  { type: 'string', enum: ['low', 'normal', 'high'] },
  { type: 'array', items: { type: 'string' }, maxItems: 5 },
] as const;

const folder = mkdtempSync(path.join(tmpdir(), 'assay-growth-'));
const body = await figuresOf('body');
const query = await figuresOf('query');
rmSync(folder, { recursive: true });
const met = [
  report('Cases of one operation, by members of its body', growth(body)),
  report('Cases of one operation, by query parameters', growth(query)),
];
if (met.includes(false)) process.exitCode = 1;

interface Figure {
  readonly size: number;
  readonly cases: number;
  /** Wall time, of the fastest of {@link PLANNINGS}: V8 compiles beside the first ones. */
  readonly planMs: number;
}

async function figuresOf(where: 'body' | 'query'): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const size of SIZES) {
    const file = path.join(folder, `${where}-${String(size)}.json`);
    writeFileSync(file, JSON.stringify(description(where, size)));
    const api = await loadApi(file);
    const [operation] = api.operations;
    if (operation === undefined) throw new Error('the description has no operation');
    // A description of its own each time, as the first planning of an operation is what users wait for.
    const times = Array.from({ length: PLANNINGS }, () => {
      const schemas = createSchemas(api.documents);
      const before = performance.now();
      const planned = plainTemplate(operation, schemas);
      if (planned.kind === 'impossible') throw new Error(planned.why);
      const { first } = planned;
      const cases = [...boundaryCases({ case: first, values: first.values }, schemas)].length;
      return { cases, ms: performance.now() - before };
    });
    const planMs = Math.min(...times.map(({ ms }) => ms));
    figures.push({ size, cases: times[0]?.cases ?? 0, planMs });
  }
  return figures;
}

function growth(figures: readonly Figure[]): readonly Floor[] {
  const rates = figures.map(({ cases, size }) => cases / size);
  const told = figures.map(
    ({ size, cases, planMs }) => `${String(size)}: ${String(cases)} (${planMs.toFixed(0)} ms)`,
  );
  const last = figures.at(-1);
  return [
    {
      what: 'cases for 5, 20 and 60 members',
      figure: told.join(', '),
      floor: 'linear: no more a member for 60 than 1.2 times those for 5',
      isMet: (rates.at(-1) ?? Infinity) <= 1.2 * (rates[0] ?? 0),
    },
    {
      what: 'planning 60 members, all boundaries made',
      figure: `${(last?.planMs ?? Infinity).toFixed(0)} ms`,
      floor: `${String(MOST_MS)} ms`,
      isMet: (last?.planMs ?? Infinity) < MOST_MS,
    },
  ];
}

function description(where: 'body' | 'query', size: number): unknown {
  const members = Array.from({ length: size }, (_, index) => {
    return [`member${String(index)}`, KINDS[index % KINDS.length]] as const;
  });
  const responses = { default: { description: 'Any.' } };
  const schema = { type: 'object', properties: Object.fromEntries(members) };
  const operation =
    where === 'body'
      ? { requestBody: { required: true, content: { 'application/json': { schema } } }, responses }
      : {
          parameters: members.map(([name, part]) => ({ name, in: 'query', schema: part })),
          responses,
        };
  const paths = { '/things': { post: { operationId: 'MakeThing', ...operation } } };
  return { openapi: '3.1.0', info: { title: 'Growth', version: '1' }, paths };
}
