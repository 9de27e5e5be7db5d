/** Whether response-headers already says that a header is missing: one cause, one accusation. */
import type { Answer, Exchange } from '../transport/exchange.ts';
import type { JudgeContext } from './check.ts';
import { judgedResponse } from './judged-response.ts';

/** @returns whether the response that the answer is held to requires the header */
export function demandsHeader(
  name: string,
  answer: Answer,
  exchange: Exchange,
  context: Pick<JudgeContext, 'refusals'>,
): boolean {
  const headers = judgedResponse(answer, exchange, context)?.headers ?? [];
  return headers.some((one) => one.required && one.name.toLowerCase() === name.toLowerCase());
}
