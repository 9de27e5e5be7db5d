/**
 * The phase `examples`: every example that the description gives for a parameter or a body, each
 * in a request that is otherwise the plain template.
 */
import { placeBelow } from '../spec/place.ts';
import type { Schemas } from '../schema/schemas.ts';
import { hasCodec } from '../wire/body-family.ts';
import type { Case, Slot } from './case.ts';
import { plainBody } from './request-body.ts';
import { bodySlots } from './slots.ts';
import { withValueAt } from './values-at.ts';

/** @returns one case an example, in document order; examples that their own schema refuses are left out. */
export function exampleCases(template: Case, schemas: Schemas): readonly Case[] {
  return [...parameterExamples(template, schemas), ...bodyExamples(template, schemas)].map(
    (made, index) => ({
      ...template,
      ...made,
      id: `${template.operation.id}:examples:${String(index)}`,
      phase: 'examples' as const,
      index,
    }),
  );
}

type Made = Pick<Case, 'values' | 'slots' | 'deviation'>;

function parameterExamples(template: Case, schemas: Schemas): readonly Made[] {
  return template.operation.parameters
    .filter(({ in: location }) => location !== 'path')
    .flatMap((parameter) => {
      const schema = parameter.schema ?? parameter.content?.schema;
      const at = { in: parameter.in, pointer: placeBelow('', parameter.name) };
      return parameter.examples
        .filter(({ value }) => schema === undefined || schemas.isValid(schema, 'request', value))
        .map(({ name, value }) => ({
          values: withValueAt(template.values, at, value),
          slots: template.slots.map((slot) => standIn(slot, at, value)),
          deviation: `example ${name} of ${parameter.in} parameter ${parameter.name}`,
        }));
    });
}

/** A slot keeps its claim to something that exists; the example stands in where nothing is known. */
function standIn(slot: Slot, at: Pick<Slot, 'in' | 'pointer'>, value: unknown): Slot {
  return slot.in === at.in && slot.pointer === at.pointer ? { ...slot, fallback: { value } } : slot;
}

function bodyExamples(template: Case, schemas: Schemas): readonly Made[] {
  const { operation } = template;
  return (operation.requestBody?.content ?? []).filter(hasCodec).flatMap((mediaType) =>
    mediaType.examples
      .filter(
        ({ value }) =>
          mediaType.schema === undefined || schemas.isValid(mediaType.schema, 'request', value),
      )
      .map(({ name, value }) => {
        const body = plainBody(mediaType, value, schemas);
        const outside = template.slots.filter((slot) => slot.in !== 'body');
        const inside = bodySlots({ operation, mediaType, body, schemas, keepGiven: true });
        return {
          values: { ...template.values, body },
          slots: [...outside, ...inside],
          deviation: `example ${name} of the body`,
        };
      }),
  );
}
