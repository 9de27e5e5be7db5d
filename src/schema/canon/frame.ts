/**
 * A frame is one `unevaluatedItems` or `unevaluatedProperties` at work. Once the branches around it
 * are chosen, what they evaluate is known, and the keyword is nothing but an `additionalProperties`
 * or `items` over the rest (JSON Schema 2020-12, section 11).
 */
import type { SchemaNode } from '../model/schema-node.ts';
import type { Atom, MemberClaim, Origin } from './atom.ts';
import { holds, type Literal } from './literal.ts';

export interface Frame {
  readonly schema: SchemaNode;
  readonly isArray: boolean;
  readonly from: Origin;
}

/** Something that was evaluated within a frame. */
export type Look =
  | { readonly kind: 'all'; readonly frame: number }
  | { readonly kind: 'members'; readonly frame: number; readonly claim: MemberClaim }
  | { readonly kind: 'prefix'; readonly frame: number; readonly count: number }
  | { readonly kind: 'contains'; readonly frame: number; readonly schema: SchemaNode };

/** Makes one schema of several, of which any may hold. */
export type Either = (schemas: readonly SchemaNode[]) => SchemaNode;

/** @returns the frame's keyword as a claim on what none of the looks has evaluated. */
export function claimUnevaluated(
  frame: Frame,
  looks: readonly Look[],
  either: Either,
): Atom | undefined {
  if (looks.some(({ kind }) => kind === 'all')) return undefined;
  return frame.isArray ? itemsAtom(frame, looks, either) : membersAtom(frame, looks);
}

function membersAtom(frame: Frame, looks: readonly Look[]): Atom | undefined {
  const names = new Map<string, Literal>();
  const patterns: MemberClaim['patterns'][number][] = [];
  for (const look of looks) {
    if (look.kind !== 'members') continue;
    if (look.claim.rest !== undefined) return undefined;
    for (const [name, literal] of look.claim.names) names.set(name, literal);
    patterns.push(...look.claim.patterns);
  }
  // The literals are the claims' own, asserted already: to name them again asks nothing new.
  const claim = { names, patterns, rest: holds(frame.schema) };
  return { kind: 'members', claim, from: frame.from };
}

function itemsAtom(frame: Frame, looks: readonly Look[], either: Either): Atom {
  let count = 0;
  const matching: SchemaNode[] = [];
  for (const look of looks) {
    if (look.kind === 'prefix') count = Math.max(count, look.count);
    if (look.kind === 'contains') matching.push(look.schema);
  }
  const prefix = Array.from({ length: count }, () => undefined);
  // An item that `contains` matches is evaluated, too.
  const rest = matching.length === 0 ? frame.schema : either([...matching, frame.schema]);
  return { kind: 'items', claim: { prefix, rest: holds(rest) }, from: frame.from };
}
