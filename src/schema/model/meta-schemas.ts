/**
 * The published meta-schemas, which any schema may refer to. They are AJV's copies but
 * for draft-04's, read when one is first asked for.
 */
import { createRequire } from 'node:module';
import type { SchemaDialect } from '../dialect.ts';
import { DRAFT_04 } from './draft-04.ts';

const VOCABULARIES = ['core', 'applicator', 'validation', 'meta-data', 'format', 'content'];

interface Published {
  readonly dialect: SchemaDialect;
  readonly file: string;
}

const FILES: ReadonlyMap<string, Published> = new Map<string, Published>([
  [
    'http://json-schema.org/draft-07/schema',
    { dialect: 'draft-07', file: 'json-schema-draft-07.json' },
  ],
  [
    'http://json-schema.org/draft-06/schema',
    { dialect: 'draft-06', file: 'json-schema-draft-06.json' },
  ],
  ...vocabularies('2019-09', VOCABULARIES),
  ...vocabularies('2020-12', [
    ...VOCABULARIES.filter((name) => name !== 'format'),
    'format-annotation',
    'unevaluated',
  ]),
]);

function vocabularies(
  dialect: '2019-09' | '2020-12',
  names: readonly string[],
): readonly (readonly [string, Published])[] {
  const base = `https://json-schema.org/draft/${dialect}`;
  const folder = `json-schema-${dialect}`;
  return [
    [`${base}/schema`, { dialect, file: `${folder}/schema.json` }],
    ...names.map(
      (name) => [`${base}/meta/${name}`, { dialect, file: `${folder}/meta/${name}.json` }] as const,
    ),
  ];
}

/** @returns the meta-schema of that URI, or undefined where it is none. */
export function metaSchema(
  uri: string,
): { readonly schema: unknown; readonly dialect: SchemaDialect } | undefined {
  if (uri === 'http://json-schema.org/draft-04/schema')
    return { schema: DRAFT_04, dialect: 'draft-04' };
  const published = FILES.get(uri);
  if (published === undefined) return undefined;
  const require = createRequire(import.meta.url);
  const schema: unknown = require(`ajv/dist/refs/${published.file}`);
  return { schema, dialect: published.dialect };
}
