/**
 * Takes secrets out of all that is going to be shown or kept: in whatever encoding they stand, and
 * whole values of the headers that carry credentials or sessions, whoever's they are.
 */
import type { HeaderField } from '../wire/request.ts';
import type { Credential } from './credential.ts';
import { encodedBase64Patterns, encodedPatterns } from './encoded-pattern.ts';
import { carriesCredential } from './header-credentials.ts';
import { SHORTEST_SECRET, secretsOf, type Secret } from './secrets.ts';

const REDACTED = '[redacted]';

export interface Redactor {
  /** False where there is nothing to look for in a text. */
  readonly knowsSecrets: boolean;
  /** The text with every secret replaced by `[redacted]`; itself where there is none. */
  text(text: string): string;
  /** The same for a text that may have been cut off within a secret: what is left of it goes too. */
  excerpt(text: string): string;
  /** The fields with secrets out of their values, and no value of those that carry credentials. */
  headers(fields: readonly HeaderField[]): readonly HeaderField[];
}

/** Secrets of fewer than four characters are masked in the headers that carry credentials only. */
export function createRedactor(
  credentials: readonly Credential[],
  extraSecrets: readonly string[] = [],
): Redactor {
  const spellings = spellingsOf(secretsOf(credentials, extraSecrets));
  const secrets = patternOf(spellings.map((characters) => characters.join('')));
  const beginnings = once(() => patternOf(spellings.map(cutOff)));
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
    knowsSecrets: secrets !== undefined,
    text,
    excerpt: (given) => {
      const whole = text(given);
      const pattern = beginnings();
      return pattern === undefined ? whole : whole.replace(pattern, REDACTED);
    },
    headers: (fields) =>
      fields.map(([name, value]) => [name, isCovered(name) ? REDACTED : text(value)]),
  };
}

/** Of each secret the expressions of its characters. */
function spellingsOf(secrets: readonly Secret[]): readonly (readonly string[])[] {
  return (
    secrets
      .filter(({ text }) => text.length >= SHORTEST_SECRET)
      // The longest first: a password may stand inside another.
      .toSorted((a, b) => b.text.length - a.text.length)
      .map(({ text, isBase64 }) => (isBase64 ? encodedBase64Patterns(text) : encodedPatterns(text)))
  );
}

function patternOf(sources: readonly string[]): RegExp | undefined {
  return sources.length === 0 ? undefined : new RegExp([...new Set(sources)].join('|'), 'g');
}

/** Fewer characters of a secret give nothing away, and often begin an innocent word. */
const TELLING_CHARACTERS = 6;
/** Texts are cut off far earlier. */
const LONGEST_BEGINNING = 400;

/** What a secret begins with, at the end of a text; a mark of the cut or half an escape may follow. */
function cutOff(characters: readonly string[]): string {
  const first = characters.slice(0, TELLING_CHARACTERS).join('');
  const rest = characters.slice(TELLING_CHARACTERS, LONGEST_BEGINNING);
  const further = rest.reduceRight((after, character) => `(?:${character}${after})?`, '');
  return `${first}${further}(?=[^]{0,9}$)`;
}

/** Made when first asked for: most runs have nothing to quote. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
