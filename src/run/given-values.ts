/** Values that config names for an operation's slots; a remover uses each one once. */
import type { Slot } from '../cases/case.ts';
import { pointerTokens } from '../spec/place.ts';
import type { GivenValues } from './bind.ts';

/** @param once each value is used up by the request that it was accepted in: the operation removes what it names */
export function createGivenValues(
  values: Readonly<Record<string, readonly unknown[]>>,
  once: boolean,
): GivenValues {
  const turns = new Map<string, number>();
  /** Positions that are used up or on their way, by name. */
  const taken = new Map<string, Set<number>>();
  return {
    names: (slot) => nameFor(slot, values) !== undefined,
    take: (slot) => {
      const name = nameFor(slot, values);
      const list = name === undefined ? undefined : values[name];
      if (name === undefined || list === undefined || list.length === 0) return undefined;
      if (!once) {
        const turn = turns.get(name) ?? 0;
        turns.set(name, turn + 1);
        return { value: list[turn % list.length], settle: () => undefined };
      }
      const mine = taken.get(name) ?? new Set();
      taken.set(name, mine);
      const position = list.findIndex((_, index) => !mine.has(index));
      if (position < 0) return undefined;
      mine.add(position);
      const settle = (accepted: boolean): void => {
        if (!accepted) mine.delete(position);
      };
      return { value: list[position], settle };
    },
  };
}

/** A parameter by its name, a body member by its pointer or, for short, its own name. */
function nameFor(slot: Slot, values: Readonly<Record<string, unknown>>): string | undefined {
  const last = pointerTokens(slot.pointer).at(-1) ?? '';
  const names = [`${slot.in}${slot.pointer}`, slot.pointer, last];
  return names.find((name) => Object.hasOwn(values, name));
}
