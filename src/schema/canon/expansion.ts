/**
 * One expansion under way: the atoms gathered so far, the literals still to be looked into, the
 * choices still open, and per `unevaluated*` keyword what the chosen branches have evaluated. It is
 * copied where a choice is made.
 */
import type { JsonType } from '../json-value.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import { asserted, originOf, type Choice, type Option } from './asserted.ts';
import { memberClaimOf } from './asserted-object.ts';
import type { Atom, Clash, Origin } from './atom.ts';
import { denied } from './denied.ts';
import { claimUnevaluated, type Either, type Frame, type Look } from './frame.ts';
import { signedId, type Literal } from './literal.ts';

/** The `unevaluated*` keywords around a literal, as indices of frames. */
type Frames = readonly number[];

export interface OpenChoice {
  readonly from: Origin;
  readonly options: readonly Option[];
  readonly frames: Frames;
  /** Comes from a denied schema: may be left to a check of the value drawn. */
  readonly denial: Literal | undefined;
}

export class Expansion {
  readonly type: JsonType;
  readonly atoms: Atom[];
  readonly residual: Literal[];
  choices: OpenChoice[];
  readonly #literals: Set<number>;
  readonly #seen: Set<string>;
  readonly #frames: Frame[];
  readonly #looks: Look[];

  constructor(type: JsonType, from?: Expansion) {
    this.type = type;
    this.atoms = [...(from?.atoms ?? [])];
    this.residual = [...(from?.residual ?? [])];
    this.choices = [...(from?.choices ?? [])];
    this.#literals = new Set(from === undefined ? [] : from.#literals);
    this.#seen = new Set(from === undefined ? [] : from.#seen);
    this.#frames = [...(from === undefined ? [] : from.#frames)];
    this.#looks = [...(from === undefined ? [] : from.#looks)];
  }

  copy(): Expansion {
    return new Expansion(this.type, this);
  }

  hasSeen(literal: Literal): boolean {
    return this.#literals.has(signedId(literal));
  }

  /** Looks into the literals and all that they imply. @returns the clash that this shows, if any */
  add(literals: readonly Literal[], frames: Frames = []): Clash | undefined {
    const queue = literals.map((literal) => ({ literal, frames }));
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const id = signedId(next.literal);
      const inFrames = `${id}|${next.frames.join(' ')}`;
      if (this.#seen.has(inFrames)) continue;
      this.#seen.add(inFrames);
      this.#literals.add(id);
      const { node } = next.literal;
      if (!next.literal.holds) {
        const clash = this.#deny(next.literal, queue);
        if (clash !== undefined) return clash;
        continue;
      }
      const parts = asserted(node, this.type);
      if (parts.clash !== undefined) return parts.clash;
      const inner = this.#look(node, next.frames);
      this.atoms.push(...parts.atoms);
      for (const literal of parts.literals) queue.push({ literal, frames: inner });
      for (const choice of parts.choices) this.#open(choice, inner);
    }
    return undefined;
  }

  /** @returns all atoms, those of `unevaluated*` included, once no choice is open. */
  finish(either: Either): readonly Atom[] {
    const claims = this.#frames.map((frame, index) =>
      claimUnevaluated(
        frame,
        this.#looks.filter((look) => look.frame === index),
        either,
      ),
    );
    return [...this.atoms, ...claims.flatMap((claim) => claim ?? [])];
  }

  #open({ options, isForAnnotations, from }: Choice, frames: Frames): void {
    if (isForAnnotations && frames.length === 0) return;
    // What every branch evaluates counts where several pass: let them all pass together, too.
    const all =
      frames.length > 0 && from.keyword === 'anyOf' && options.length > 1
        ? [{ literals: options.flatMap(({ literals }) => literals), atoms: [] }]
        : [];
    this.choices.push({ from, options: [...options, ...all], frames, denial: undefined });
  }

  #deny(literal: Literal, queue: { literal: Literal; frames: Frames }[]): Clash | undefined {
    const denial = denied(literal.node, this.type);
    if (denial.kind === 'holds') return undefined;
    const [only, ...more] = denial.options;
    if (only === undefined) {
      const from = originOf(literal.node, 'not');
      return { first: from, second: from, reason: 'What takes every value is denied.' };
    }
    if (more.length > 0) {
      const from = originOf(literal.node, 'not');
      this.choices.push({ from, options: denial.options, frames: [], denial: literal });
      return undefined;
    }
    this.atoms.push(...only.atoms);
    for (const next of only.literals) queue.push({ literal: next, frames: [] });
    return undefined;
  }

  /** Notes what the schema's own keywords evaluate. @returns the frames around its subschemas */
  #look(node: SchemaNode, frames: Frames): Frames {
    const { keywords } = node;
    const isArray = this.type === 'array';
    if (!isArray && this.type !== 'object') return frames;
    const schema = isArray ? keywords.unevaluatedItems : keywords.unevaluatedProperties;
    const inner = schema === undefined ? frames : [...frames, this.#frames.length];
    if (schema !== undefined) {
      const keyword = isArray ? 'unevaluatedItems' : 'unevaluatedProperties';
      this.#frames.push({ schema, isArray, from: originOf(node, keyword) });
      for (const frame of frames) this.#looks.push({ kind: 'all', frame });
    }
    for (const frame of inner) {
      if (isArray) this.#lookAtItems(node, frame);
      else {
        const claim = memberClaimOf(node);
        if (claim !== undefined) this.#looks.push({ kind: 'members', frame, claim });
      }
    }
    return inner;
  }

  #lookAtItems({ keywords }: SchemaNode, frame: number): void {
    const { prefixItems = [], items, contains } = keywords;
    if (items !== undefined) this.#looks.push({ kind: 'all', frame });
    else if (prefixItems.length > 0)
      this.#looks.push({ kind: 'prefix', frame, count: prefixItems.length });
    if (contains !== undefined && keywords.containsEvaluates !== false)
      this.#looks.push({ kind: 'contains', frame, schema: contains });
  }
}
