/**
 * Puts config's values into a request where they name no slot: a slot takes them when it is bound.
 * A plain request has the first of each; one that is drawn keeps them, in turn, where it has the
 * parameter or member at all.
 */
import type { Case } from '../cases/case.ts';
import type { DrawnCase } from '../cases/fuzz.ts';
import { memberSchema } from '../cases/member-schema.ts';
import { valueAt, withValueAt, type ValuePlace } from '../cases/values-at.ts';
import { isRecord } from '../schema/json-value.ts';
import { placeBelow } from '../spec/place.ts';
import { mostSpecificMatch } from '../wire/media-type.ts';
import type { RunState } from './run-state.ts';

type Context = Pick<RunState, 'options' | 'api'>;

/** @returns the template with the first value that config names for each parameter and body member. */
export function withGiven(context: Context, template: Case): Case {
  return withEach(context, template, (place, list) => ({ place, value: list[0] }));
}

/** @returns the drawn case and its smaller ones with config's values in place of those drawn. */
export function keepingGiven(context: Context, drawn: DrawnCase): DrawnCase {
  const { index } = drawn.case;
  const kept = withEach(context, drawn.case, (place, list) =>
    valueAt(drawn.case.values, place) === undefined
      ? undefined
      : { place, value: list[index % list.length] },
  );
  return {
    case: kept,
    *shrink() {
      for (const smaller of drawn.shrink()) yield keepingGiven(context, smaller);
    },
  };
}

interface Setting {
  readonly place: ValuePlace;
  readonly value: unknown;
}

function withEach(
  { options, api }: Context,
  testCase: Case,
  settingOf: (place: ValuePlace, list: readonly unknown[]) => Setting | undefined,
): Case {
  const given = Object.entries(options.values[testCase.operation.id] ?? {});
  let { values } = testCase;
  for (const [name, list] of given) {
    for (const place of placesNamed(name, testCase, api.documents)) {
      const isSlot = testCase.slots.some(
        (slot) => slot.in === place.in && slot.pointer === place.pointer,
      );
      const setting = isSlot || list.length === 0 ? undefined : settingOf(place, list);
      if (setting !== undefined) values = withValueAt(values, setting.place, setting.value);
    }
  }
  return values === testCase.values ? testCase : { ...testCase, values };
}

type Documents = Context['api']['documents'];

/** A parameter by its name; a body member by its pointer or, for short, its own name. */
function placesNamed(name: string, testCase: Case, documents: Documents): readonly ValuePlace[] {
  const { operation, values } = testCase;
  const parameters = operation.parameters
    .filter((parameter) => parameter.name === name)
    .map((parameter) => ({ in: parameter.in, pointer: placeBelow('', name) }));
  if (parameters.length > 0 || values.body === undefined) return parameters;
  const pointer = /^(?:body)?(\/.*)$/.exec(name)?.[1];
  if (pointer !== undefined) return [{ in: 'body', pointer }];
  const present = membersNamed(name, values.body.value, '');
  return present.length > 0 ? present : declaredMember(name, testCase, documents);
}

function membersNamed(name: string, value: unknown, pointer: string): readonly ValuePlace[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const below = placeBelow(pointer, key);
    return key === name && !Array.isArray(value)
      ? [{ in: 'body' as const, pointer: below }]
      : membersNamed(name, member, below);
  });
}

/** Where the schema has a member of that name that the body lacks: at its top, or in what it envelops. */
function declaredMember(
  name: string,
  { operation, values: { body } }: Case,
  documents: Documents,
): readonly ValuePlace[] {
  const content = operation.requestBody?.content ?? [];
  const schema = mostSpecificMatch(content, body?.mediaType ?? '')?.schema;
  if (schema === undefined) return [];
  const placeOf = (pointer: string): string => memberSchema(schema, pointer, documents).place;
  const [only, ...others] = Object.keys(isRecord(body?.value) ? body.value : {});
  const parents = ['', ...(only === undefined || others.length > 0 ? [] : [placeBelow('', only)])];
  const parent = parents.find((one) => placeOf(placeBelow(one, name)) !== placeOf(one));
  return parent === undefined ? [] : [{ in: 'body', pointer: placeBelow(parent, name) }];
}
