/**
 * AJV as the judge needs it. Making one costs as much as compiling ten schemas, so those that only
 * say yes or no are shared by worlds, which keep their schemas apart by a URI of their own.
 */
import type { ErrorObject } from 'ajv';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { compilePattern } from '../model/pattern.ts';
import { LAZY_REFERENCE } from './emit.ts';
import { MULTIPLE_PRECISION } from './evaluate-scalar.ts';
import { fitsFormat, formatNames, formatType } from './formats.ts';

export type Context = Parameters<ValidateFunction>[1];

/**
 * What a lazy reference leads to. AJV walks through whatever a schema holds as a property, so that
 * this shows none.
 */
export class Lead {
  readonly #key: string;
  readonly #follow: (value: unknown, context: Context) => readonly ErrorObject[] | undefined;

  constructor(
    key: string,
    follow: (value: unknown, context: Context) => readonly ErrorObject[] | undefined,
  ) {
    this.#key = key;
    this.#follow = follow;
  }

  /** @returns the errors of an invalid value; undefined for a valid one. */
  follow(value: unknown, context: Context): readonly ErrorObject[] | undefined {
    return this.#follow(value, context);
  }

  /** Two schemas with leads to the same place are alike. */
  toJSON(): string {
    return this.#key;
  }
}

/** A world's part of an AJV. */
export interface Lease {
  readonly ajv: Ajv2020;
  /** Begins the URIs of the world's schemas. */
  readonly base: string;
}

/** @returns an AJV of one's own, which tells all errors with the schemas that they stand in. */
export function explainingAjv(): Lease {
  return { ajv: createAjv(true), base: 'assay://schema' };
}

/** An AJV keeps what it has compiled: with more schemas than these it takes no further worlds. */
const MOST_SCHEMAS = 200;

class Share {
  #ajv: Ajv2020 | undefined;
  #worlds = 0;

  lease(): Lease {
    const isFull = Object.keys(this.#ajv?.schemas ?? {}).length > MOST_SCHEMAS;
    const ajv = isFull ? createAjv(false) : (this.#ajv ?? createAjv(false));
    this.#ajv = ajv;
    return { ajv, base: `assay://${(this.#worlds += 1)}` };
  }
}

const SHARE = new Share();

/** @returns an AJV that says yes or no. */
export function quickAjv(): Lease {
  return SHARE.lease();
}

function createAjv(explains: boolean): Ajv2020 {
  const engine = (source: string): RegExp => compilePattern(source) ?? /^/;
  const ajv = new Ajv2020({
    strict: false,
    allErrors: explains,
    verbose: explains,
    messages: explains,
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
  const follow: Follow = (lead, value, _schema, context) => {
    const errors = lead.follow(value, context);
    follow.errors = [...(errors ?? [])];
    return errors === undefined;
  };
  ajv.addKeyword({
    keyword: LAZY_REFERENCE,
    schemaType: 'object',
    errors: 'full',
    validate: follow,
  });
  return ajv;
}

interface Follow {
  (lead: Lead, value: unknown, schema?: unknown, context?: Context): boolean;
  errors?: ErrorObject[];
}
