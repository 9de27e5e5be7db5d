/**
 * Which ways of an open choice are left, given what is known: ways that contradict it are dropped,
 * and a choice of which one way is implied already is settled. This is what keeps an exclusive
 * `oneOf` over a discriminating constant from multiplying.
 */
import { identityOf } from '../json-value.ts';
import { accepts } from '../judge/evaluate.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import { asserted, valuesOf, type Option } from './asserted.ts';
import { atomsOf } from './atom.ts';
import { denied } from './denied.ts';
import type { Expansion, OpenChoice } from './expansion.ts';
import { opposite, type Literal } from './literal.ts';

/** @returns the ways left, or `settled` where nothing more is asked. */
export function liveOptions(choice: OpenChoice, state: Expansion): readonly Option[] | 'settled' {
  const live: Option[] = [];
  for (const option of choice.options) {
    const standing = standingOf(option, state);
    if (standing === 'implied' && choice.frames.length === 0) return 'settled';
    if (standing !== 'dead') live.push(option);
  }
  return live;
}

function standingOf(option: Option, state: Expansion): 'implied' | 'dead' | 'open' {
  let isImplied = isImpliedByMember(option, state);
  if (isImplied) return 'implied';
  isImplied = true;
  for (const atom of option.atoms) {
    if (atom.kind === 'present' || atom.kind === 'absent') {
      const contrary = atom.kind === 'present' ? 'absent' : 'present';
      if (atomsOf(state.atoms, contrary).some(({ name }) => name === atom.name)) return 'dead';
      if (!atomsOf(state.atoms, atom.kind).some(({ name }) => name === atom.name))
        isImplied = false;
    } else isImplied = false;
  }
  for (const literal of option.literals) {
    const standing = literalStanding(literal, state);
    if (standing === 'dead') return 'dead';
    if (standing === 'open') isImplied = false;
  }
  return isImplied ? 'implied' : 'open';
}

function literalStanding(literal: Literal, state: Expansion): 'implied' | 'dead' | 'open' {
  if (state.hasSeen(opposite(literal))) return 'dead';
  if (state.hasSeen(literal)) return 'implied';
  if (literal.holds) {
    const parts = asserted(literal.node, state.type);
    if (parts.clash !== undefined) return 'dead';
    const isNothing =
      parts.atoms.length === 0 && parts.literals.length === 0 && parts.choices.length === 0;
    if (isNothing) return 'implied';
    return missesValues(literal.node, state) ? 'dead' : 'open';
  }
  const denial = denied(literal.node, state.type);
  if (denial.kind === 'holds') return 'implied';
  return denial.options.length === 0 ? 'dead' : 'open';
}

/** Its listed values and those listed so far have none in common. */
function missesValues(node: SchemaNode, state: Expansion): boolean {
  const own = valuesOf(node.keywords);
  if (own.length === 0) return false;
  const known = atomsOf(state.atoms, 'among');
  return known.some(({ values }) => {
    const identities = new Set(values.map(identityOf));
    return own.some(([, listed]) => !listed.some((value) => identities.has(identityOf(value))));
  });
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
  for (const { claim } of atomsOf(state.atoms, 'members')) {
    const literal = claim.names.get(name);
    const values = literal?.holds === true ? listedValues(literal.node) : undefined;
    if (values?.every((value) => !accepts(broken.node, value)) === true) return true;
  }
  return false;
}

function listedValues(node: SchemaNode): readonly unknown[] | undefined {
  let current: SchemaNode | undefined = node;
  for (let steps = 0; current !== undefined && steps < 8; steps += 1) {
    const [first] = valuesOf(current.keywords);
    if (first !== undefined) return first[1];
    current = current.keywords.ref;
  }
  return undefined;
}
