/**
 * The phase `fuzz`: requests drawn by fast-check, each from a generator of its own. Valid ones in
 * three tiers, every other of them mixed of boundaries where there are some, and invalid ones that
 * break one keyword of the accepted request. Drawing and
 * shrinking are driven by the run, since fast-check's own runner would fight rounds and budget.
 */
import fc from 'fast-check';
import type { MediaType, Operation, Parameter, ParameterLocation } from '../spec/api.ts';
import { placeBelow } from '../spec/place.ts';
import { setMember } from '../schema/json-value.ts';
import type { Schemas, Tier, Violation } from '../schema/schemas.ts';
import { isWritable } from '../wire/parameter-content.ts';
import type { RequestValues } from '../wire/request.ts';
import { plainMediaType } from './body-media-type.ts';
import { asSent, invalidCase } from './boundaries.ts';
import { unlessRefused } from './plain-template.ts';
import { partsOf, type Accepted } from './request-parts.ts';
import type { Case, Slot } from './case.ts';
import { mixSource } from './mixes.ts';
import { hashOf, randomFor } from './seed.ts';
import { bodyWithHeaders, declaredPartHeaders, type PartHeader } from './request-body.ts';
import { bodySlots, parameterSlot } from './slots.ts';

/** A case that knows smaller ones of its kind. */
export interface DrawnCase {
  readonly case: Case;
  /** Smaller cases, most promising first; each shrinks on. */
  shrink(): Iterable<DrawnCase>;
}

export interface FuzzSource {
  /** @returns the case of that index, the same for the same seed, whatever was drawn before; undefined where none can be made */
  draw(index: number): DrawnCase | undefined;
  /** False when every valid draw is the same request. */
  readonly varies: boolean;
}

/** What the cases take turns at: three tiers of valid values, then a violation. */
const TURNS: readonly (Tier | 'invalid')[] = ['plain', 'edge', 'hostile', 'invalid'];

export interface FuzzOptions {
  readonly schemas: Schemas;
  readonly seed: number;
  /** The operation's cases of that phase, planned; asked for when the first of them is mixed. */
  readonly boundaries: () => readonly Case[];
}

/** @throws what the schema room throws for a schema that nothing satisfies */
export function fuzzSource(accepted: Accepted, options: FuzzOptions): FuzzSource {
  const { schemas, seed } = options;
  const valid = validSource(accepted.case, schemas, seed);
  const invalid = invalidSource(accepted, schemas, seed);
  const mixes = mixSource(accepted, options);
  return {
    varies: valid.varies,
    draw: (index) => {
      const turn = TURNS[index % TURNS.length] ?? 'plain';
      if (turn === 'invalid') return invalid(index);
      const round = Math.floor(index / TURNS.length);
      const isMixed = round % 2 === 1 && (turn === 'plain' || turn === 'hostile');
      const mixed = isMixed ? mixes.draw(index, turn, (round - 1) / 2) : undefined;
      return mixed === undefined ? valid.draw(index, turn) : { case: mixed, shrink: () => [] };
    },
  };
}

/** Parameter values by their pointer (`query/limit`) and the body, as one drawn record. */
type Parts = Readonly<Record<string, unknown>>;

const BODY = 'body';

function validSource(
  template: Case,
  schemas: Schemas,
  seed: number,
): {
  readonly varies: boolean;
  readonly draw: (index: number, tier: Tier) => DrawnCase;
} {
  const { operation } = template;
  const mediaType =
    operation.requestBody === undefined ? undefined : plainMediaType(operation.requestBody);
  const records = new Map<Tier, fc.Arbitrary<Parts>>();
  const recordOf = (tier: Tier): fc.Arbitrary<Parts> => {
    const known = records.get(tier);
    if (known !== undefined) return known;
    const arbitraries = partArbitraries({ template, schemas, mediaType, tier });
    const requiredKeys = requiredParts(operation, mediaType, arbitraries);
    const record = fc.record(arbitraries, { requiredKeys, noNullPrototype: true });
    records.set(tier, record);
    return record;
  };
  const toCase = caseOf({ template, schemas, mediaType });
  const plain = partArbitraries({ template, schemas, mediaType, tier: 'plain' });
  return {
    varies: Object.keys(plain).length > 0,
    draw: (index, tier) => {
      const id = `${operation.id}:fuzz:${String(index)}`;
      const parts = recordOf(tier);
      const drawn = parts.generate(randomFor(seed, id), undefined);
      return drawnCase(drawn, parts, (value) => toCase(value, { id, index, tier }));
    },
  };
}

function drawnCase<Value>(
  drawn: fc.Value<Value>,
  arbitrary: fc.Arbitrary<Value>,
  toCase: (value: Value) => Case,
): DrawnCase {
  return {
    case: toCase(drawn.value),
    *shrink() {
      for (const smaller of arbitrary.shrink(drawn.value, drawn.context)) {
        yield drawnCase(smaller, arbitrary, toCase);
      }
    },
  };
}

function partArbitraries(input: {
  readonly template: Case;
  readonly schemas: Schemas;
  readonly mediaType: MediaType | undefined;
  readonly tier: Tier;
}): Record<string, fc.Arbitrary<unknown>> {
  const { template, schemas, mediaType, tier } = input;
  const options = { direction: 'request', tier } as const;
  const slotted = new Set(template.slots.map((slot) => `${slot.in}${slot.pointer}`));
  const arbitraries: Record<string, fc.Arbitrary<unknown>> = {};
  for (const parameter of template.operation.parameters) {
    const schema = parameter.schema ?? parameter.content?.schema;
    const part = placeBelow(parameter.in, parameter.name);
    if (schema !== undefined && isWritable(parameter) && !slotted.has(part)) {
      arbitraries[part] = schemas.arbitrary(schema, options);
    }
  }
  if (mediaType?.schema !== undefined) {
    arbitraries[BODY] = schemas.arbitrary(mediaType.schema, options);
    for (const one of declaredPartHeaders(mediaType))
      arbitraries[partHeaderKey(one)] = schemas.arbitrary(one.schema, options);
  }
  return arbitraries;
}

