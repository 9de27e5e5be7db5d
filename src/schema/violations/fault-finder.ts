/**
 * Finds every fault of a value, as the judge lists them, and remembers what it found of each part.
 * Deviations of one value share all parts but one, so that looking at hundreds of them costs about
 * as much as looking at the parts that differ.
 */
import { hasMember, isList, isRecord, type JsonRecord } from '../json-value.ts';
import { TooDeepError } from '../judge/evaluate.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import { Tally, type Finding } from './fault.ts';
import { faultsOfArray, faultsOfObject } from './faults-of-containers.ts';
import { brokenByItself } from './faults-of-scalars.ts';

const DEEPEST = 1000;

type Memory = Map<SchemaNode, Map<unknown, Finding>>;

export class FaultFinder {
  readonly #plain: Memory = new Map();
  /** Findings that also say what was looked at. */
  readonly #tracked: Memory = new Map();
  readonly #elder: FaultFinder | undefined;
  #depth = 0;

  /** @param elder - what it remembers is known here too, and nothing is added to it */
  constructor(elder?: FaultFinder) {
    this.#elder = elder;
  }

  /** @returns what is wrong with the value. @throws {TooDeepError} it or its schema is nested too deep */
  find(node: SchemaNode, value: unknown, isTracked = false): Finding {
    const known = this.#recall(node, value, isTracked);
    if (known !== undefined) return known;
    if (this.#depth > DEEPEST) throw new TooDeepError('The value or its schema is too deep.');
    this.#depth += 1;
    try {
      const made = this.#look(node, value, isTracked);
      const memory = isTracked ? this.#tracked : this.#plain;
      (memory.get(node) ?? remember(memory, node)).set(value, made);
      return made;
    } finally {
      this.#depth -= 1;
    }
  }

  #recall(node: SchemaNode, value: unknown, isTracked: boolean): Finding | undefined {
    const memory = isTracked ? this.#tracked : this.#plain;
    const own = memory.get(node)?.get(value);
    if (own !== undefined || this.#elder === undefined) return own;
    return this.#elder.#recall(node, value, isTracked);
  }

  /** @returns whether the value is valid. */
  holds(node: SchemaNode, value: unknown): boolean {
    return this.find(node, value).holds;
  }

  #look(node: SchemaNode, value: unknown, isTracked: boolean): Finding {
    const { keywords } = node;
    const looksBack =
      keywords.unevaluatedProperties !== undefined || keywords.unevaluatedItems !== undefined;
    const tally = new Tally(isTracked || looksBack);
    if (keywords.verdict === false) {
      tally.fail(node, 'false');
      return tally.finding;
    }
    for (const keyword of brokenByItself(keywords, value)) tally.fail(node, keyword);
    this.#members(node, value, tally);
    this.#combinators(node, value, tally);
    if (looksBack && isList(value)) this.#unevaluatedItems(node, value, tally);
    if (looksBack && isRecord(value)) this.#unevaluatedMembers(node, value, tally);
    return tally.finding;
  }

  #members(node: SchemaNode, value: unknown, tally: Tally): void {
    const find = (part: SchemaNode, member: unknown): Finding => this.find(part, member);
    if (isList(value)) faultsOfArray(node, value, tally, find);
    if (!isRecord(value)) return;
    faultsOfObject(node, value, tally, find);
    for (const [name, schema] of node.keywords.dependentSchemas ?? [])
      if (hasMember(value, name)) tally.require(this.#inPlace(schema, value, tally));
  }

  #inPlace(node: SchemaNode, value: unknown, tally: Tally): Finding {
    return this.find(node, value, tally.seen !== undefined);
  }

  #combinators(node: SchemaNode, value: unknown, tally: Tally): void {
    const { ref, allOf, anyOf, oneOf, not } = node.keywords;
    if (ref !== undefined) tally.require(this.#inPlace(ref, value, tally));
    for (const part of allOf ?? []) tally.require(this.#inPlace(part, value, tally));
    const look = (part: SchemaNode): Finding => this.#inPlace(part, value, tally);
    if (anyOf !== undefined) combineAny(node, anyOf.map(look), tally);
    if (oneOf !== undefined) combineOne(node, oneOf.map(look), tally);
    if (not !== undefined) {
      const { holds, isCertain } = this.find(not, value);
      if (holds) tally.fail(node, 'not', { isSure: isCertain });
      else if (!isCertain) tally.leaveOpen();
    }
    this.#condition(node, value, tally);
  }

  #condition(node: SchemaNode, value: unknown, tally: Tally): void {
    const { if: condition, then, else: otherwise } = node.keywords;
    if (condition === undefined) return;
    const met = this.#inPlace(condition, value, tally);
    if (met.holds) tally.absorb(met);
    const chosen = met.holds ? then : otherwise;
    if (chosen !== undefined) {
      const found = this.#inPlace(chosen, value, tally);
      // Where the condition itself is open, so is what follows from it.
      tally.require(met.isCertain ? found : { ...found, isCertain: false });
    } else if (!met.isCertain) tally.leaveOpen();
  }

  #unevaluatedItems(node: SchemaNode, value: readonly unknown[], tally: Tally): void {
    const { unevaluatedItems: schema } = node.keywords;
    if (schema === undefined || tally.seen === undefined) return;
    let isTold = false;
    for (const [index, item] of value.entries()) {
      if (tally.seen.items.has(index)) continue;
      tally.seen.items.add(index);
      if (schema.keywords.verdict !== false)
        tally.requireBelow(this.find(schema, item), String(index));
      else if (!isTold) tally.fail(node, 'unevaluatedItems');
      isTold = true;
    }
  }

  #unevaluatedMembers(node: SchemaNode, value: JsonRecord, tally: Tally): void {
    const { unevaluatedProperties: schema } = node.keywords;
    if (schema === undefined || tally.seen === undefined) return;
    for (const name of Object.keys(value)) {
      if (tally.seen.names.has(name)) continue;
      tally.seen.names.add(name);
      if (schema.keywords.verdict === false)
        tally.fail(node, 'unevaluatedProperties', { at: name });
      else tally.requireBelow(this.find(schema, value[name]), name);
    }
  }
}

function remember(memory: Memory, node: SchemaNode): Map<unknown, Finding> {
  const made = new Map<unknown, Finding>();
  memory.set(node, made);
  return made;
}

function combineAny(node: SchemaNode, found: readonly Finding[], tally: Tally): void {
  const passed = found.filter(({ holds }) => holds);
  for (const part of passed.length > 0 ? passed : found) tally.absorb(part);
  if (passed.length > 0) {
    for (const part of found) tally.note(part);
    if (!passed.some(({ isCertain }) => isCertain)) tally.leaveOpen();
    return;
  }
  for (const part of found) tally.explain(part);
  tally.fail(node, 'anyOf', { isSure: found.every(({ isCertain }) => isCertain) });
}

function combineOne(node: SchemaNode, found: readonly Finding[], tally: Tally): void {
  const passed = found.filter(({ holds }) => holds);
  for (const part of passed.length > 0 ? passed : found) tally.absorb(part);
  const allCertain = found.every(({ isCertain }) => isCertain);
  if (passed.length === 1) {
    for (const part of found) tally.note(part);
    if (!allCertain) tally.leaveOpen();
    return;
  }
  if (passed.length === 0) for (const part of found) tally.explain(part);
  const isSure =
    passed.length === 0 ? allCertain : passed.filter(({ isCertain }) => isCertain).length > 1;
  tally.fail(node, 'oneOf', { isSure });
}
