/**
 * The judge of one world. A value is valid where both the walking evaluator and AJV take it; what
 * both judge by the same means, or AJV is known to follow, is asked of one, and what AJV can't
 * compile or overflows on is left to the evaluator, so that a verdict always comes and never an
 * exception.
 */
import type { ValidateFunction } from 'ajv';
import type { SchemaNode } from '../model/schema-node.ts';
import type { World } from '../model/world.ts';
import { Compiler } from './compiler.ts';
import { accepts } from './evaluate.ts';
import { isSettled } from './settled.ts';
import { schemaErrorOf, type SchemaError } from './schema-error.ts';

/** Lists what is wrong with a value; empty where it is valid. It never throws. */
export type Validator = (value: unknown) => readonly SchemaError[];

export class Judge {
  readonly #world: Pick<World, 'looksBack'>;
  readonly #nodes = new WeakMap<object, SchemaNode>();
  readonly #full = new Compiler(true, (schema, node) => this.#nodes.set(schema, node));
  readonly #quick = new Compiler(false, () => undefined);

  constructor(world: Pick<World, 'looksBack'>) {
    this.#world = world;
  }

  /** @returns what lists the errors of a value. */
  validator(node: SchemaNode): Validator {
    return (value) => {
      try {
        return this.#errors(node, value);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        return [tooDeep(node)];
      }
    };
  }

  /** @returns whether the value is valid; one nested too deep to tell is not. */
  isValid(node: SchemaNode, value: unknown): boolean {
    try {
      if (!accepts(node, value)) return false;
      if (isSettled(node)) return true;
      const compiled = this.#quick.compile(node);
      return compiled === undefined || ask(compiled, value) !== false;
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
  }

  #errors(node: SchemaNode, value: unknown): readonly SchemaError[] {
    const compiled = this.#full.compile(node);
    const verdict = compiled && ask(compiled, value);
    if (compiled === undefined || verdict !== false) {
      // Whatever AJV came to has been read.
      const isSure = verdict === true && !this.#world.looksBack;
      return isSure || accepts(node, value) ? [] : [unexplained(node, value)];
    }
    const errors = (compiled.errors ?? [])
      .filter(({ keyword }) => keyword !== 'if')
      .map((error) => {
        const schema: unknown = error.parentSchema;
        const owner = typeof schema === 'object' && schema !== null ? schema : {};
        return schemaErrorOf(error, this.#nodes.get(owner), value);
      });
    return errors.length > 0 ? errors : [unexplained(node, value)];
  }
}

/**
 * AJV's verdict; undefined where it fails. It compares by `toString`, which a value may have as a
 * member of its own that is no function, and the code it writes may overflow the stack.
 */
function ask(compiled: ValidateFunction, value: unknown): boolean | undefined {
  try {
    return compiled(value);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function tooDeep(node: SchemaNode): SchemaError {
  return {
    keyword: 'depth',
    at: '',
    place: node.place,
    message: 'is nested too deep to be judged',
    expected: 'a value of less depth',
    actual: undefined,
  };
}

/** What AJV takes and the evaluator refuses: `unevaluated*` in ways that AJV does not follow. */
function unexplained(node: SchemaNode, value: unknown): SchemaError {
  return {
    keyword: 'schema',
    at: '',
    place: node.place,
    message: 'is not valid',
    expected: node.raw,
    actual: value,
  };
}
