/**
 * Takes secrets out of all that is going to be shown or kept: in whatever encoding they stand, and
 * whole values of the headers that carry credentials or sessions, whoever's they are.
 */
import type { HeaderField } from '../wire/request.ts';
import type { Credential } from './credential.ts';
import { encodedBase64Pattern, encodedPattern } from './encoded-pattern.ts';
import { carriesCredential } from './header-credentials.ts';
import { SHORTEST_SECRET, secretsOf, type Secret } from './secrets.ts';

const REDACTED = '[redacted]';

export interface Redactor {
  /** The text with every secret replaced by `[redacted]`; itself where there is none. */
  text(text: string): string;
  /** The fields with secrets out of their values, and no value of those that carry credentials. */
  headers(fields: readonly HeaderField[]): readonly HeaderField[];
}

/** Secrets of fewer than four characters are masked in the headers that carry credentials only. */
export function createRedactor(
  credentials: readonly Credential[],
  extraSecrets: readonly string[] = [],
): Redactor {
  const secrets = patternOf(secretsOf(credentials, extraSecrets));
  const ownHeaders = new Set(
    credentials.flatMap((credential) =>
      credential.kind === 'apiKey' && credential.in === 'header'
        ? [credential.name.toLowerCase()]
        : [],
    ),
  );
  const text = (given: string): string =>
    secrets === undefined ? given : given.replace(secrets, REDACTED);
  const isCovered = (name: string): boolean =>
    ownHeaders.has(name.toLowerCase()) || carriesCredential(name);
  return {
    text,
    headers: (fields) =>
      fields.map(([name, value]) => [name, isCovered(name) ? REDACTED : text(value)]),
  };
}

function patternOf(secrets: readonly Secret[]): RegExp | undefined {
  const long = secrets.filter(({ text }) => text.length >= SHORTEST_SECRET);
  // The longest first: a password may stand inside another.
  const sources = long
    .toSorted((a, b) => b.text.length - a.text.length)
    .map(({ text, isBase64 }) => (isBase64 ? encodedBase64Pattern(text) : encodedPattern(text)));
  return sources.length === 0 ? undefined : new RegExp([...new Set(sources)].join('|'), 'g');
}
