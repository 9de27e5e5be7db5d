/**
 * Which texts and numbers a `format` takes: the definitions of ajv-formats, asserted in every
 * dialect, and nothing for names that it does not know (OpenAPI's registry has more of them).
 */
import { fullFormats } from 'ajv-formats/dist/formats.js';

/** Judges one value of the type that the format is about. */
export type FormatTest = (value: string | number) => boolean;

interface FormatDefinition {
  readonly type: 'string' | 'number';
  readonly test: FormatTest;
}

/**
 * Where ajv-formats is stricter than those who use the name. A `time` of the wall, without an offset,
 * is what most frameworks mean by it and write (RFC 3339's partial-time; OAS 3.0 defines no `time`).
 */
const WIDER = {
  time: (text: string) => isTime(text) || isTime(`${text}Z`),
} as const;

function isTime(text: string): boolean {
  return define(fullFormats.time)?.test(text) === true;
}

const KNOWN: ReadonlyMap<string, FormatDefinition> = new Map(
  Object.entries({ ...fullFormats, ...WIDER }).flatMap(([name, format]) => {
    const definition = define(format);
    return definition === undefined ? [] : [[name, definition] as const];
  }),
);

/** @returns whether a value of that JSON type passes; unknown formats and other types always do. */
export function fitsFormat(name: string, value: unknown): boolean {
  const definition = KNOWN.get(name);
  if (definition === undefined || typeof value !== definition.type) return true;
  // The type was just compared with the definition's own.
  return definition.test(value as string | number);
}

/** @returns the JSON type that the format is about, or undefined where the name is unknown. */
export function formatType(name: string): 'string' | 'number' | undefined {
  return KNOWN.get(name)?.type;
}

/** @returns whether a validator knows the format, be it that it takes everything, such as password. */
export function isKnownFormat(name: string): boolean {
  return Object.hasOwn(fullFormats, name);
}

/** @returns the names that are known. */
export function formatNames(): readonly string[] {
  return [...KNOWN.keys()];
}

function define(format: unknown): FormatDefinition | undefined {
  if (format instanceof RegExp)
    return { type: 'string', test: (text) => format.test(String(text)) };
  if (typeof format === 'function')
    // ajv-formats' own functions take the value and answer a boolean.
    return { type: 'string', test: (text) => (format as FormatTest)(text) };
  if (typeof format !== 'object' || format === null || !('validate' in format)) return undefined;
  const inner = define(format.validate);
  if (inner === undefined) return undefined;
  return 'type' in format && format.type === 'number' ? { ...inner, type: 'number' } : inner;
}
