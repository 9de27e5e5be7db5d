/** Turns the texts of parameters and form fields into values, by what each is to be read as. */
import type { Json } from '../http/json.ts';
import { JsonSyntaxError, readJson } from '../http/read-json.ts';
import type { Reading } from '../operations/operation.ts';
import { complain, type Complaint } from '../rules/rule.ts';

const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

type Read =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'complaints'; readonly complaints: readonly Complaint[] };

/** @returns the value of the texts that came under one name, or why there is none. */
export function readTexts(reading: Reading, texts: readonly string[], at: string): Read {
  const [only = '', ...others] = texts;
  if (reading === 'repeated') return { kind: 'value', value: texts };
  if (others.length > 0) return refused(at, 'must be given once');
  switch (reading) {
    case 'text':
    case 'file':
      return { kind: 'value', value: only };
    case 'commas':
      return { kind: 'value', value: only.split(',') };
    case 'number':
      return { kind: 'value', value: NUMBER.test(only) ? Number(only) : only };
    case 'boolean':
      return { kind: 'value', value: BOOLEANS.get(only) ?? only };
    case 'json':
      return readJsonText(only, at);
  }
}

function readJsonText(text: string, at: string): Read {
  try {
    return { kind: 'value', value: readJson(Buffer.from(text)) };
  } catch (error) {
    if (error instanceof JsonSyntaxError) return refused(at, error.message);
    throw error;
  }
}

/** @returns that nothing could be read, and why. */
function refused(at: string, message: string): Read {
  return { kind: 'complaints', complaints: complain(at, message) };
}
