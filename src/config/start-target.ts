/** Starts a target as the configuration says, and checks what came of it. */
import * as v from 'valibot';
import type { RunOptions, ValuesByOperation } from '../run/options.ts';
import { ConfigError } from './config-error.ts';
import { describeIssue } from './describe-issue.ts';
import { identitiesOf, type Identities } from './identity-option.ts';
import { startedTargetSchema } from './target-option.ts';
import { valuesByOperation } from './values.ts';

/** A target that is there, and what it brings along. */
export interface Started {
  readonly url: string;
  readonly identities: Identities;
  readonly values: ValuesByOperation;
  readonly checks: RunOptions['checks'];
  readonly close: () => Promise<void>;
}

/** @throws {ConfigError} it fails, or gives something else than a target */
export async function startTarget(start: () => unknown): Promise<Started> {
  const result = v.safeParse(startedTargetSchema, await called(start));
  if (!result.success) {
    const [issue] = result.issues;
    throw new ConfigError(`target.start() gave ${describeStarted(issue)}`, {
      hint: 'It resolves to { url, identities?, values?, close? }.',
    });
  }
  const { url, identities, values, checks, close } = result.output;
  return {
    url,
    identities: identitiesOf(identities),
    values: valuesByOperation(values),
    checks,
    close: async () => {
      await close?.();
    },
  };
}

async function called(start: () => unknown): Promise<unknown> {
  try {
    return await start();
  } catch (error) {
    throw new ConfigError(
      `target.start() failed: ${error instanceof Error ? error.message : String(error)}`,
      { hint: 'The message is its own; see the configuration file.', cause: error },
    );
  }
}

function describeStarted(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map(({ key }) => key);
  return keys.length === 0
    ? 'no object.'
    : `a wrong member. ${describeIssue(issue, startedTargetSchema)}.`;
}
