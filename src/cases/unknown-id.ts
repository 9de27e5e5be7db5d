/**
 * An operation asked for what nobody has: the plain request with a valid identifier that is not known.
 * Not found is all that is owed; whatever else goes wrong on that road, nothing else would show.
 * What changes something is asked so only where a name that somebody has after all does no harm.
 */
import type { Schemas } from '../schema/schemas.ts';
import { pointerTokens } from '../spec/place.ts';
import type { SchemaAt } from '../spec/api.ts';
import type { Case, Slot } from './case.ts';
import { randomFor } from './seed.ts';
import { withValueAt } from './values-at.ts';

/** Of so many draws the longest is the least likely to be in use. */
const DRAWS = 8;

const READERS: ReadonlySet<string> = new Set(['GET', 'HEAD']);
/** A PUT to what is not there may well make it. */
const CHANGERS: ReadonlySet<string> = new Set(['PATCH', 'POST']);

/** @returns the template with the last thing its path names unknown; undefined where nothing is named, or a name may do harm */
export function unknownId(
  template: Case,
  schemas: Schemas,
  mayChange = false,
): Pick<Case, 'values' | 'slots' | 'intent' | 'deviation'> | undefined {
  const { operation, slots } = template;
  const isAsked = READERS.has(operation.method) || (mayChange && CHANGERS.has(operation.method));
  if (!isAsked) return undefined;
  const slot = lastOfPath(template);
  const parameter = operation.parameters.find(
    ({ in: location, name }) => location === 'path' && name === nameOf(slot),
  );
  if (slot?.shape !== 'one' || parameter?.schema === undefined) return undefined;
  const value = drawnLong(parameter.schema, schemas, operation.id);
  if (value === undefined) return undefined;
  return {
    values: withValueAt(template.values, slot, value),
    slots: slots.filter((other) => other !== slot),
    intent: {
      kind: 'unknown-id',
      member: { in: 'path', pointer: slot.pointer, place: parameter.place },
    },
    deviation: `with a ${parameter.name} that nothing has`,
  };
}

function lastOfPath({ operation: { path }, slots }: Case): Slot | undefined {
  const at = (slot: Slot): number => path.lastIndexOf(`{${nameOf(slot)}}`);
  return slots
    .filter((slot) => slot.in === 'path')
    .reduce<Slot | undefined>(
      (last, slot) => (last === undefined || at(slot) > at(last) ? slot : last),
      undefined,
    );
}

function nameOf(slot: Slot | undefined): string {
  return slot === undefined ? '' : pointerTokens(slot.pointer).join('.');
}

function drawnLong(schema: SchemaAt, schemas: Schemas, name: string): unknown {
  const drawn = Array.from({ length: DRAWS }, (_, index): unknown => {
    const tier = index % 2 === 0 ? 'plain' : 'edge';
    try {
      const arbitrary = schemas.arbitrary(schema, { direction: 'request', tier });
      return arbitrary.generate(randomFor(index, name), undefined).value;
    } catch (error) {
      // The schema room refuses by typed errors what nothing satisfies; a bug of ours goes on up.
      if (error instanceof Error && 'code' in error) return undefined;
      throw error;
    }
  }).filter((value) => typeof value === 'string' || typeof value === 'number');
  return drawn.sort((a, b) => String(b).length - String(a).length)[0];
}
