/**
 * Compiles nodes with AJV, each when it is first needed. One AJV serves a whole world, so that what
 * is referred to from many places is compiled once.
 */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { compilePattern } from '../model/pattern.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import { emit, LAZY_REFERENCE, uriOf } from './emit.ts';
import { accepts } from './evaluate.ts';
import { MULTIPLE_PRECISION } from './evaluate-scalar.ts';
import { fitsFormat, formatNames, formatType } from './formats.ts';

const MOST_COMPILED = 3000;
const MOST_AT_ONCE = 800;

export class Compiler {
  readonly #explains: boolean;
  readonly #written: (schema: object, node: SchemaNode) => void;
  readonly #compiled = new Map<SchemaNode, ValidateFunction | undefined>();
  readonly #known = new Set<string>();
  readonly #nodes = new Map<number, SchemaNode>();
  /** Schema objects that may still be compiled: beyond, AJV would take longer than anyone waits. */
  #left: number;
  #ajv: Ajv2020 | undefined;

  /** @param explains - whether all errors are wanted, with the schemas that they stand in */
  constructor(explains: boolean, written: (schema: object, node: SchemaNode) => void) {
    this.#explains = explains;
    this.#left = explains ? Infinity : MOST_COMPILED;
    this.#written = written;
  }

  /** @returns AJV's function, or undefined where AJV can't compile the node. */
  compile(node: SchemaNode): ValidateFunction | undefined {
    if (this.#compiled.has(node)) return this.#compiled.get(node);
    const made = this.#left > 0 ? this.#make(node) : undefined;
    this.#compiled.set(node, made);
    return made;
  }

  #make(node: SchemaNode): ValidateFunction | undefined {
    const ajv = (this.#ajv ??= this.#createAjv());
    try {
      this.#add(ajv, node, false);
      return ajv.getSchema(uriOf(node, false));
    } catch {
      // Nested too deep for AJV's generator, or a form that it can't express.
      return undefined;
    }
  }

  #add(ajv: Ajv2020, node: SchemaNode, isLookedThrough: boolean): void {
    const queue = [{ node, isLookedThrough }];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const uri = uriOf(next.node, next.isLookedThrough);
      if (this.#known.has(uri)) continue;
      this.#known.add(uri);
      const { schema, size, refers, leads } = emit(next.node, next.isLookedThrough, this.#written);
      this.#left -= size;
      if (this.#left < 0 || (!this.#explains && size > MOST_AT_ONCE))
        throw new RangeError('Too much to compile.');
      for (const lead of leads) this.#nodes.set(lead.id, lead);
      ajv.addSchema(schema);
      for (const target of refers) queue.push({ node: target, isLookedThrough: true });
    }
  }

  #createAjv(): Ajv2020 {
    const engine = (source: string): RegExp => compilePattern(source) ?? /^/;
    const ajv = new Ajv2020({
      strict: false,
      allErrors: this.#explains,
      verbose: this.#explains,
      ownProperties: true,
      // Without it 19.99 is no multiple of 0.01.
      multipleOfPrecision: MULTIPLE_PRECISION,
      validateSchema: false,
      meta: false,
      logger: false,
      code: { optimize: false, regExp: Object.assign(engine, { code: 'new RegExp' }) },
    });
    for (const name of formatNames()) {
      const validate = (value: string | number): boolean => fitsFormat(name, value);
      if (formatType(name) === 'number') ajv.addFormat(name, { type: 'number', validate });
      else ajv.addFormat(name, { type: 'string', validate });
    }
    ajv.addKeyword({
      keyword: LAZY_REFERENCE,
      schemaType: 'number',
      errors: 'full',
      validate: this.#follow(),
    });
    return ajv;
  }

  /** Compiles the reference's target at the first value that gets there. */
  #follow(): Follow {
    const follow: Follow = (id, value, _schema, context) => {
      const node = this.#nodes.get(id);
      if (node === undefined) return true;
      const compiled = this.compile(node);
      if (compiled === undefined) {
        follow.errors = [];
        return accepts(node, value);
      }
      const isValid = compiled(value, context);
      follow.errors = compiled.errors ?? [];
      return isValid;
    };
    return follow;
  }
}

interface Follow {
  (
    id: number,
    value: unknown,
    schema?: unknown,
    context?: Parameters<ValidateFunction>[1],
  ): boolean;
  errors?: NonNullable<ValidateFunction['errors']>;
}