function partHeaderKey({ property, header }: PartHeader): string {
  return placeBelow(BODY, property, header.name);
}

function requiredParts(
  operation: Operation,
  mediaType: MediaType | undefined,
  arbitraries: Parts,
): string[] {
  const headers = mediaType === undefined ? [] : declaredPartHeaders(mediaType);
  const ofParts = headers.filter(({ header }) => header.required).map(partHeaderKey);
  const required = operation.parameters
    .filter((parameter) => parameter.required)
    .map((parameter) => placeBelow(parameter.in, parameter.name));
  // A body that may be left out is still what the operation is about.
  return [...required, BODY, ...ofParts].filter((part) => part in arbitraries);
}

interface Drawing {
  readonly id: string;
  readonly index: number;
  readonly tier: Tier;
}

function caseOf(input: {
  readonly template: Case;
  readonly schemas: Schemas;
  readonly mediaType: MediaType | undefined;
}): (parts: Parts, drawing: Drawing) => Case {
  const { template, schemas, mediaType } = input;
  const { operation } = template;
  const drawable = drawableParameters(template);
  const partHeaders = mediaType === undefined ? [] : declaredPartHeaders(mediaType);
  return (parts, { id, index, tier }) => {
    const drawn = drawnParameters(drawable, template, parts);
    const of = ({ values, slots }: Pick<Case, 'values' | 'slots'>): Case => ({
      operation,
      id,
      index,
      phase: 'fuzz',
      intent: { kind: 'valid', tier },
      deviation: `${tier} values drawn at random`,
      values,
      slots,
    });
    if (mediaType === undefined || !(BODY in parts)) return of(drawn);
    const headers = partHeaders.flatMap((one) => {
      const part = partHeaderKey(one);
      return part in parts ? [[one, parts[part]] as const] : [];
    });
    const body = bodyWithHeaders(mediaType, parts[BODY], headers);
    const inside = bodySlots({ operation, mediaType, body, schemas, keepGiven: false });
    return of({ values: { ...drawn.values, body }, slots: [...drawn.slots, ...inside] });
  };
}

interface DrawableParameter {
  readonly parameter: Parameter;
  /** Its name among the drawn parts. */
  readonly part: string;
  readonly slotFor: (value: unknown) => Slot | undefined;
}

function drawableParameters({ operation }: Case): readonly DrawableParameter[] {
  return operation.parameters.map((parameter) => {
    const isReference = parameterSlot(operation, parameter, undefined) !== undefined;
    return {
      parameter,
      part: placeBelow(parameter.in, parameter.name),
      slotFor: (value) =>
        isReference ? parameterSlot(operation, parameter, { value }) : undefined,
    };
  });
}

function drawnParameters(
  drawable: readonly DrawableParameter[],
  template: Case,
  parts: Parts,
): { readonly values: RequestValues; readonly slots: readonly Slot[] } {
  const drawn: Record<ParameterLocation, Record<string, unknown>> = {
    path: {},
    query: {},
    header: {},
    cookie: {},
  };
  const slots = template.slots.filter((slot) => slot.in !== 'body');
  for (const { parameter, part, slotFor } of drawable) {
    if (!(part in parts)) continue;
    const value = parts[part];
    setMember(drawn[parameter.in], parameter.name, value);
    const slot = slotFor(value);
    if (slot !== undefined) slots.push(slot);
  }
  return { values: { ...drawn, body: template.values.body }, slots };
}

/** Draws what to break and how; the violation shrinks, and stays one. */
function invalidSource(
  accepted: Accepted,
  schemas: Schemas,
  seed: number,
): (index: number) => DrawnCase | undefined {
  const { operation } = accepted.case;
  // A part that nothing can be said to break is left out.
  const breakable = partsOf(accepted, schemas).flatMap((part) =>
    unlessRefused(() => ({
      part,
      violations: schemas.violation(part.schema, part.value, { direction: 'request' }),
    })),
  );
  return (index) => {
    const id = `${operation.id}:fuzz:${String(index)}`;
    const chosen = breakable[hashOf(seed, id, 'part') % Math.max(1, breakable.length)];
    if (chosen === undefined) return undefined;
    const { part, violations } = chosen;
    const toCase = (violation: Violation): Case | undefined => {
      const made = invalidCase(accepted, part, asSent(part, violation, schemas));
      if (made === undefined) return undefined;
      const { intent, values, slots, deviation } = made;
      return { id, operation, phase: 'fuzz', index, intent, values, slots, deviation };
    };
    return drawnViolation(violations.generate(randomFor(seed, id), undefined), violations, toCase);
  };
}

function drawnViolation(
  drawn: fc.Value<Violation>,
  violations: fc.Arbitrary<Violation>,
  toCase: (violation: Violation) => Case | undefined,
): DrawnCase | undefined {
  const made = toCase(drawn.value);
  if (made === undefined) return undefined;
  return {
    case: made,
    *shrink() {
      for (const smaller of violations.shrink(drawn.value, drawn.context)) {
        const next = drawnViolation(smaller, violations, toCase);
        if (next !== undefined) yield next;
      }
    },
  };
}
