/**
 * The floors over real schemas: soundness, diversity, and a proven violation for nearly every
 * keyword that says something.
 */
import {
  arbitraryFor,
  boundariesFor,
  unviolatedFor,
  validatorFor,
  violationsFor,
} from '../../src/schema/index.ts';
import fc from 'fast-check';
import { realSchemas, type Entry } from './corpus.ts';
import { DRAWS, drawAll, quantile, type Drawn } from './draws.ts';
import { share, type Floor } from './floor.ts';

/** Fewer distinct values than this, and draws repeat by necessity. */
const MANY_VALUES = 1000;

/** @returns the floors. */
export async function realFloors(): Promise<readonly Floor[]> {
  const drawn = await drawAll(realSchemas());
  const unsound = drawn.filter((one) => one.unsound.length > 0);
  const yielding = drawn.filter(({ refusal }) => refusal === undefined);
  const diversity = diversityOf(yielding);
  const median = quantile(
    drawn.map(({ cpuMs }) => cpuMs),
    0.5,
  );
  return [
    {
      what: `schemas with unsound values, of ${drawn.length}`,
      figure: String(unsound.length),
      floor: '0',
      isMet: unsound.length === 0,
      exceptions: unsound.map(({ entry }) => entry.name),
    },
    {
      what: 'schemas that yield values',
      figure: share(yielding.length, drawn.length),
      floor: '98 %',
      isMet: yielding.length >= 0.98 * drawn.length,
      exceptions: drawn.flatMap(({ entry, refusal }) =>
        refusal === undefined ? [] : [`${entry.name}: ${refusal.message}`],
      ),
    },
    {
      what: 'diversity (distinct/draws) where there are many values',
      figure: diversity.toFixed(3),
      floor: '0.95',
      isMet: diversity >= 0.95,
    },
    {
      what: 'median CPU ms a schema, for its first fifty values',
      figure: median.toFixed(1),
      floor: 'told',
      isMet: true,
    },
    ...violationFloors(yielding.map(({ entry }) => entry)),
  ];
}

function diversityOf(drawn: readonly Drawn[]): number {
  const shares = drawn.flatMap(({ entry, values }) =>
    hasMany(entry) ? [distinct(values) / values.length] : [],
  );
  return shares.reduce((sum, one) => sum + one, 0) / Math.max(1, shares.length);
}

/** More draws tell whether the domain is small. */
function hasMany({ schema, dialect }: Entry): boolean {
  const more = fc.sample(arbitraryFor(schema, { dialect }), { numRuns: DRAWS * 24, seed: 2 });
  return distinct(more) >= Math.min(MANY_VALUES, more.length * 0.8);
}

function distinct(values: readonly unknown[]): number {
  return new Set(values.map((value) => JSON.stringify(value))).size;
}

/** Templates drawn besides the plain one, to come by the parts that it leaves out. */
const MORE_TEMPLATES = 6;

function violationFloors(entries: readonly Entry[]): readonly Floor[] {
  const all = new Set<string>();
  const violated = new Set<string>();
  const reasons = new Map<string, string>();
  let count = 0;
  let wrong = 0;
  for (const { schema, dialect, name } of entries) {
    const validate = validatorFor(schema, { dialect });
    for (const template of templatesOf(schema, dialect)) {
      for (const violation of violationsFor(schema, template, { dialect })) {
        const pair = `${name} ${violation.place} ${violation.keyword}`;
        const isProven = validate(violation.value).some(
          (error) => error.keyword === violation.keyword && error.place === violation.place,
        );
        count += 1;
        if (!isProven) wrong += 1;
        all.add(pair);
        violated.add(pair);
      }
      for (const { place, keyword, reason } of unviolatedFor(schema, template, { dialect })) {
        all.add(`${name} ${place} ${keyword}`);
        reasons.set(`${name} ${place} ${keyword}`, reason);
      }
    }
  }
  const missing = [...all].filter((pair) => !violated.has(pair));
  return [
    {
      what: `violations that are not violations, of ${count}`,
      figure: String(wrong),
      floor: '0',
      isMet: wrong === 0,
    },
    {
      what: '(place, keyword) pairs with a violation',
      figure: share(violated.size, all.size),
      floor: '98 %',
      isMet: violated.size >= 0.98 * all.size,
      exceptions: missing.map((pair) => `${pair}: ${reasons.get(pair) ?? ''}`),
    },
  ];
}

function templatesOf(schema: unknown, dialect: Entry['dialect']): readonly unknown[] {
  const [plain] = boundariesFor(schema, { dialect });
  const drawn = fc.sample(arbitraryFor(schema, { dialect, tier: 'plain' }), {
    numRuns: MORE_TEMPLATES,
    seed: 3,
  });
  return plain === undefined ? drawn : [plain.value, ...drawn];
}
