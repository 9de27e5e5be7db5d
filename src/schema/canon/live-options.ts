/**
 * Which ways of an open choice are left, given what is known: ways that contradict it are dropped,
 * and a choice of which one way is implied already is settled. This is what keeps an exclusive
 * `oneOf` over a discriminating constant from multiplying.
 */
import { identityOf } from '../json-value.ts';
import { accepts } from '../judge/evaluate.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import { asserted, valuesOf, type Option, type Parts } from './asserted.ts';
import { atomsOf, type Atom } from './atom.ts';
import { claimOn } from './claims.ts';
import { denied } from './denied.ts';
import type { Expansion, OpenChoice } from './expansion.ts';
import { opposite, type Literal } from './literal.ts';
import { memberValues } from './member-values.ts';

/** Of an exclusive choice among more branches, the denied ones are not looked into. */
const MOST_DENIALS = 32;

type Standing = 'implied' | 'dead' | 'open';

/** @returns the ways left, or `settled` where nothing more is asked. */
export function liveOptions(choice: OpenChoice, state: Expansion): readonly Option[] | 'settled' {
  const live: Option[] = [];
  for (const option of choice.options) {
    const standing = optionStanding(option, state);
    if (standing === 'implied' && choice.frames.length === 0) return 'settled';
    if (standing !== 'dead') live.push(option);
  }
  return live;
}

function optionStanding(option: Option, state: Expansion): Standing {
  if (isImpliedByMember(option, state)) return 'implied';
  let standing: Standing = 'implied';
  for (const atom of option.atoms) {
    const one = atomStanding(atom, state);
    if (one === 'dead') return 'dead';
    if (one === 'open') standing = 'open';
  }
  const isLong = option.literals.length > MOST_DENIALS;
  for (const literal of option.literals) {
    const one = isLong && !literal.holds ? 'open' : literalStanding(literal, state);
    if (one === 'dead') return 'dead';
    if (one === 'open') standing = 'open';
  }
  return standing;
}

function atomStanding(atom: Atom, state: Expansion): Standing {
  if (atom.kind !== 'present' && atom.kind !== 'absent') return 'open';
  const { kind, name } = atom;
  const contrary = kind === 'present' ? 'absent' : 'present';
  if (atomsOf(state.atoms, contrary).some((other) => other.name === name)) return 'dead';
  return atomsOf(state.atoms, kind).some((other) => other.name === name) ? 'implied' : 'open';
}

function literalStanding(literal: Literal, state: Expansion): Standing {
  if (state.hasSeen(opposite(literal))) return 'dead';
  if (state.hasSeen(literal)) return 'implied';
  if (!literal.holds) return denialStanding(literal.node, state);
  const parts = asserted(literal.node, state.type);
  if (parts.clash !== undefined) return 'dead';
  const isNothing =
    parts.atoms.length === 0 && parts.literals.length === 0 && parts.choices.length === 0;
  if (isNothing) return 'implied';
  return missesValues(literal.node, state) || missesMembers(parts, state) ? 'dead' : 'open';
}

function denialStanding(node: SchemaNode, state: Expansion): Standing {
  const denial = denied(node, state.type);
  if (denial.kind === 'holds') return 'implied';
  if (denial.options.some((option) => isImpliedByMember(option, state))) return 'implied';
  return denial.options.length === 0 ? 'dead' : 'open';
}

/** Its listed values and those listed so far have none in common. */
function missesValues(node: SchemaNode, state: Expansion): boolean {
  const known = atomsOf(state.atoms, 'among');
  if (known.length === 0) return false;
  const own = node.once('listed', () =>
    valuesOf(node.keywords).map(([, values]) => new Set(values.map(identityOf))),
  );
  return known.some(({ values }) =>
    own.some((identities) => !values.some((value) => identities.has(identityOf(value)))),
  );
}

/** A required member with listed values has none that the schema's own claims take. */
function missesMembers(parts: Parts, state: Expansion): boolean {
  for (const { claim } of atomsOf(parts.atoms, 'members')) {
    for (const { name } of atomsOf(state.atoms, 'present')) {
      const literals = claimOn(claim, name);
      if (literals.length === 0) continue;
      const left = memberValues(state.atoms, name)?.values;
      const isTaken = (value: unknown): boolean =>
        literals.every(({ node, holds }) => accepts(node, value) === holds);
      if (left !== undefined && !left.some(isTaken)) return true;
    }
  }
  return false;
}

/**
 * "Has a member that breaks its schema" is implied where the member is required with listed values
 * all of which do.
 */
function isImpliedByMember({ atoms, literals }: Option, state: Expansion): boolean {
  const [present, members] = atoms;
  if (literals.length > 0 || present?.kind !== 'present' || members?.kind !== 'members')
    return false;
  const { name } = present;
  if (!atomsOf(state.atoms, 'present').some((atom) => atom.name === name)) return false;
  const broken = members.claim.names.get(name);
  if (broken === undefined || broken.holds) return false;
  const left = memberValues(state.atoms, name)?.values;
  return left?.every((value) => !accepts(broken.node, value)) === true;
}
