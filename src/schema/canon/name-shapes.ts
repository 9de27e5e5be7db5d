/**
 * What the name of a member beyond those declared may be: the texts that `propertyNames` takes, that
 * the patterns of closed schemas claim, and that no pattern with an impossible schema claims.
 */
import type { Pattern } from '../model/pattern.ts';
import type { MemberClaim, SomeMember } from './atom.ts';
import type { ObjectBranch, StringBranch, ValuesBranch } from './branch.ts';
import type { Literal } from './literal.ts';
import type { Solver } from './solver.ts';

export type NameShape = StringBranch | ValuesBranch;

const ANY_NAME: StringBranch = {
  kind: 'string',
  min: 0,
  max: Infinity,
  patterns: [],
  withoutPatterns: [],
  formats: [],
  withoutFormats: [],
  except: [],
  from: [],
};

/** Combinations of patterns beyond these are not looked at. */
const MOST_SHAPES = 24;

/** @returns shapes whose texts the branch allows as names, as the description asks. */
export function nameShapes(
  branch: ObjectBranch,
  member: Partial<SomeMember>,
  solver: Solver,
): readonly NameShape[] {
  const asked = member.name === undefined ? [] : [member.name];
  const goal = solver.goal([...branch.names, ...asked]);
  const texts: readonly NameShape[] =
    goal.literals.length === 0
      ? [ANY_NAME]
      : solver.ways(goal).flatMap(({ branch: { shape } }) => (isName(shape) ? [shape] : []));
  const except = [...branch.absent.keys(), ...(member.besides?.names.keys() ?? [])];
  const withoutPatterns = [
    ...branch.claims.flatMap(({ patterns }) =>
      patterns.filter(({ literal }) => isImpossible(literal, solver)),
    ),
    ...(member.besides?.patterns ?? []),
  ].map(({ pattern }) => pattern);
  const sets = closingPatterns(branch, solver).map((patterns) =>
    member.matching === undefined ? patterns : [...patterns, member.matching],
  );
  return texts.flatMap((text): readonly NameShape[] =>
    text.kind === 'values'
      ? [text]
      : sets.slice(0, MOST_SHAPES).map((patterns) => ({
          ...text,
          patterns: [...text.patterns, ...patterns],
          withoutPatterns: [...text.withoutPatterns, ...withoutPatterns],
          except: [...text.except, ...except],
        })),
  );
}

function isName(shape: { readonly kind: string }): shape is NameShape {
  return shape.kind === 'string' || shape.kind === 'values';
}

function isImpossible(literal: Literal, solver: Solver): boolean {
  return solver.goal([literal]).isAbsurd;
}

/** @returns whether the claim lets no name through but its own. */
export function isClosing({ rest }: MemberClaim, solver: Solver): boolean {
  return rest !== undefined && isImpossible(rest, solver);
}

/** One pattern of each closed claim must take the name: all combinations. */
function closingPatterns(
  { claims }: ObjectBranch,
  solver: Solver,
): readonly (readonly Pattern[])[] {
  let sets: readonly (readonly Pattern[])[] = [[]];
  for (const claim of claims) {
    if (!isClosing(claim, solver)) continue;
    const open = claim.patterns.filter(({ literal }) => !isImpossible(literal, solver));
    sets = sets
      .slice(0, MOST_SHAPES)
      .flatMap((set) => open.map(({ pattern }) => [...set, pattern]));
  }
  return sets;
}
