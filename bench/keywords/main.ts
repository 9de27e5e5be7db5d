/**
 * Which keywords of the requests a run puts to the test: each (operation, place of a keyword) for
 * which a request went out that stands on its edge or breaks it, alone or with others (whatever is no
 * object breaks the `type` of every part of an `allOf`). What is not, is named with the reason. Usage: npm run bench:keywords [-- --preset deep --max-time 300]
 */
import config from '../../assay.config.ts';
import { loadDescription, runOnce } from '../../src/assay.ts';
import { boundaryCases } from '../../src/cases/boundaries.ts';
import { plainMediaType } from '../../src/cases/body-media-type.ts';
import type { Intent } from '../../src/cases/intent.ts';
import { plainTemplate } from '../../src/cases/plain-template.ts';
import { createSchemas } from '../../src/schema/schemas.ts';
import type { ExchangeEvent } from '../../src/run/events.ts';
import type { Api, Operation, Parameter, SchemaAt } from '../../src/spec/api.ts';
import { pointerTokens, type Place } from '../../src/spec/place.ts';
import { parsedOrText } from '../../src/wire/body-text.ts';
import { withValueAt } from '../../src/cases/values-at.ts';
import { report, share } from '../values/floor.ts';
import { requestKeywords } from './request-keywords.ts';

const FLOOR = 0.95;
const preset = (option('--preset') ?? 'deep') as 'quick' | 'ci' | 'deep';
const maxTimeMs = Number(option('--max-time') ?? '300') * 1000;

const api = await loadDescription({ spec: 'spec/openapi.yaml' });
const judge = createSchemas(api.documents);
const sent = new Map<string, Set<Place>>();
const result = await runOnce(
  { ...config, preset, maxTimeMs, seed: 1 },
  {
    onEvent: (event) => {
      if (event.kind !== 'exchange') return;
      const places = sent.get(event.operation) ?? new Set();
      sent.set(event.operation, places);
      const place = testedBy(event.intent);
      if (place !== undefined) places.add(place);
      for (const broken of brokenBy(event)) places.add(broken);
    },
  },
);

const all = api.operations.flatMap((operation) =>
  [...requestKeywords(api, operation)].map((place) => ({ operation, place })),
);
const missed = all.filter(({ operation, place }) => !sent.get(operation.id)?.has(place));
const named = byOperation(missed).flatMap(([operation, places]) => {
  const planned = plannedOf(api, operation);
  return places.map((place) => `${operation.id} ${place}: ${reason(planned.has(place))}`);
});
console.log(`${preset}: ${String(result.sent)} requests; ${result.reasons.join(' ')}`);
for (const failure of result.found) console.log(`  ${failure.operation}: ${failure.title}`);
const isMet = report('Keywords of requests that a run puts to the test', [
  {
    what: 'pairs of operation and keyword',
    figure: share(all.length - missed.length, all.length),
    floor: `${String(FLOOR * 100)} %`,
    isMet: missed.length <= all.length * (1 - FLOOR),
    exceptions: named,
  },
]);
if (!isMet) process.exitCode = 1;

function testedBy(intent: Intent): Place | undefined {
  if (intent.kind === 'invalid') return keywordPlace(intent.violation.place);
  return intent.kind === 'valid' && intent.edge !== undefined
    ? keywordPlace(intent.edge)
    : undefined;
}

/** All that the judge finds wrong with the parameter or the JSON body that an invalid request broke. */
function brokenBy({ operation: id, intent, request }: ExchangeEvent): readonly Place[] {
  if (intent.kind !== 'invalid') return [];
  const operation = api.operations.find((one) => one.id === id);
  const { in: location, pointer, after } = intent.violation;
  if (operation === undefined) return [];
  if (location === 'body') {
    const schema = operation.requestBody && plainMediaType(operation.requestBody)?.schema;
    return request.body === null ? [] : placesOf(schema, parsedOrText(request.body.content));
  }
  const [name, ...deeper] = pointerTokens(pointer);
  if (deeper.length > 0) return [];
  const isMeant = (one: Parameter): boolean => one.in === location && one.name === name;
  return placesOf(operation.parameters.find(isMeant)?.schema, after);
}

function placesOf(schema: SchemaAt | undefined, value: unknown): readonly Place[] {
  if (schema === undefined) return [];
  return judge
    .validator(
      schema,
      'request',
    )(value)
    .map(({ place }) => keywordPlace(place));
}

/** `…/required/0` and `…/enum/2` are of the keyword itself. */
function keywordPlace(place: Place): Place {
  return place.replace(/\/(required|enum|type)\/\d+$/, '/$1');
}

function plannedOf(description: Api, operation: Operation): ReadonlySet<Place> {
  const schemas = createSchemas(description.documents);
  const planned = plainTemplate(operation, schemas);
  if (planned.kind === 'impossible') return new Set();
  const { first } = planned;
  const values = first.slots.reduce(
    (bound, slot) => withValueAt(bound, slot, slot.fallback?.value),
    first.values,
  );
  const cases = [...boundaryCases({ case: first, values }, schemas)];
  return new Set(cases.flatMap(({ intent }) => testedBy(intent) ?? []));
}

function reason(isPlanned: boolean): string {
  return isPlanned
    ? 'a case is made, but not sent (no proof on its bytes, what a remover names, or no time left)'
    : 'no value is known that stands on its edge, or breaks it alone and stays so on the wire';
}

function byOperation(
  pairs: readonly { readonly operation: Operation; readonly place: Place }[],
): readonly (readonly [Operation, readonly Place[]])[] {
  const groups = new Map<Operation, Place[]>();
  for (const { operation, place } of pairs)
    groups.set(operation, [...(groups.get(operation) ?? []), place]);
  return [...groups];
}

function option(name: string): string | undefined {
  const position = process.argv.indexOf(name);
  return position < 0 ? undefined : process.argv[position + 1];
}
