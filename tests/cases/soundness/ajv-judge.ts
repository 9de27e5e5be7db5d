/**
 * Judges values by AJV alone: the description's files are handed to it as they are, and a schema is
 * named by where it stands. Nothing of the harness's own judgement is used.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import type { SchemaAt } from '../../../src/spec/api.ts';

export type Judge = (at: SchemaAt, value: unknown) => boolean;

/** @param root the description's root file; every YAML file beside or below it may be referred to */
export function ajvJudge(root: string): Judge {
  const ajv = new Ajv2020({ strict: false, validateSchema: false, logger: false });
  // The package is CommonJS: under nodenext its function is the default's default.
  (addFormats as unknown as { default: (to: Ajv2020) => void }).default(ajv);
  const folder = path.dirname(root);
  const files = yamlFiles(folder).map((file): [string, unknown] => {
    const document: unknown = parse(readFileSync(path.join(folder, file), 'utf8'));
    return [file, forRequests(inOneDocument(document, file))];
  });
  // One document: AJV would read a file of a parameter as a schema, and choke on its `required`.
  ajv.addSchema({ $id: ID, files: Object.fromEntries(files) });
  const compiled = new Map<string, ValidateFunction>();
  return ({ place }, value) => {
    const known = compiled.get(place) ?? ajv.compile({ $ref: ID + referenceTo(place) });
    compiled.set(place, known);
    return known(value);
  };
}

const ID = 'https://description.test/';

function yamlFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.split(path.sep).join('/'));
}

/** Every reference, from wherever it stands, as one into the whole. */
function inOneDocument(part: unknown, file: string): unknown {
  if (Array.isArray(part)) return part.map((item) => inOneDocument(item, file));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, member]) => {
      if (name !== '$ref' || typeof member !== 'string') return [name, inOneDocument(member, file)];
      const [other = '', pointer = ''] = member.split('#');
      const target = other === '' ? file : path.posix.join(path.posix.dirname(file), other);
      return [name, referenceTo(`${target}#${decodeURIComponent(pointer)}`)];
    }),
  );
}

function referenceTo(place: string): string {
  const [file = '', pointer = ''] = place.split('#');
  const token = file.replaceAll('~', '~0').replaceAll('/', '~1');
  return `#${`/files/${token}${pointer}`.split('/').map(encodeURIComponent).join('/')}`;
}

/** What only the service sets may be missing from a request though it is required (OAS 3.1.0, section 4.8.24.1). */
function forRequests(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(forRequests);
  if (typeof part !== 'object' || part === null) return part;
  const members = Object.fromEntries(
    Object.entries(part).map(([name, member]) => [name, forRequests(member)]),
  );
  const { required, properties } = members;
  if (!Array.isArray(required) || typeof properties !== 'object' || properties === null)
    return members;
  const kept = required.filter((name: unknown) => {
    const member = (properties as Record<string, unknown>)[String(name)];
    return !(typeof member === 'object' && member !== null && 'readOnly' in member);
  });
  return { ...members, required: kept };
}
