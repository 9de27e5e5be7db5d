/**
 * The floors over the JSON-Schema-Test-Suite: nothing unsound, nearly all satisfiable schemas
 * covered, impossible ones refused, all JSON types reached.
 */
import { suite } from './corpus.ts';
import { drawAll, quantile, typeName, type Drawn } from './draws.ts';
import { share, type Floor } from './floor.ts';

/** @returns the floors. */
export async function suiteFloors(): Promise<readonly Floor[]> {
  const drawn = await drawAll([...suite('2020-12'), ...suite('draft-07')]);
  const judged = drawn.filter(({ judge }) => judge !== undefined);
  const satisfiable = judged.filter(isSatisfiable);
  const covered = satisfiable.filter(({ refusal, unsound }) => !refusal && unsound.length === 0);
  // A group without a valid test may be satisfiable all the same: a valid draw proves that.
  const impossible = judged.filter((one) => !isSatisfiable(one) && !isProvenSatisfiable(one));
  const refused = impossible.filter(({ refusal }) => refusal !== undefined);
  const reach = reachOf(satisfiable);
  const unsound = drawn.flatMap((one) => one.unsound);
  const median = quantile(
    drawn.map(({ cpuMs }) => cpuMs),
    0.5,
  );
  return [
    {
      what: `unsound values of ${drawn.reduce((sum, { values }) => sum + values.length, 0)}`,
      figure: String(unsound.length),
      floor: '0',
      isMet: unsound.length === 0,
      exceptions: drawn.filter((one) => one.unsound.length > 0).map(({ entry }) => entry.name),
    },
    {
      what: 'satisfiable schemas that yield values',
      figure: share(covered.length, satisfiable.length),
      floor: '98 %',
      isMet: covered.length >= 0.98 * satisfiable.length,
      exceptions: satisfiable
        .filter((one) => !covered.includes(one))
        .map(({ entry, refusal }) => `${entry.name}: ${refusal?.message ?? 'unsound'}`),
    },
    {
      what: 'impossible schemas refused, with the clash',
      figure: share(refused.length, impossible.length),
      floor: 'all',
      isMet: refused.length === impossible.length,
      exceptions: refused.map(({ refusal }) => refusal?.message ?? ''),
    },
    {
      what: "reach of the valid tests' JSON types",
      figure: reach.toFixed(3),
      floor: '0.95',
      isMet: reach >= 0.95,
    },
    {
      what: 'median CPU ms a schema, for its first fifty values',
      figure: median.toFixed(1),
      floor: '5',
      isMet: median <= 5,
    },
    ...judges(drawn),
  ];
}

function isSatisfiable({ entry }: Drawn): boolean {
  return entry.tests.some(({ valid }) => valid);
}

function isProvenSatisfiable({ values, unsound }: Drawn): boolean {
  return values.length > 0 && unsound.length === 0;
}

function reachOf(drawn: readonly Drawn[]): number {
  let wanted = 0;
  let hit = 0;
  for (const { entry, values } of drawn) {
    const types = new Set(
      entry.tests.flatMap(({ data, valid }) => (valid ? [typeName(data)] : [])),
    );
    const drawnTypes = new Set(values.map(typeName));
    wanted += types.size;
    hit += [...types].filter((type) => drawnTypes.has(type)).length;
  }
  return wanted === 0 ? 0 : hit / wanted;
}

/** Told, not judged: who judged, and which groups nobody could. */
function judges(drawn: readonly Drawn[]): readonly Floor[] {
  const by = (judge: string): readonly string[] =>
    drawn.filter((one) => one.judge?.by === judge).map(({ entry }) => entry.name);
  const unjudged = drawn.filter(({ judge }) => judge === undefined).map(({ entry }) => entry.name);
  const others = by('hyperjump');
  return [
    {
      what: 'groups judged by AJV',
      figure: share(by('ajv').length, drawn.length),
      floor: 'told',
      isMet: true,
    },
    {
      what: 'groups judged by @hyperjump/json-schema, AJV being wrong or stuck',
      figure: String(others.length),
      floor: 'told',
      isMet: true,
      exceptions: others,
    },
    {
      what: 'groups that neither judges as the suite does',
      figure: String(unjudged.length),
      floor: 'told',
      isMet: true,
      exceptions: unjudged,
    },
  ];
}
