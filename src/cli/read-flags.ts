/**
 * Turns the flags that were given into members of the configuration, each checked by that member's
 * own schema, so that a mistake names the flag.
 */
import * as v from 'valibot';
import type { Overrides } from '../config/resolve-config.ts';
import { describeIssue } from '../config/describe-issue.ts';
import { configSchema } from '../config/user-config.ts';
import { parseAuthOption } from '../transport/auth-option.ts';
import type { Credential } from '../transport/credential.ts';
import { FLAGS, type FlagKind } from './flags.ts';
import { readHeader } from './read-header.ts';
import { UsageError } from './usage-error.ts';

/** What commander hands over: by the flag's long name in camel case; lists as arrays of texts. */
export type GivenFlags = Readonly<Record<string, unknown>>;

/** Members that a flag sets as they are: all that have one, but those that make up the target. */
type PlainMember = Exclude<
  { [K in keyof typeof FLAGS]: (typeof FLAGS)[K] extends null ? never : K }[keyof typeof FLAGS],
  TargetMember
>;

const TARGET_MEMBERS = ['target', 'identities', 'headers'] as const;

type TargetMember = (typeof TARGET_MEMBERS)[number];

// What the filter leaves is what the type says: members with a flag, less the target's.
const PLAIN_MEMBERS = Object.keys(FLAGS).filter(
  (member) =>
    FLAGS[member as keyof typeof FLAGS] !== null &&
    !TARGET_MEMBERS.some((target) => target === member),
) as readonly PlainMember[];

/** @throws {AssayError} a flag's text can't be read */
export function readFlags(
  given: GivenFlags,
  environment: Readonly<Record<string, string | undefined>>,
): Overrides {
  const plain = PLAIN_MEMBERS.flatMap((member) => {
    const { flags, kind } = FLAGS[member];
    const text = given[attributeName(flags)];
    return text === undefined ? [] : [[member, checked(member, flags, read(text, kind))]];
  });
  const members = Object.fromEntries(plain) as Pick<Overrides, PlainMember>;
  return { ...members, ...targetFlags(given, environment) };
}

function targetFlags(
  given: GivenFlags,
  environment: Readonly<Record<string, string | undefined>>,
): Overrides {
  const { baseUrl, auth, header } = given;
  return {
    baseUrl: typeof baseUrl === 'string' ? baseUrl : undefined,
    credential: typeof auth === 'string' ? parseAuthOption(auth) : undefined,
    environmentCredential: fromEnvironment(environment['ASSAY_AUTH']),
    headers: texts(header).map(readHeader),
  };
}

function fromEnvironment(value: string | undefined): Credential | undefined {
  if (value === undefined || value.trim() === '') return undefined;
  return { kind: 'authorization', value: value.trim() };
}

function read(given: unknown, kind: FlagKind): unknown {
  switch (kind) {
    case 'number':
      return numberOr(given, 1);
    case 'seconds':
      return numberOr(given, 1000);
    case 'list':
      return texts(given)
        .flatMap((text) => text.split(','))
        .map((text) => text.trim())
        .filter((text) => text !== '');
    case 'text':
    case 'lines':
    case 'switch':
      return given;
  }
}

/** What is no plain decimal is left as text, for the schema to refuse. */
function numberOr(given: unknown, factor: number): unknown {
  const isDecimal = typeof given === 'string' && /^-?\d+(\.\d+)?$/.test(given);
  return isDecimal ? Math.round(Number(given) * factor * 1e6) / 1e6 : given;
}

function checked(member: (typeof PLAIN_MEMBERS)[number], flags: string, value: unknown): unknown {
  const schema = configSchema.entries[member];
  const name = flags.split(' ')[0] ?? flags;
  const hint = `\`assay run --help\` tells what ${name} takes.`;
  // As an unset variable of a shell leaves it: taken as all, it would test what was not meant.
  if (Array.isArray(value) && value.length === 0)
    throw new UsageError(`${name}: expected at least one.`, hint);
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  if (member === 'timeoutMs') throw new UsageError(`${name}: expected a time in seconds.`, hint);
  const issue = describeIssue({ ...result.issues[0], path: undefined }, schema);
  throw new UsageError(`${name}: ${issue}${issue.endsWith('?') ? '' : '.'}`, hint);
}

function texts(given: unknown): readonly string[] {
  if (Array.isArray(given)) return given.filter((text) => typeof text === 'string');
  return typeof given === 'string' ? [given] : [];
}

/** As commander does it: `--max-cases <n>` is `maxCases`. */
function attributeName(flags: string): string {
  const long = (flags.split(' ')[0] ?? '').replace(/^--/, '');
  return long.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
