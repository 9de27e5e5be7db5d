/**
 * A plain request without what its body may lack, and that with each such member again: where a
 * server refuses the whole, the member that it refuses is one of them.
 */
import { placeBelow } from '../spec/place.ts';
import { isRecord } from '../schema/json-value.ts';
import type { Schemas } from '../schema/schemas.ts';
import type { RequestValues } from '../wire/request.ts';
import type { Case } from './case.ts';
import { isValidBody } from './is-valid-request.ts';
import { valueAt, withValueAt, type ValuePlace } from './values-at.ts';

export interface StrippedTemplate {
  /** Only the members that the body is not valid without. */
  readonly bare: Case;
  /** The same with one member more, in the order of the body; only those that are valid. */
  readonly apart: readonly { readonly member: ValuePlace; readonly case: Case }[];
}

/** @returns undefined where the body lacks nothing that it may lack */
export function strippedTemplate(template: Case, schemas: Schemas): StrippedTemplate | undefined {
  const { operation, values } = template;
  const isValid = (some: RequestValues): boolean => isValidBody(operation, some, schemas);
  const dropped: ValuePlace[] = [];
  let bare = values;
  for (const member of membersOf(values)) {
    const without = withValueAt(bare, member, undefined);
    if (!isValid(without)) continue;
    bare = without;
    dropped.push(member);
  }
  if (dropped.length === 0) return undefined;
  const apart = dropped
    .map((member) => ({ member, values: withValueAt(bare, member, valueAt(values, member)) }))
    .filter((one) => isValid(one.values));
  return {
    bare: withValues(template, 'bare', bare),
    apart: apart.map((one) => ({
      member: one.member,
      case: withValues(template, `bare+${one.member.pointer}`, one.values),
    })),
  };
}

/** The members of the body; of what it holds where it holds one thing alone, as an envelope does. */
function membersOf({ body }: RequestValues): readonly ValuePlace[] {
  let pointer = '';
  let value = body?.value;
  while (isRecord(value)) {
    const names = Object.keys(value);
    const [only = ''] = names;
    const inner = value[only];
    if (names.length !== 1 || !isRecord(inner)) {
      return names.map((name) => ({ in: 'body', pointer: placeBelow(pointer, name) }));
    }
    pointer = placeBelow(pointer, only);
    value = inner;
  }
  return [];
}

/** Slots whose member is left out would put it back. */
function withValues(template: Case, name: string, values: RequestValues): Case {
  const id = `${template.operation.id}:template:${name}`;
  const slots = template.slots.filter(
    (slot) => slot.in !== 'body' || valueAt(values, slot) !== undefined,
  );
  return { ...template, id, values, slots };
}
