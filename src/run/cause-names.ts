/**
 * Under which names a cause is known. One cause may be told by different checks, or at different
 * places: what a request that differs in one member shows, one that differs in several shows as something
 * else. Where the telling one was told, the other is counted with it; by itself it is told as well.
 */
import type { AnswerBody } from '../checks/answer-body.ts';
import type { Check } from '../checks/check.ts';
import { refusesValid } from '../checks/refuses-valid.ts';
import { statusDeclared } from '../checks/status-declared.ts';
import type { Finding } from '../checks/verdict.ts';
import type { Exchange } from '../transport/exchange.ts';
import { fingerprintOf, wordsOf } from './fingerprint.ts';

export interface CauseNames {
  readonly fingerprint: string;
  /** Once this one is told, what has that for a name is told with it. */
  readonly also?: string;
  /** Where this is the name of something told, it is that. */
  readonly unless?: string;
}

/** @returns the names of the finding's cause */
export function causeNamesOf(
  check: Check,
  finding: Finding,
  exchange: Exchange,
  body: AnswerBody,
): CauseNames {
  const fingerprint = fingerprintOf(check, finding, exchange, body);
  if (finding.unless !== undefined) {
    const { title, detail, at, place, unless: keyword, expected, actual } = finding;
    const plain = { title, detail, at, place, keyword, expected, actual };
    const unless = fingerprintOf(check, plain, exchange, body);
    return { fingerprint, unless };
  }
  if (finding.keyword === 'parse') return { fingerprint, ...ofWriter(check, exchange) };
  return { fingerprint, ...ofRefusal(check, exchange, body) };
}

/** What spoils an operation's good answers spoils its errors; errors by themselves say nothing of each other. */
function ofWriter(check: Check, { case: { operation }, outcome }: Exchange): Partial<CauseNames> {
  const name = [check.code, operation.place, 'no answer parses'].join('|');
  const isGood = outcome.kind === 'answer' && outcome.status < 400;
  return isGood ? { also: name } : { unless: name };
}

/** A value that is refused though it is valid is refused in the same words, and by the same status, among others. */
function ofRefusal(check: Check, exchange: Exchange, body: AnswerBody): Partial<CauseNames> {
  const { operation, intent } = exchange.case;
  const words = wordsOf(exchange, body);
  // A bare status says nothing of what it is for.
  if (!words.includes(' ')) return {};
  const name = ['refused', operation.place, words].join('|');
  if (check.name === refusesValid.name) return { also: name };
  return check.name === statusDeclared.name && intent.kind === 'valid' ? { unless: name } : {};
}
