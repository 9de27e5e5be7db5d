/**
 * The phase `fuzz`: valid requests drawn by fast-check, each from a generator of its own. Drawing
 * and shrinking are driven by the run, since fast-check's own runner would fight rounds and budget.
 */
import fc from 'fast-check';
import type { MediaType, Operation } from '../spec/api.ts';
import { placeBelow } from '../spec/place.ts';
import type { Schemas } from '../schema/schemas.ts';
import { NO_VALUES, type RequestValues } from '../wire/request.ts';
import { concreteMediaType, plainMediaType } from './body-media-type.ts';
import type { Case, Slot } from './case.ts';
import { randomFor } from './seed.ts';
import { bodySlots, parameterSlot } from './slots.ts';
import { withValueAt } from './values-at.ts';

/** A case that knows smaller ones of its kind. */
export interface DrawnCase {
  readonly case: Case;
  /** Smaller cases, most promising first; each shrinks on. */
  shrink(): Iterable<DrawnCase>;
}

export interface FuzzSource {
  /** @returns the case of that index: the same for the same seed, whatever was drawn before. */
  draw(index: number): DrawnCase;
  /** False when every draw is the same request. */
  readonly varies: boolean;
}

/** Parameter values by their pointer (`query/limit`) and the body, as one drawn record. */
type Parts = Readonly<Record<string, unknown>>;

const BODY = 'body';

/** @throws what the schema room throws for a schema that nothing satisfies */
export function fuzzSource(template: Case, schemas: Schemas, seed: number): FuzzSource {
  const { operation } = template;
  const mediaType =
    operation.requestBody === undefined ? undefined : plainMediaType(operation.requestBody);
  const arbitraries = partArbitraries(template, schemas, mediaType);
  const parts = fc.record(arbitraries, { requiredKeys: requiredParts(operation, arbitraries) });
  const toCase = caseOf({ template, schemas, mediaType });
  return {
    varies: Object.keys(arbitraries).length > 0,
    draw: (index) => {
      const id = `${operation.id}:fuzz:${String(index)}`;
      const drawn = parts.generate(randomFor(seed, id), undefined);
      return drawnCase(drawn, parts, (value) => toCase(value, id, index));
    },
  };
}

function drawnCase(
  drawn: fc.Value<Parts>,
  parts: fc.Arbitrary<Parts>,
  toCase: (value: Parts) => Case,
): DrawnCase {
  return {
    case: toCase(drawn.value),
    *shrink() {
      for (const smaller of parts.shrink(drawn.value, drawn.context)) {
        yield drawnCase(smaller, parts, toCase);
      }
    },
  };
}

function partArbitraries(
  template: Case,
  schemas: Schemas,
  mediaType: MediaType | undefined,
): Record<string, fc.Arbitrary<unknown>> {
  const options = { direction: 'request', tier: 'plain' } as const;
  const slotted = new Set(template.slots.map((slot) => `${slot.in}${slot.pointer}`));
  const arbitraries: Record<string, fc.Arbitrary<unknown>> = {};
  for (const parameter of template.operation.parameters) {
    const schema = parameter.schema ?? parameter.content?.schema;
    const part = placeBelow(parameter.in, parameter.name);
    if (schema !== undefined && !slotted.has(part)) {
      arbitraries[part] = schemas.arbitrary(schema, options);
    }
  }
  if (mediaType?.schema !== undefined) {
    arbitraries[BODY] = schemas.arbitrary(mediaType.schema, options);
  }
  return arbitraries;
}

function requiredParts(operation: Operation, arbitraries: Parts): string[] {
  const required = operation.parameters
    .filter((parameter) => parameter.required)
    .map((parameter) => placeBelow(parameter.in, parameter.name));
  // A body that may be left out is still what the operation is about.
  return [...required, BODY].filter((part) => part in arbitraries);
}

function caseOf(input: {
  readonly template: Case;
  readonly schemas: Schemas;
  readonly mediaType: MediaType | undefined;
}): (parts: Parts, id: string, index: number) => Case {
  const { template, schemas, mediaType } = input;
  const { operation } = template;
  return (parts, id, index) => {
    const { values, slots } = drawnParameters(template, parts);
    const shared = {
      ...template,
      id,
      index,
      phase: 'fuzz' as const,
      deviation: 'drawn at random',
    };
    if (mediaType === undefined || !(BODY in parts)) return { ...shared, values, slots };
    const body = { mediaType: concreteMediaType(mediaType), value: parts[BODY] };
    const inside = bodySlots({ operation, mediaType, body, schemas, keepGiven: false });
    return { ...shared, values: { ...values, body }, slots: [...slots, ...inside] };
  };
}

function drawnParameters(
  template: Case,
  parts: Parts,
): { readonly values: RequestValues; readonly slots: readonly Slot[] } {
  const slots = template.slots.filter((slot) => slot.in !== 'body');
  let values: RequestValues = { ...NO_VALUES, body: template.values.body };
  const optional: Slot[] = [];
  for (const parameter of template.operation.parameters) {
    const part = placeBelow(parameter.in, parameter.name);
    if (!(part in parts)) continue;
    const at = { in: parameter.in, pointer: placeBelow('', parameter.name) };
    values = withValueAt(values, at, parts[part]);
    const slot = parameterSlot(template.operation, parameter, { value: parts[part] });
    if (slot !== undefined) optional.push(slot);
  }
  return { values, slots: [...slots, ...optional] };
}
