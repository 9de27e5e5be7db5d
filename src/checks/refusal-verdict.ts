/** What a refusal of an invalid request is worth: nothing, unless the valid one beside it was accepted. */
import type { JudgeContext } from './check.ts';
import { PASS, skipped, type Verdict } from './verdict.ts';

/** @returns pass where the valid request beside it was accepted; else why nothing was learnt. */
export function refusalVerdict(
  said: 'refused' | 'neither',
  status: number,
  { twin }: Pick<JudgeContext, 'twin'>,
): Verdict {
  if (said === 'neither') return skipped(`status ${String(status)} neither accepts nor refuses`);
  if (twin !== undefined) return PASS;
  const detail = `status ${String(status)}`;
  return { kind: 'not-reached', why: { reason: 'twin refused', detail } };
}
