/**
 * Whether a refusal says that the member is refused for what another one is ("end before start"): a
 * rule between members, told in words, which few schemas state and many cannot.
 */
import type { Case } from '../cases/case.ts';
import type { Member } from '../cases/intent.ts';
import { valueAt } from '../cases/values-at.ts';
import { isRecord } from '../schema/json-value.ts';
import { pointerTokens } from '../spec/place.ts';
import type { Api } from '../spec/api.ts';
import type { Exchange } from '../transport/exchange.ts';
import { readAnswerBody, type AnswerBody } from './answer-body.ts';
import type { JudgeContext } from './check.ts';
import { schemaStandingAt } from './schema-standing-at.ts';
import { textOf } from './text-of.ts';

/** @param beside the plain request, whose answer shows what else the record has, and the description */
export function speaksOfOthers(
  body: AnswerBody,
  testCase: Case,
  { member, partner }: { readonly member: Member; readonly partner?: Member | undefined },
  beside: Pick<JudgeContext, 'control' | 'api'>,
): boolean {
  const { control, api } = beside;
  const sentences = sentencesOf(body);
  if (sentences.length === 0) return false;
  if (partner !== undefined) {
    const told = [member, partner].map((one) =>
      patternOf([nameOf(one), ...wordsAt(testCase, one)]),
    );
    return sentences.some((one) => told.every((pattern) => pattern.test(one)));
  }
  const own = pointerTokens(member.pointer);
  const others = [
    ...namesBeside(testCase, control),
    ...namesDescribed(testCase, api),
    ...choicesBeside(testCase, own),
  ].filter((name) => !own.includes(name));
  const pattern = patternOf(others.filter((name) => !PLAIN_WORDS.has(name.toLowerCase())));
  // Told of the member itself, or as a rule of the whole.
  return sentences.some((one) => pattern.test(one));
}

/** What looks like words to a reader; an echo of what was sent does not. */
function sentencesOf(body: AnswerBody): readonly string[] {
  return textOf(body)
    .split('\n')
    .filter((line) => line.trim().split(/\s+/).length > 2);
}

function nameOf({ pointer }: Member): string {
  return pointerTokens(pointer).findLast((token) => !/^\d*$/.test(token)) ?? '';
}

function wordsAt({ values }: Case, member: Member): readonly string[] {
  const value = valueAt(values, member);
  return typeof value === 'string' ? [value] : [];
}

function namesBeside(
  { operation, values: { body } }: Case,
  control: Exchange | undefined,
): ReadonlySet<string> {
  const names = new Set(
    operation.parameters.filter((one) => one.in !== 'path').map((one) => one.name),
  );
  addNames(names, body?.value, 4);
  if (control?.outcome.kind === 'answer') {
    const answer = readAnswerBody(control.outcome);
    if (answer.kind === 'json') addNames(names, answer.value, 2);
  }
  return names;
}

/** Those that the body may have, and that may be asked for by the very value. */
function namesDescribed(
  { operation: { requestBody } }: Case,
  { documents }: Api,
): readonly string[] {
  return (requestBody?.content ?? []).flatMap(({ schema }) => {
    const properties = schema && schemaStandingAt(schema, documents)?.schema['properties'];
    return isRecord(properties) ? Object.keys(properties) : [];
  });
}

/** What other members of the body say in a word: a message may name the choice, not the member. */
function choicesBeside({ values: { body } }: Case, own: readonly string[]): readonly string[] {
  if (!isRecord(body?.value)) return [];
  return Object.entries(body.value).flatMap(([name, value]) =>
    typeof value === 'string' && name !== own[0] && /^\p{L}[\p{L}_-]{2,19}$/u.test(value)
      ? [value]
      : [],
  );
}

function addNames(names: Set<string>, value: unknown, depth: number): void {
  if (depth === 0) return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 1)) addNames(names, item, depth);
  } else if (isRecord(value)) {
    for (const [name, member] of Object.entries(value)) {
      names.add(name);
      addNames(names, member, depth - 1);
    }
  }
}

/** The names as an author may write them: `end_date`, `endDate`, `End date`. */
function patternOf(names: readonly string[]): RegExp {
  const written = names.flatMap((name) => {
    const words = name.match(/[\p{Lu}]?[\p{Ll}\p{N}]+|[\p{Lu}\p{N}]+/gu) ?? [];
    return words.length === 0 ? [] : [words.join('[ _.-]?')];
  });
  return written.length === 0
    ? /$^/
    : new RegExp(`(?<![\\p{L}\\p{N}])(?:${written.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

/** Names that stand in any message about data, whether it means a member or not. */
const PLAIN_WORDS: ReadonlySet<string> = new Set(
  (
    'a an and any as at be by code data detail error field for format from header id in input is ' +
    'item items key kind length list message no not object of on or parameter path property query ' +
    'request required response size status string text title to type url valid value values with'
  ).split(' '),
);
