/**
 * What is wrong with one member of the configuration, in a sentence: its path, what was expected
 * and what came instead. Values of members that may hold secrets are never repeated.
 */
import type * as v from 'valibot';
import { didYouMean } from './did-you-mean.ts';

const SECRET_MEMBERS: ReadonlySet<unknown> = new Set(['identities', 'target', 'headers']);

/** @returns such as `maxCases: expected a whole number from 0 to 9, got "many"`. */
export function describeIssue(issue: v.BaseIssue<unknown>, schema: AnySchema): string {
  const keys = (issue.path ?? []).map(({ key }) => key);
  const member = keys.length === 0 ? '' : `${keys.map(String).join('.')}: `;
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const hint = didYouMean(String(keys.at(-1)), memberNames(schema, issue.path ?? []));
    return `${member}no such member${hint === undefined ? '' : `. ${hint}`}`;
  }
  if (isMissing(issue)) return `${member}expected it to be there`;
  return `${member}expected ${expectation(issue)}, got ${shown(issue, keys)}${nearest(issue)}`;
}

type AnySchema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>;

function isMissing({ type, received }: v.BaseIssue<unknown>): boolean {
  return (type === 'strict_object' || type === 'object') && received === 'undefined';
}

/** Our schemas' messages are what was expected; the library's own are not. */
function expectation({ message, expected }: v.BaseIssue<unknown>): string {
  return message.startsWith('Invalid ') ? (expected ?? 'something else') : message;
}

function nearest({ type, message, input }: v.BaseIssue<unknown>): string {
  if (type !== 'picklist' || typeof input !== 'string') return '';
  const hint = didYouMean(input, message.replace(/^one of /, '').split(', '));
  return hint === undefined ? '' : `. ${hint}`;
}

function shown({ input }: v.BaseIssue<unknown>, keys: readonly unknown[]): string {
  if (input === null || input === undefined) return String(input);
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'an object';
  if (typeof input === 'function') return 'a function';
  if (SECRET_MEMBERS.has(keys[0])) return `a ${typeof input}`;
  const text = JSON.stringify(typeof input === 'bigint' ? String(input) : input);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** The members that the object around the last step of the path may have. */
function memberNames(schema: AnySchema, path: readonly v.IssuePathItem[]): readonly string[] {
  let current: unknown = schema;
  for (const step of path.slice(0, -1))
    current = memberSchema(unwrapped(current, step.input), step.key);
  const entries = property(unwrapped(current, path.at(-1)?.input), 'entries');
  return typeof entries === 'object' && entries !== null ? Object.keys(entries) : [];
}

function memberSchema(schema: unknown, key: unknown): unknown {
  return property(property(schema, 'entries'), String(key)) ?? property(schema, 'value');
}

/** Looks through optional and lazy schemas at the one that judges the input. */
function unwrapped(schema: unknown, input: unknown): unknown {
  const getter = property(schema, 'getter');
  if (typeof getter === 'function')
    return unwrapped((getter as (i: unknown) => unknown)(input), input);
  const inner = property(schema, 'wrapped');
  return inner === undefined ? schema : unwrapped(inner, input);
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
