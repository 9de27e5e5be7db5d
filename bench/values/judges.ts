/**
 * The judges of the bench, none of them ours: AJV in the schema's own dialect, and
 * @hyperjump/json-schema for draft-04 and where AJV can't compile a group of the suite or differs
 * from its tests.
 */
import '@hyperjump/json-schema/draft-04';
import '@hyperjump/json-schema/draft-07';
import {
  registerSchema,
  setShouldValidateFormat,
  validate,
  type SchemaObject,
} from '@hyperjump/json-schema/draft-2020-12';
import { Ajv, type Options } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Entry } from './corpus.ts';

export type Verdict = (value: unknown) => boolean;

export interface Judge {
  readonly by: 'ajv' | 'hyperjump';
  readonly isValid: Verdict;
}

const OPTIONS: Options = {
  strict: false,
  validateSchema: false,
  logger: false,
  multipleOfPrecision: 9,
};

/** @returns the judge that agrees with all of the entry's tests; undefined where none does. */
export async function judgeFor(entry: Entry): Promise<Judge | undefined> {
  const isValid = entry.dialect === 'draft-04' ? undefined : byAjv(entry);
  if (isValid !== undefined && agrees(isValid, entry)) return { by: 'ajv', isValid };
  const other = await byHyperjump(entry);
  return other !== undefined && agrees(other, entry)
    ? { by: 'hyperjump', isValid: other }
    : undefined;
}

function agrees(isValid: Verdict, { tests }: Entry): boolean {
  try {
    return tests.every(({ data, valid }) => isValid(data) === valid);
  } catch {
    return false;
  }
}

function byAjv({ dialect, schema, remotes }: Entry): Verdict | undefined {
  const ajv = createAjv(dialect);
  // Its types say that the function hangs on `default`; at run time it does so under nodenext, too.
  formats.default(ajv);
  for (const [uri, remote] of Object.entries(remotes)) {
    try {
      ajv.addSchema(remote as object, uri);
    } catch {
      // Some remotes say the same `$id`: the first is kept.
    }
  }
  try {
    const compiled = ajv.compile(withoutDialect(schema) as object | boolean);
    return (value) => compiled(value);
  } catch {
    return undefined;
  }
}

function createAjv(dialect: Entry['dialect']): Ajv {
  switch (dialect) {
    case '2020-12':
      return new Ajv2020(OPTIONS);
    case '2019-09':
      return new Ajv2019(OPTIONS);
    default:
      return new Ajv(OPTIONS);
  }
}

/** The entry's own dialect counts; a meta-schema named with another spelling would not be found. */
function withoutDialect(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$schema'));
}

const META = {
  'draft-04': 'http://json-schema.org/draft-04/schema',
  'draft-06': 'http://json-schema.org/draft-06/schema',
  '2019-09': 'https://json-schema.org/draft/2019-09/schema',
  '2020-12': 'https://json-schema.org/draft/2020-12/schema',
  'draft-07': 'http://json-schema.org/draft-07/schema',
} as const satisfies Partial<Record<Entry['dialect'], string>>;
let registered = 0;

async function byHyperjump(entry: Entry): Promise<Verdict | undefined> {
  const { dialect } = entry;
  const meta = dialect in META ? META[dialect as keyof typeof META] : META['2020-12'];
  setShouldValidateFormat(true);
  for (const [uri, remote] of Object.entries(entry.remotes)) {
    try {
      registerSchema(remote as SchemaObject, uri, meta);
    } catch {
      // Registered for an earlier entry, or in a dialect that is not loaded.
    }
  }
  try {
    const uri = `https://bench.invalid/${(registered += 1)}`;
    registerSchema(withoutDialect(entry.schema) as SchemaObject, uri, meta);
    const judge = await validate(uri);
    return (value) => judge(value as Parameters<typeof judge>[0]).valid;
  } catch {
    return undefined;
  }
}
