/** Values that config names for an operation's slots; a remover uses each one once. */
import { pointerTokens } from '../spec/place.ts';
import type { Slot } from '../cases/case.ts';
import type { GivenValues } from './bind.ts';

/** @param once each value is used up: the operation removes what it names */
export function createGivenValues(
  values: Readonly<Record<string, readonly unknown[]>>,
  once: boolean,
): GivenValues {
  const used = new Map<string, number>();
  return {
    take: (slot) => {
      const name = nameFor(slot, values);
      const list = name === undefined ? undefined : values[name];
      if (name === undefined || list === undefined || list.length === 0) return undefined;
      const position = used.get(name) ?? 0;
      if (once && position >= list.length) return undefined;
      used.set(name, position + 1);
      return { value: list[position % list.length] };
    },
  };
}

/** A parameter by its name, a body member by its pointer or, for short, its own name. */
function nameFor(slot: Slot, values: Readonly<Record<string, unknown>>): string | undefined {
  const last = pointerTokens(slot.pointer).at(-1) ?? '';
  const names = [`${slot.in}${slot.pointer}`, slot.pointer, last];
  return names.find((name) => Object.hasOwn(values, name));
}
