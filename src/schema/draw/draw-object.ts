/**
 * Draws an object: the required members, then some of the optional ones with what they bring along,
 * then names of its own where the tier and the schema let it.
 */
import type { ObjectBranch } from '../canon/branch.ts';
import type { Goal, Literal } from '../canon/literal.ts';
import { memberNames } from '../canon/member-names.ts';
import { setMember } from '../json-value.ts';
import type { Direction } from '../model/world.ts';
import { DrawFailure, drawGoal, type Drawing } from './draw.ts';
import { drawExtraNames } from './extra-names.ts';

/** Bigger objects are refused. */
const MOST_MEMBERS = 10_000;

/** @returns an object of the branch. @throws {DrawFailure} */
export function drawObject(
  branch: ObjectBranch,
  drawing: Drawing,
): Readonly<Record<string, unknown>> {
  if (branch.min > MOST_MEMBERS)
    throw new DrawFailure(`an object of ${branch.min} members is too big`);
  const inner: Drawing = { ...drawing, depth: drawing.depth - 1 };
  const plan = new Map<string, readonly Literal[]>();
  for (const name of branch.required.keys()) plan.set(name, []);
  for (const member of branch.some) {
    const extra = member.value === undefined ? [] : [member.value];
    const names = memberNames(branch, member, drawing.solver).filter(
      (name) =>
        (plan.size < branch.max || plan.has(name)) &&
        heightOf(branch, name, extra, inner) < Infinity,
    );
    const name = names.find((each) => plan.has(each)) ?? drawing.random.pick(names);
    if (name === undefined) throw new DrawFailure('no name for a member that is asked for');
    plan.set(name, [...(plan.get(name) ?? []), ...extra]);
  }
  addOptional(branch, plan, inner);
  addExtra(branch, plan, inner);
  if (plan.size < branch.min) throw new DrawFailure('not enough members');
  const value: Record<string, unknown> = {};
  for (const [name, extra] of plan) {
    const goal = drawing.solver.memberGoal(branch, name, extra);
    setMember(value, name, drawGoal(goal, { ...inner, name }));
  }
  return value;
}

function heightOf(
  branch: ObjectBranch,
  name: string,
  extra: readonly Literal[],
  { solver }: Drawing,
): number {
  return solver.height(solver.memberGoal(branch, name, extra));
}

function addOptional(
  branch: ObjectBranch,
  plan: Map<string, readonly Literal[]>,
  drawing: Drawing,
): void {
  const { random, solver } = drawing;
  const optional = solver.declaredNames(branch).filter((name) => !plan.has(name));
  const share = shareOf(optional.length, drawing);
  for (const name of random.shuffled(optional)) {
    const isNeeded = plan.size < branch.min;
    if (!isNeeded && !random.chance(share)) continue;
    const owed = owedBy(branch, name).filter((other) => !plan.has(other));
    if (plan.size + owed.length > branch.max) continue;
    const canStand = owed.every(
      (other) =>
        !branch.absent.has(other) &&
        solver.allowsName(branch, other) &&
        isWorthIt(solver.memberGoal(branch, other), isNeeded, drawing),
    );
    if (!canStand) continue;
    for (const other of owed) plan.set(other, []);
  }
}

/** @returns the name and all that it brings along by `dependentRequired`. */
function owedBy({ owed }: ObjectBranch, name: string): readonly string[] {
  const names = new Set([name]);
  for (const each of names) for (const other of owed.get(each) ?? []) names.add(other);
  return [...names];
}

/** How likely each optional member is: about eight of them, fewer deep down. */
function shareOf(count: number, { tier, depth, budget, random }: Drawing): number {
  if (depth <= 0 || budget.left <= 0) return 0;
  if (tier === 'edge' && random.chance(0.5)) return random.chance(0.5) ? 0 : 1;
  const target = Math.max(1, Math.min(8, budget.left / 3));
  return Math.min(tier === 'plain' ? 0.5 : 0.7, target / Math.max(count, 1));
}

function isWorthIt(goal: Goal, isNeeded: boolean, drawing: Drawing): boolean {
  if (!isNeeded && !isOffered(goal, drawing)) return false;
  const height = drawing.solver.height(goal);
  return isNeeded ? height < Infinity : height <= Math.max(0, drawing.depth);
}

/** @returns whether a member that need not be there is one to send, and one that is known. */
export function isOffered(goal: Goal, { direction }: Drawing): boolean {
  return !isHidden(goal, direction) && !dangles(goal);
}

/** A member that the direction's sender has no business to send. */
function isHidden(goal: Goal, direction: Direction | undefined): boolean {
  if (direction === undefined) return false;
  return goal.literals.some(({ node, holds }) => {
    const { readOnly, writeOnly, ref } = node.keywords;
    const mark = direction === 'request' ? 'readOnly' : 'writeOnly';
    return (
      holds && ((direction === 'request' ? readOnly : writeOnly) ?? ref?.keywords[mark]) === true
    );
  });
}

function dangles(goal: Goal): boolean {
  return goal.literals.some(
    ({ node, holds }) =>
      holds && (node.keywords.dangles === true || node.keywords.ref?.keywords.dangles === true),
  );
}

function addExtra(
  branch: ObjectBranch,
  plan: Map<string, readonly Literal[]>,
  drawing: Drawing,
): void {
  const needed = Math.max(0, branch.min - plan.size);
  const room = branch.max - plan.size;
  if (room <= 0) return;
  for (const name of drawExtraNames(branch, { needed, room, taken: new Set(plan.keys()) }, drawing))
    if (!plan.has(name) && plan.size < branch.max) plan.set(name, []);
}
