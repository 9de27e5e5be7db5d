/**
 * What can be depended on as a whole: an operation, or anything a `$ref` points at. Units note their
 * defects and which other units they use; from that follows which operations a defect touches,
 * however many references lie between.
 */
import type { Place } from '../place.ts';
import type { ProblemCode } from '../problem.ts';

export interface Defect {
  readonly code: ProblemCode;
  readonly message: string;
  readonly place: Place;
  /** Defects with the same key are one; by default those that agree in code, place and message. */
  readonly key: string;
}

export interface Unit {
  readonly name: string;
  readonly defects: Map<string, Defect>;
  readonly uses: Set<Unit>;
  readonly usedBy: Set<Unit>;
}

/** @returns a unit that has no defects and uses nothing yet. */
export function newUnit(name: string): Unit {
  return { name, defects: new Map(), uses: new Set(), usedBy: new Set() };
}

/** Notes that whatever is wrong with `used` touches `user` too. */
export function noteUse(user: Unit, used: Unit): void {
  user.uses.add(used);
  used.usedBy.add(user);
}

/**
 * @returns for each user its defects' keys: its own, and those of what it uses, directly or not.
 * Sound parts of the graph, most of it as a rule, are walked once and not once for each user.
 */
export function defectsOf(
  users: readonly Unit[],
  defective: readonly Unit[],
): ReadonlyMap<Unit, ReadonlySet<string>> {
  const unsound = closure(defective, ({ usedBy }) => usedBy);
  return new Map(
    users.map((user) => {
      const reached = unsound.has(user)
        ? closure([user], ({ uses }) => [...uses].filter((used) => unsound.has(used)))
        : [];
      return [user, new Set([...reached].flatMap(({ defects }) => [...defects.keys()]))];
    }),
  );
}

function closure(start: readonly Unit[], next: (unit: Unit) => Iterable<Unit>): ReadonlySet<Unit> {
  // A Set is iterated in the order of insertion, additions during the loop included.
  const reached = new Set(start);
  for (const unit of reached) for (const further of next(unit)) reached.add(further);
  return reached;
}
