/**
 * The judge: AJV over the nodes of one world. A node is compiled when it is first asked about; what
 * AJV can't compile or overflows on is judged by the walking evaluator instead, so a verdict always
 * comes and never an exception.
 */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { SchemaNode } from '../model/schema-node.ts';
import { compilePattern } from '../model/pattern.ts';
import { emit, uriOf } from './emit.ts';
import { accepts, TooDeepError } from './evaluate.ts';
import { MULTIPLE_PRECISION } from './evaluate-scalar.ts';
import { fitsFormat, formatNames, formatType } from './formats.ts';
import { schemaErrorOf, type SchemaError } from './schema-error.ts';

/** Lists what is wrong with a value; empty where it is valid. It never throws. */
export type Validator = (value: unknown) => readonly SchemaError[];

export interface Judge {
  validator(node: SchemaNode): Validator;
  isValid(node: SchemaNode, value: unknown): boolean;
}

/** @returns a judge that has compiled nothing yet. */
export function createJudge(): Judge {
  const written = new WeakMap<object, SchemaNode>();
  const full = createCompiler(true, written);
  const quick = createCompiler(false, written);
  return {
    validator: (node) => (value) => {
      const compiled = full(node);
      return guard(node, () => {
        if (compiled === undefined) return accepts(node, value) ? [] : [unexplained(node, value)];
        if (compiled(value)) return [];
        return (compiled.errors ?? []).map((error) =>
          schemaErrorOf(error, nodeOf(error.parentSchema, written), value),
        );
      });
    },
    isValid: (node, value) => {
      const compiled = quick(node);
      try {
        return compiled === undefined ? accepts(node, value) : compiled(value);
      } catch (error) {
        if (error instanceof RangeError) return false;
        throw error;
      }
    },
  };
}

type Compile = (node: SchemaNode) => ValidateFunction | undefined;

function createCompiler(explains: boolean, written: WeakMap<object, SchemaNode>): Compile {
  const compiled = new Map<SchemaNode, ValidateFunction | undefined>();
  const known = new Set<SchemaNode>();
  let ajv: Ajv2020 | undefined;
  return (node) => {
    const before = compiled.get(node);
    if (before !== undefined || compiled.has(node)) return before;
    ajv ??= createAjv(explains);
    const result = compile(ajv, node, known, written);
    compiled.set(node, result);
    return result;
  };
}

function compile(
  ajv: Ajv2020,
  node: SchemaNode,
  known: Set<SchemaNode>,
  written: WeakMap<object, SchemaNode>,
): ValidateFunction | undefined {
  try {
    const queue = [node];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (known.has(next)) continue;
      known.add(next);
      const { schema, refers } = emit(next, (part, of) => written.set(part, of));
      ajv.addSchema(schema);
      queue.push(...refers);
    }
    return ajv.getSchema(uriOf(node));
  } catch {
    // Too deep for AJV's generator, or a form that it can't express: the evaluator judges.
    return undefined;
  }
}

/** @see {@link MULTIPLE_PRECISION} without it 19.99 is no multiple of 0.01. */
function createAjv(explains: boolean): Ajv2020 {
  const engine = (source: string): RegExp => compilePattern(source) ?? /^/;
  const ajv = new Ajv2020({
    strict: false,
    allErrors: explains,
    verbose: explains,
    ownProperties: true,
    multipleOfPrecision: MULTIPLE_PRECISION,
    validateSchema: false,
    meta: false,
    logger: false,
    code: { optimize: false, regExp: Object.assign(engine, { code: 'new RegExp' }) },
  });
  for (const name of formatNames()) {
    if (formatType(name) === 'number')
      ajv.addFormat(name, { type: 'number', validate: (value) => fitsFormat(name, value) });
    else ajv.addFormat(name, { type: 'string', validate: (value) => fitsFormat(name, value) });
  }
  return ajv;
}

function nodeOf(
  schema: object | undefined,
  written: WeakMap<object, SchemaNode>,
): SchemaNode | undefined {
  return schema === undefined ? undefined : written.get(schema);
}

function guard(node: SchemaNode, judge: () => readonly SchemaError[]): readonly SchemaError[] {
  try {
    return judge();
  } catch (error) {
    if (!(error instanceof RangeError) && !(error instanceof TooDeepError)) throw error;
    return [
      {
        keyword: 'depth',
        at: '',
        place: node.place,
        message: 'is nested too deep to be judged',
        expected: 'a value of less depth',
        actual: undefined,
      },
    ];
  }
}

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
