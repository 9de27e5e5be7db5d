/**
 * The request beside the one that failed: what it has instead, and that it was accepted. What makes
 * the difference is then in sight.
 */
import type { Case } from '../cases/case.ts';
import { differingMembers } from '../cases/differing-members.ts';
import { valueAt, type ValuePlace } from '../cases/values-at.ts';
import { pointerTokens } from '../spec/place.ts';
import type { RequestValues } from '../wire/request.ts';

const MAX_NAMED = 3;
const MAX_LENGTH = 80;

/**
 * @param plain the accepted request, with the same ids; undefined where none was accepted
 * @returns such as `The same request with limit: 10 was accepted.`; empty where nothing differs
 */
export function twinSentence(plain: Case | undefined, failing: Case): string {
  const { intent } = failing;
  if (plain === undefined || isTemplateItself(failing) || intent.kind === 'follow-location') {
    return '';
  }
  const members = intent.kind === 'invalid' ? [intent.violation] : differing(plain, failing);
  if (members.length === 0) {
    return failing.changes === undefined
      ? ''
      : 'The same request without that difference was accepted.';
  }
  if (members.length > MAX_NAMED) return 'The plain request of this operation was accepted.';
  const parts = members.map((member) => part(member, plain.values));
  return `The same request ${parts.join(' and ')} was accepted.`;
}

function isTemplateItself({ phase, deviation }: Case): boolean {
  return phase === 'template' && deviation === '';
}

function differing(plain: Case, failing: Case): readonly ValuePlace[] {
  const isBodyLeftOut = plain.values.body !== undefined && failing.values.body === undefined;
  const members = differingMembers(plain.values, failing.values);
  return isBodyLeftOut ? [...members, { in: 'body', pointer: '' }] : members;
}

function part(member: ValuePlace, plain: RequestValues): string {
  const name = pointerTokens(member.pointer).join('.');
  if (name === '') return `with the body ${shortened(plain.body?.value)}`;
  const before = valueAt(plain, member);
  return before === undefined ? `without ${name}` : `with ${name}: ${shortened(before)}`;
}

function shortened(value: unknown): string {
  // JSON has no text for undefined.
  const text = (JSON.stringify(value) as string | undefined) ?? 'nothing';
  return text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH)}…`;
}
