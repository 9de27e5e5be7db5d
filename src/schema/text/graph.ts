/**
 * The reachable states of an automaton, as far as it pays to look, and for each the lengths in which
 * it can be finished. With them a text of any possible length is drawn step by step and never
 * thrown away.
 */
import type { Automaton, Letter, State } from './automaton.ts';
import { sizeOf } from './char-set.ts';

/** States beyond these are left unexplored: their texts are not drawn. */
const MOST_STATES = 1500;
/** Lengths up to here are told apart. */
export const LONGEST = 319;
const WORDS = (LONGEST + 1) / 32;

export interface Vertex {
  readonly state: State;
  readonly edges: Edge[];
  /** Bit n: the state can be finished by exactly n more letters. */
  readonly lengths: Uint32Array;
}

export interface Edge {
  readonly letter: Letter;
  readonly to: Vertex;
}

export interface Graph {
  readonly start: Vertex;
  /** False where states were left unexplored. */
  readonly isComplete: boolean;
}

/** @returns the explored part of the automaton, from its start. */
export function explore(automaton: Automaton): Graph {
  const vertices = new Map<string, Vertex>();
  const order: Vertex[] = [];
  const visit = (state: State): Vertex => {
    const known = vertices.get(state.key);
    if (known !== undefined) return known;
    const vertex: Vertex = { state, edges: [], lengths: new Uint32Array(WORDS) };
    if (state.isFinal) vertex.lengths[0] = 1;
    vertices.set(state.key, vertex);
    order.push(vertex);
    return vertex;
  };
  const start = visit(automaton.start);
  let isComplete = true;
  for (let at = 0; at < order.length; at += 1) {
    const vertex = order[at];
    if (vertex === undefined || vertex.state.isDead) continue;
    if (order.length > MOST_STATES) {
      isComplete = false;
      break;
    }
    for (const letter of automaton.letters) {
      const state = automaton.read(vertex.state, letter);
      if (!state.isDead) vertex.edges.push({ letter, to: visit(state) });
    }
  }
  measure(order);
  return { start, isComplete };
}

/** States found late are nearer to the end as a rule: going backwards, few rounds are needed. */
function measure(order: readonly Vertex[]): void {
  const backwards = [...order].reverse();
  for (let round = 0, changed = true; changed && round <= LONGEST; round += 1) {
    changed = false;
    for (const { edges, lengths } of backwards)
      for (const { to } of edges) if (addShifted(lengths, to.lengths)) changed = true;
  }
}

/** Adds the other's lengths, each one longer. @returns whether any was new */
function addShifted(lengths: Uint32Array, other: Uint32Array): boolean {
  let carry = 0;
  let changed = false;
  for (let word = 0; word < WORDS; word += 1) {
    const bits = other[word] ?? 0;
    const before = lengths[word] ?? 0;
    const after = (before | (bits << 1) | carry) >>> 0;
    carry = bits >>> 31;
    if (after === before) continue;
    lengths[word] = after;
    changed = true;
  }
  return changed;
}

/** @returns whether the vertex can be finished by exactly so many letters, as far as is told apart. */
export function canFinish({ lengths }: Vertex, length: number): boolean {
  if (length > LONGEST) return lengths.some((bits) => bits !== 0);
  return (((lengths[length >>> 5] ?? 0) >>> (length & 31)) & 1) === 1;
}

/** @returns how many texts there are; undefined for more than `most`. */
export function countTexts({ start }: Graph, most: number): number | undefined {
  let level = new Map<Vertex, number>([[start, 1]]);
  let count = 0;
  for (let length = 0; length <= LONGEST && level.size > 0; length += 1) {
    const next = new Map<Vertex, number>();
    for (const [vertex, ways] of level) {
      if (vertex.state.isFinal) count += ways;
      if (count > most) return undefined;
      for (const { letter, to } of vertex.edges)
        if (canFinish(to, Infinity)) next.set(to, (next.get(to) ?? 0) + ways * sizeOf(letter.set));
    }
    level = next;
  }
  return level.size === 0 ? count : undefined;
}
