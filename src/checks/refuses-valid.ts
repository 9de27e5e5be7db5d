/**
 * Plain data that the description allows is accepted. It accuses by difference only: the plain
 * request with the same ids was accepted right after, this one differs from it in one member, that
 * member is no reference to something that may not exist, and the refusal itself speaks of neither
 * a duplicate nor something missing or out of use: what the data is, no schema can say.
 */
import type { Case } from '../cases/case.ts';
import type { Member } from '../cases/intent.ts';
import type { AnswerBody } from './answer-body.ts';
import { judgeAnswerOf } from './answer-check.ts';
import type { Check, JudgeContext } from './check.ts';
import { isAccepted } from './find-response.ts';
import { isRefusal } from './refusal-statuses.ts';
import { textOf } from './text-of.ts';
import { speaksOfOthers } from './speaks-of-others.ts';
import { fail, OPAQUE, PASS, skipped } from './verdict.ts';

export const refusesValid: Check = {
  code: 'A202',
  name: 'refuses-valid',
  summary: 'Plain data that the description allows is accepted.',
  source: 'OAS 3.1.0, sections 4.8.12 and 4.8.14; JSON Schema 2020-12',
  defaultSeverity: 'medium',
  appliesTo: (intent) =>
    intent.kind === 'valid' && intent.tier === 'plain' && intent.member !== undefined,
  judge: judgeAnswerOf((answer, { case: testCase }, context) => {
    const { operation, intent, deviation } = testCase;
    if (intent.kind !== 'valid' || intent.member === undefined) return skipped('nothing differs');
    const { status } = answer;
    if (isAccepted(operation, status)) return PASS;
    const because = silence(status, operation.id, context);
    if (because !== undefined) return skipped(because);
    const { member, partner } = intent;
    if (member.opaque === true || partner?.opaque === true) return OPAQUE;
    if (context.control === undefined) {
      const detail = `status ${String(status)}`;
      return { kind: 'not-reached', why: { reason: 'control refused', detail } };
    }
    const rule = ruleOfOthers(testCase, { member, partner }, context);
    if (rule !== undefined) return skipped(rule);
    return fail({
      title: `A valid request was refused: ${deviation}`,
      detail:
        partner === undefined
          ? 'The same request without that difference was accepted right after it.'
          : 'Each of the two alone was accepted before it, and the request without them right after it.',
      at: '',
      place: member.place,
      keyword: partner === undefined ? 'valid' : 'valid together',
      scope: 'words',
      about: [member, partner].flatMap((one) => one?.schema ?? one?.place ?? []),
      expected: 'acceptance',
      actual: status,
    });
  }),
};

function silence(
  status: number,
  operationId: string,
  { refusals, body }: JudgeContext,
): string | undefined {
  if (!isRefusal('refuses-valid', status, operationId, refusals)) {
    return `status ${String(status)} does not speak of the data`;
  }
  return speaksOfRecords(body) ? 'the refusal speaks of other records' : undefined;
}

/** What no schema states of the member by itself. */
function ruleOfOthers(
  testCase: Case,
  members: { readonly member: Member; readonly partner: Member | undefined },
  context: JudgeContext,
): string | undefined {
  if (context.excuse !== undefined) return context.excuse;
  return speaksOfOthers(context.body, testCase, members, context)
    ? 'the refusal speaks of other members'
    : undefined;
}

const OF_RECORDS =
  /\balready\b|\bduplicate|\bnot (?:be )?unique\b|\bmust be unique\b|\bin use\b|\btaken\b|\b(?:is|was|been) (?:suspended|deactivated|archived|deleted)\b|\bnot found\b|\bnot exist\b|\bno such (?!field|member|property|parameter)/i;

/** A name that is taken, or a reference to something that is not there, is refused whatever its shape. */
function speaksOfRecords(body: AnswerBody): boolean {
  return OF_RECORDS.test(textOf(body));
}
