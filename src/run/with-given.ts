/** Puts config's values into a plain request where they name no slot: a slot takes them when it is bound. */
import type { Case } from '../cases/case.ts';
import { withValueAt } from '../cases/values-at.ts';
import { placeBelow } from '../spec/place.ts';
import type { RunState } from './run-state.ts';

/** @returns the template with the first value that config names for each of its parameters. */
export function withGiven({ options }: Pick<RunState, 'options'>, template: Case): Case {
  const given = options.values[template.operation.id] ?? {};
  let { values } = template;
  for (const parameter of template.operation.parameters) {
    const at = { in: parameter.in, pointer: placeBelow('', parameter.name) };
    const [first] = given[parameter.name] ?? [];
    const isSlot = template.slots.some((slot) => slot.in === at.in && slot.pointer === at.pointer);
    if (first !== undefined && !isSlot) values = withValueAt(values, at, first);
  }
  return { ...template, values };
}
