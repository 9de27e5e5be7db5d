/**
 * Loads the description in spec/ for its own tests: every file once, references followed by hand,
 * schemas compiled by AJV where they stand. The harness's own reader is left out on purpose, so
 * that the description is held by something that does not depend on it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { parse } from 'yaml';

const SPEC_FOLDER = fileURLToPath(new URL('../../spec/', import.meta.url));
export const ROOT_FILE = join(SPEC_FOLDER, 'openapi.yaml');

export type JsonObject = Readonly<Record<string, unknown>>;

/** A part of the description and the file whose references are relative to it. */
export interface Part<T = JsonObject> {
  readonly value: T;
  readonly file: string;
}

export interface ParameterObject {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly description?: string;
  readonly required?: boolean;
  readonly schema: JsonObject;
  readonly example?: unknown;
  readonly 'x-enforced'?: boolean;
}

export interface MediaTypeObject {
  readonly schema?: JsonObject;
  readonly examples?: Readonly<Record<string, JsonObject>>;
}

export interface LinkObject {
  readonly operationId: string;
  readonly parameters?: Readonly<Record<string, string>>;
}

export interface ResponseObject {
  readonly description: string;
  readonly headers?: Readonly<Record<string, JsonObject>>;
  readonly content?: Readonly<Record<string, MediaTypeObject>>;
  readonly links?: Readonly<Record<string, LinkObject>>;
}

export interface RequestBodyObject {
  readonly required?: boolean;
  readonly content: Readonly<Record<string, MediaTypeObject>>;
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly file: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly parameters: readonly Part<ParameterObject>[];
  readonly requestBody: RequestBodyObject | undefined;
  readonly responses: ReadonlyMap<string, Part<ResponseObject>>;
}

export interface Description {
  readonly root: JsonObject;
  /** Every YAML file under spec/, by absolute path. */
  readonly files: ReadonlyMap<string, unknown>;
  readonly operations: readonly Operation[];
  /** @returns what stands there, references followed. */
  readonly follow: <T>(part: Part<unknown>) => Part<T>;
  /** @returns the validator of a schema that stands in a file. */
  readonly validator: (schema: JsonObject, file: string) => ValidateFunction;
  /** @returns the errors of a value, empty when valid. */
  readonly errorsOf: (schema: JsonObject, file: string, value: unknown) => readonly ErrorObject[];
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'options', 'head', 'trace'];

/** Reads spec/ once. */
export function loadDescription(): Description {
  const files = new Map<string, unknown>();
  for (const file of yamlFilesBelow(SPEC_FOLDER))
    files.set(file, parse(readFileSync(file, 'utf8')));
  const follow = <T>({ value, file }: Part<unknown>): Part<T> => {
    const reference = refOf(value);
    if (reference === undefined) return { value: value as T, file };
    const target = resolve(dirname(file), reference);
    return follow({ value: files.get(target), file: target });
  };
  const root = files.get(ROOT_FILE) as JsonObject;
  const validator = validators(files);
  const errorsOf: Description['errorsOf'] = (schema, file, value) => {
    const validate = validator(schema, file);
    return validate(value) ? [] : [...(validate.errors ?? [])];
  };
  return { root, files, operations: operationsOf(root, follow), follow, validator, errorsOf };
}

/** @returns each `$ref` in a file with the file that it names. */
export function referencesIn(
  value: unknown,
  file: string,
): readonly { readonly reference: string; readonly target: string; readonly exists: boolean }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = refOf(value);
  const below = Object.values(value).flatMap((member) => referencesIn(member, file));
  if (own === undefined) return below;
  const target = resolve(dirname(file), own);
  return [{ reference: own, target, exists: existsSync(target) }, ...below];
}

/** @returns a file's name as a reader of spec/ would say it. */
export function nameOf(file: string): string {
  return relative(SPEC_FOLDER, file);
}

function refOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('$ref' in value)) return undefined;
  return typeof value.$ref === 'string' ? value.$ref : undefined;
}

function yamlFilesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return yamlFilesBelow(path);
    return entry.name.endsWith('.yaml') ? [path] : [];
  });
}

function validators(files: ReadonlyMap<string, unknown>): Description['validator'] {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    ownProperties: true,
    multipleOfPrecision: 9,
    validateSchema: false,
    logger: false,
  });
  // The types of ajv-formats under nodenext put the function one level down.
  ajvFormats.default(ajv);
  for (const [file, value] of files) {
    if (nameOf(file).startsWith('schemas')) {
      ajv.addSchema(value as JsonObject, pathToFileURL(file).href);
    }
  }
  const compiled = new Map<string, ValidateFunction>();
  return (schema, file) => {
    // The file is the base of relative references; the text tells schemas of one file apart.
    const key = `${pathToFileURL(file).href}?${encodeURIComponent(JSON.stringify(schema))}`;
    const known = compiled.get(key) ?? ajv.compile({ ...schema, $id: key });
    compiled.set(key, known);
    return known;
  };
}

function operationsOf(root: JsonObject, follow: Description['follow']): readonly Operation[] {
  const paths = root['paths'] as JsonObject;
  return Object.entries(paths).flatMap(([path, entry]) => {
    const item = follow<JsonObject>({ value: entry, file: ROOT_FILE });
    const shared = (item.value['parameters'] ?? []) as readonly unknown[];
    return METHODS.filter((method) => method in item.value).map((method): Operation => {
      const operation = item.value[method] as JsonObject & Operation & { operationId: string };
      const own = (operation['parameters'] ?? []) as readonly unknown[];
      const responses = Object.entries(operation['responses'] as unknown as JsonObject);
      return {
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        file: item.file,
        summary: operation.summary,
        description: operation.description,
        tags: operation.tags,
        parameters: [...shared, ...own].map((value) => follow({ value, file: item.file })),
        requestBody: operation.requestBody,
        responses: new Map(
          responses.map(([status, value]) => [status, follow({ value, file: item.file })]),
        ),
      };
    });
  });
}
