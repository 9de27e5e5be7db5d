/**
 * A description of this folder as AJV reads it, with no code of the harness between: which response
 * an operation declares for a status, and what is wrong with a body or a header by its schema.
 */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as formats from 'ajv-formats';
import { parse } from 'yaml';

type Tree = { readonly [name: string]: unknown };

export interface Described {
  readonly operations: readonly string[];
  /** Undefined for a status that is not declared. */
  response(operation: string, status: number): DescribedResponse | undefined;
}

export interface DescribedResponse {
  /** Media type to a function that tells what is wrong; empty where there is no content. */
  readonly content: ReadonlyMap<string, (value: unknown) => string>;
  readonly headers: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly complain: (value: unknown) => string;
    readonly type: unknown;
  }[];
}

/** @param file a file name of this folder */
export function readDescription(file: string): Described {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  const root = upgraded(parse(text)) as Tree;
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  // The types of ajv-formats ask for `.default` under nodenext.
  formats.default.default(ajv);
  ajv.addSchema(root, 'root');
  const follow = (node: unknown): Tree => {
    const tree = node as Tree;
    return typeof tree['$ref'] === 'string' ? follow(at(root, tree['$ref'])) : tree;
  };
  const complaining = (schema: unknown) => {
    const validate = ajv.compile(rooted(schema) as object);
    return (value: unknown): string => (validate(value) ? '' : ajv.errorsText(validate.errors));
  };
  const known = new Map<string, DescribedResponse>();
  const operations = new Map<string, Tree>();
  for (const item of Object.values(root['paths'] as Tree)) {
    for (const operation of Object.values(item as Tree) as Tree[]) {
      if (typeof operation['operationId'] === 'string')
        operations.set(operation['operationId'], operation);
    }
  }
  return {
    operations: [...operations.keys()],
    response: (operation, status) => {
      const key = `${operation} ${String(status)}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const responses = operations.get(operation)?.['responses'] as Tree;
      const found = responses[String(status)] ?? responses[`${String(status)[0] ?? ''}XX`];
      if (found === undefined) return undefined;
      const response = follow(found);
      const content = Object.entries((response['content'] ?? {}) as Tree).map(
        ([type, media]) => [type, complaining((media as Tree)['schema'] ?? true)] as const,
      );
      const headers = Object.entries((response['headers'] ?? {}) as Tree).map(([name, node]) => {
        const header = follow(node);
        const { required = false, schema } = header as { required?: boolean; schema: Tree };
        return { name, required, complain: complaining(schema), type: schema['type'] };
      });
      const made = { content: new Map(content), headers };
      known.set(key, made);
      return made;
    },
  };
}

function at(root: Tree, reference: string): unknown {
  let node: unknown = root;
  for (const token of reference.slice(2).split('/')) {
    node = (node as Tree)[token.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return node;
}

/** References within the file, made to start at the root that AJV was given. */
function rooted(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(rooted);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) =>
      name === '$ref' ? [name, `root${String(value)}`] : [name, rooted(value)],
    ),
  );
}

/** What 3.0 says by `nullable` and boolean bounds, said as 2020-12 does. */
function upgraded(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(upgraded);
  if (typeof node !== 'object' || node === null) return node;
  const tree: Record<string, unknown> = Object.fromEntries(
    Object.entries(node).map(([name, value]) => [name, upgraded(value)]),
  );
  for (const [flag, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (tree[flag] !== true) continue;
    tree[flag] = tree[bound];
    delete tree[bound];
  }
  if (tree['nullable'] === true) tree['type'] = [tree['type'], 'null'];
  return tree;
}
