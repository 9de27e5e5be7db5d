/**
 * What is wrong with a value, keyword by keyword. Unlike a verdict it tells whether the enforced
 * part of the schema alone refuses the value: a keyword marked with `x-enforced: false` that fails
 * leaves that open (three-valued logic).
 */
import { escapePointerToken, pointerTokens, type Place } from '../../spec/place.ts';
import { absorb, fresh, type Evaluated } from '../judge/evaluated.ts';
import type { SchemaNode } from '../model/schema-node.ts';

export interface Fault {
  readonly keyword: string;
  readonly place: Place;
  /** JSON pointer from the value that was looked at. */
  readonly at: string;
}

export interface Finding {
  readonly holds: boolean;
  /** The service is sure to come to the same verdict. */
  readonly isCertain: boolean;
  readonly faults: readonly Fault[];
  /** Faults within branches that need not hold, since others do. */
  readonly latent: readonly Fault[];
  /** What was looked at, where an `unevaluated*` around it asks for that. */
  readonly seen: Evaluated | undefined;
}

/** @returns whether the description says that the keyword is enforced where it stands. */
export function isEnforced(node: SchemaNode, keyword: string): boolean {
  const { unenforced } = node.keywords;
  if (unenforced === undefined) return true;
  if (unenforced === 'all') return false;
  const [written = keyword] = pointerTokens(node.placeOf(keyword).slice(node.place.length));
  return !unenforced.has(keyword) && !unenforced.has(written);
}

const NONE: readonly Fault[] = [];

/** The faults of one schema, while its keywords are gone through. */
export class Tally {
  readonly seen: Evaluated | undefined;
  #holds = true;
  #isRefused = false;
  #isOpen = false;
  readonly #faults: Fault[] = [];
  readonly #latent: Fault[] = [];

  constructor(isTracked: boolean) {
    this.seen = isTracked ? fresh() : undefined;
  }

  get finding(): Finding {
    const isCertain = this.#holds ? !this.#isOpen : this.#isRefused;
    return {
      holds: this.#holds,
      isCertain,
      faults: this.#faults.length === 0 ? NONE : this.#faults,
      latent: this.#latent.length === 0 ? NONE : this.#latent,
      seen: this.seen,
    };
  }

  /** A keyword fails; `isSure` is false where what it rests on is open. */
  fail(node: SchemaNode, keyword: string, details: { at?: string; isSure?: boolean } = {}): void {
    const { at, isSure = true } = details;
    this.#holds = false;
    if (isSure && isEnforced(node, keyword)) this.#isRefused = true;
    else this.#isOpen = true;
    const place = keyword === 'false' ? node.place : node.placeOf(keyword);
    this.#faults.push({ keyword, place, at: at === undefined ? '' : below(at) });
  }

  /** A keyword holds, but only by grace of what is not enforced. */
  leaveOpen(): void {
    this.#isOpen = true;
  }

  /** A subschema on the same value that must hold. */
  require(part: Finding): void {
    this.#judge(part);
    this.absorb(part);
    this.#faults.push(...part.faults);
    this.#latent.push(...part.latent);
  }

  /** A subschema on a member that must hold. */
  requireBelow(part: Finding, token: string): void {
    // Most members have nothing wrong: hundreds are gone past for each that has.
    if (part.holds && part.isCertain && part.latent.length === 0) return;
    this.#judge(part);
    if (part.faults.length > 0) this.#faults.push(...moved(part.faults, token));
    if (part.latent.length > 0) this.#latent.push(...moved(part.latent, token));
  }

  /** A subschema whose faults explain a keyword that fails. */
  explain(part: Finding): void {
    this.#faults.push(...part.faults);
  }

  /** A subschema that need not hold. */
  note(part: Finding): void {
    this.#latent.push(...part.faults, ...part.latent);
  }

  /** Takes over what a subschema has looked at. */
  absorb({ seen }: Finding): void {
    if (this.seen !== undefined && seen !== undefined) absorb(this.seen, seen);
  }

  #judge({ holds, isCertain }: Finding): void {
    if (!holds) this.#holds = false;
    if (!isCertain) this.#isOpen = true;
    else if (!holds) this.#isRefused = true;
  }
}

function below(token: string): string {
  return `/${escapePointerToken(token)}`;
}

function moved(faults: readonly Fault[], token: string): readonly Fault[] {
  const prefix = below(token);
  return faults.map((fault) => ({ ...fault, at: prefix + fault.at }));
}
