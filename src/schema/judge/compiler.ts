/**
 * Compiles nodes with AJV, each when it is first needed. What is referred to from many places is
 * compiled once, and so are parts that say the same where only the verdict counts.
 */
import type { ErrorObject } from 'ajv';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { SchemaNode } from '../model/schema-node.ts';
import { explainingAjv, Lead, quickAjv, type Context, type Lease } from './ajv.ts';
import { emit, type Emission, type Manner, type Wording } from './emit.ts';
import { accepts } from './evaluate.ts';

const MOST_COMPILED = 3000;
const MOST_AT_ONCE = 800;

export class Compiler {
  readonly #explains: boolean;
  readonly #wording: Wording;
  readonly #compiled = new Map<string, ValidateFunction | undefined>();
  readonly #alike = new Map<string, ValidateFunction | undefined>();
  readonly #known = new Set<string>();
  readonly #leads = new Map<string, Lead>();
  /** Schema objects that may still be compiled: beyond, AJV would take longer than anyone waits. */
  #left: number;
  #lease: Lease | undefined;

  /** @param explains - whether all errors are wanted, with the schemas that they stand in */
  constructor(explains: boolean, written: (schema: object, node: SchemaNode) => void) {
    this.#explains = explains;
    this.#left = explains ? Infinity : MOST_COMPILED;
    this.#wording = {
      uriOf: (node, manner) => this.#uriOf(node, manner),
      leadTo: (node, manner) => this.#leadTo(node, manner),
      written,
    };
  }

  /** @returns AJV's function, or undefined where AJV can't compile the node. */
  compile(node: SchemaNode): ValidateFunction | undefined {
    return this.#compile(node, this.#explains ? 'exact' : 'brief');
  }

  #compile(node: SchemaNode, manner: Manner): ValidateFunction | undefined {
    const key = keyOf(node, manner);
    if (this.#compiled.has(key)) return this.#compiled.get(key);
    const made = this.#left > 0 ? this.#make(node, manner) : undefined;
    this.#compiled.set(key, made);
    return made;
  }

  #make(node: SchemaNode, manner: Manner): ValidateFunction | undefined {
    const emission = emit(node, manner, this.#wording);
    // A part that refers to others by URI is never taken for another.
    const isAlone = !this.#explains && emission.refers.length === 0;
    if (!isAlone) return this.#translate(emission);
    const key = JSON.stringify(emission.schema);
    if (!this.#alike.has(key)) this.#alike.set(key, this.#translate(emission));
    return this.#alike.get(key);
  }

  #translate(emission: Emission): ValidateFunction | undefined {
    try {
      const ajv = this.#open().ajv;
      this.#add(emission);
      return ajv.getSchema(emission.uri);
    } catch {
      // Nested too deep for AJV's generator, or a form that it can't express.
      return undefined;
    }
  }

  #add(first: Emission): void {
    const { ajv } = this.#open();
    const queue = [first];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const { uri, schema, size, refers } = next;
      if (this.#known.has(uri)) continue;
      this.#known.add(uri);
      this.#left -= size;
      if (this.#left < 0 || (!this.#explains && size > MOST_AT_ONCE))
        throw new RangeError('Too much to compile.');
      // Within a condition AJV writes no errors, which is a third of its code.
      const isBare = !this.#explains && next.manner !== 'evaluated';
      ajv.addSchema(isBare ? { if: schema, else: false } : schema, uri);
      for (const target of refers)
        if (!this.#known.has(this.#uriOf(target, 'evaluated')))
          queue.push(emit(target, 'evaluated', this.#wording));
    }
  }

  #uriOf(node: SchemaNode, manner: Manner): string {
    return `${this.#open().base}/${keyOf(node, manner)}`;
  }

  #open(): Lease {
    return (this.#lease ??= this.#explains ? explainingAjv() : quickAjv());
  }

  #leadTo(node: SchemaNode, manner: Manner): Lead {
    const key = keyOf(node, manner);
    const known = this.#leads.get(key);
    if (known !== undefined) return known;
    const lead = new Lead(key, (value, context) => this.#follow(node, manner, value, context));
    this.#leads.set(key, lead);
    return lead;
  }

  /** Compiles the reference's target at the first value that gets there. */
  #follow(
    node: SchemaNode,
    manner: Manner,
    value: unknown,
    context: Context,
  ): readonly ErrorObject[] | undefined {
    const compiled = this.#compile(node, manner);
    if (compiled === undefined) return accepts(node, value) ? undefined : [];
    return compiled(value, context) ? undefined : (compiled.errors ?? []);
  }
}

function keyOf(node: SchemaNode, manner: Manner): string {
  return `${node.id}/${manner}`;
}
