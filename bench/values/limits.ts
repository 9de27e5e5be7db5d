/**
 * The limits: a first value within two seconds from a schema of up to 200 KB, a typed refusal within
 * two seconds of what is beyond reach, and never a crash. Times are CPU times.
 */
import fc from 'fast-check';
import { arbitraryFor } from '../../src/schema/index.ts';
import type { Floor } from './floor.ts';

const LIMIT_MS = 2000;

/** @returns the floors. */
export function limitFloors(): readonly Floor[] {
  return CASES.map(({ what, schema, expected }) => {
    const start = process.cpuUsage();
    const outcome = outcomeOf(schema());
    const { user, system } = process.cpuUsage(start);
    const cpuMs = (user + system) / 1000;
    return {
      what,
      figure: `${outcome} in ${cpuMs.toFixed(0)} ms`,
      floor: `${expected} in ${LIMIT_MS} ms`,
      isMet: cpuMs <= LIMIT_MS && (expected === outcome || expected === 'either'),
    };
  });
}

function outcomeOf(schema: unknown): string {
  try {
    fc.sample(arbitraryFor(schema), { numRuns: 1, seed: 1 });
    return 'value';
  } catch (error) {
    return error instanceof Error && 'code' in error ? 'refusal' : `crash: ${String(error)}`;
  }
}

interface LimitCase {
  readonly what: string;
  readonly schema: () => unknown;
  readonly expected: 'value' | 'refusal' | 'either';
}

const CASES: readonly LimitCase[] = [
  {
    what: 'object of 2,000 required members (200 KB)',
    schema: () => wide(2000),
    expected: 'value',
  },
  {
    what: 'anyOf of 1,500 objects (200 KB)',
    schema: () => ({ anyOf: branches(1500) }),
    expected: 'value',
  },
  {
    what: 'oneOf of 400 objects told apart by a constant',
    schema: () => ({ oneOf: branches(400) }),
    expected: 'value',
  },
  {
    what: 'a 5 MB document of which 1 KB is reached',
    schema: () => ({ $ref: '#/$defs/d1', $defs: definitions(45_000) }),
    expected: 'value',
  },
  {
    what: 'references 400 deep, each required',
    schema: () => ({ $ref: '#/$defs/d0', $defs: chain(400) }),
    expected: 'either',
  },
  {
    what: 'allOf nested 20,000 deep',
    schema: () => nested(20_000),
    expected: 'refusal',
  },
  {
    what: 'twelve anyOfs of eight branches at once (8^12 combinations)',
    schema: () => ({ allOf: Array.from({ length: 12 }, (_, at) => ({ anyOf: options(at) })) }),
    expected: 'value',
  },
  { what: 'recursion without an end', schema: () => endless(), expected: 'refusal' },
  { what: 'a schema that is itself', schema: () => ({ $ref: '#' }), expected: 'refusal' },
];

function wide(count: number): unknown {
  const names = Array.from({ length: count }, (_, index) => `member_number_${index}`);
  const property = { type: 'string', minLength: 1, maxLength: 40, description: 'one of many' };
  const properties = Object.fromEntries(names.map((name) => [name, property]));
  return { type: 'object', required: names, properties };
}

function branches(count: number): readonly unknown[] {
  return Array.from({ length: count }, (_, index) => ({
    type: 'object',
    required: ['kind'],
    properties: { kind: { const: `kind-${index}` }, [`value${index}`]: { type: 'integer' } },
  }));
}

function definitions(count: number): Readonly<Record<string, unknown>> {
  const definition = {
    type: 'object',
    properties: { id: { type: 'integer' }, name: { type: 'string' } },
    required: ['id'],
  };
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`d${at}`, definition]));
}

function chain(count: number): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `d${at}`,
      at === count - 1
        ? { type: 'integer' }
        : {
            type: 'object',
            required: ['next'],
            properties: { next: { $ref: `#/$defs/d${at + 1}` } },
          },
    ]),
  );
}

function nested(depth: number): unknown {
  let schema: unknown = { type: 'integer' };
  for (let level = 0; level < depth; level += 1) schema = { allOf: [schema] };
  return schema;
}

function options(at: number): readonly unknown[] {
  return Array.from({ length: 8 }, (_, index) => ({
    type: 'object',
    required: [`m${at}`],
    properties: { [`m${at}`]: { const: index } },
  }));
}

function endless(): unknown {
  return { type: 'object', required: ['next'], properties: { next: { $ref: '#' } } };
}
