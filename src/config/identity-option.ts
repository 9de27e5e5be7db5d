/**
 * Who requests are sent as: credentials by name, as users write them. The first is used where
 * nothing else is said, or the one called `default`.
 */
import * as v from 'valibot';
import type { Credential } from '../transport/credential.ts';
import { byMember } from './by-member.ts';

const text = v.pipe(v.string('text'), v.nonEmpty('text that is not empty'));

const identitySchema = byMember({
  basic: v.strictObject({
    basic: v.strictObject({ user: text, password: v.string('text') }),
  }),
  bearer: v.strictObject({ bearer: text }),
  authorization: v.strictObject({ authorization: text }),
  apiKey: v.strictObject({
    apiKey: v.strictObject({
      in: v.picklist(['header', 'query', 'cookie'], 'one of header, query, cookie'),
      name: text,
      value: text,
    }),
  }),
});

export const identitiesSchema = v.record(
  v.string(),
  identitySchema,
  'an object of names and credentials',
);

type IdentityOption = v.InferOutput<typeof identitySchema>;

/** Credentials by name, the default one first. */
export type Identities = Readonly<Record<string, Credential>>;

/** @returns the credentials that the options stand for, `default` put first. */
export function identitiesOf(options: Readonly<Record<string, IdentityOption>>): Identities {
  const named = Object.entries(options).map(
    ([name, option]) => [name, credentialOf(option)] as const,
  );
  named.sort(([a], [b]) => Number(b === 'default') - Number(a === 'default'));
  return Object.fromEntries(named);
}

function credentialOf(option: IdentityOption): Credential {
  if ('basic' in option) return { kind: 'basic', ...option.basic };
  if ('bearer' in option) return { kind: 'bearer', token: option.bearer };
  if ('authorization' in option) return { kind: 'authorization', value: option.authorization };
  return { kind: 'apiKey', ...option.apiKey };
}
