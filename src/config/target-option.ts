/**
 * Where requests go, as users write it: a URL, or a function that starts something and says where
 * it listens. Credentials and values written here stay with this target.
 */
import * as v from 'valibot';
import { runOptionEntries } from '../run/options-schema.ts';
import { byMember } from './by-member.ts';
import { identitiesSchema } from './identity-option.ts';

const ownEntries = {
  identities: v.optional(identitiesSchema, {}),
  values: runOptionEntries.values,
  checks: runOptionEntries.checks,
} as const;

const urlText = v.pipe(v.string('a URL'), v.nonEmpty('a URL'));

/** What `start` resolves to. */
export const startedTargetSchema = v.object({
  url: urlText,
  ...ownEntries,
  close: v.optional(v.custom<() => unknown>((input) => typeof input === 'function', 'a function')),
});

/** A target that was started for a run, and what only it is told. */
export type StartedTarget = v.InferInput<typeof startedTargetSchema>;

export type StartTarget = () => StartedTarget | Promise<StartedTarget>;

export const targetSchema = byMember({
  start: v.strictObject({
    start: v.custom<StartTarget>((input) => typeof input === 'function', 'a function'),
    ...ownEntries,
  }),
  baseUrl: v.strictObject({ baseUrl: urlText, ...ownEntries }),
});
