/**
 * Strict mode: an answer holds no member and no header that the description does not mention. JSON
 * Schema allows more members than are declared, so this is off unless asked for.
 */
import type { Answer, Exchange } from '../transport/exchange.ts';
import { answersOperation } from './answers-operation.ts';
import { judgeAnswerOf } from './answer-check.ts';
import { visitParts, type Standing } from './applicable-schemas.ts';
import type { Check, JudgeContext } from './check.ts';
import { judgedBody, type JudgedBody } from './judged-body.ts';
import { judgedResponse } from './judged-response.ts';
import { isOwnHeader } from './own-header.ts';
import { fail, PASS, skipped, type Finding } from './verdict.ts';
import { placeBelow } from '../spec/place.ts';

export const undeclaredMembers: Check = {
  code: 'A111',
  name: 'undeclared-members',
  summary: 'An answer holds no member and no header that the description does not mention.',
  source: 'OAS 3.1.0, sections 4.8.17 and 4.8.24; strict mode of our own',
  defaultSeverity: 'off',
  appliesTo: answersOperation,
  judge: judgeAnswerOf((answer, exchange, context) => {
    const response = judgedResponse(answer, exchange, context);
    if (response === undefined) return skipped('the response is not declared');
    const [first, ...rest] = [
      ...extraMember(answer, exchange, context),
      ...extraHeader(answer, exchange, context),
    ];
    return first === undefined ? PASS : fail(first, ...rest);
  }),
};

function extraMember(
  answer: Answer,
  exchange: Exchange,
  context: JudgeContext,
): readonly Finding[] {
  const judged = judgedBody(answer, exchange, context);
  if (judged.kind !== 'judged' || judged.errors.length > 0) return [];
  const found = known.get(judged) ?? extraMemberOf(judged, context);
  known.set(judged, found);
  return found;
}

/** Many answers may come to the same judgement. */
const known = new WeakMap<JudgedBody, readonly Finding[]>();

function extraMemberOf(
  { value: whole, schema: root }: Extract<JudgedBody, { kind: 'judged' }>,
  { api }: JudgeContext,
): readonly Finding[] {
  for (const { pointer, value, applicable } of visitParts(whole, root, api.documents)) {
    if (!isObject(value)) continue;
    const { schemas } = applicable;
    const speaking = schemas.find(({ schema }) => 'properties' in schema);
    if (speaking === undefined || schemas.some(isOpen)) continue;
    const extra = Object.keys(value).filter((name) => !applicable.member(name).isMentioned);
    const [name] = extra;
    if (name === undefined) continue;
    return [memberFinding({ name, pointer, value: value[name], more: extra.length - 1 }, speaking)];
  }
  return [];
}

/** The author says that more may come. */
function isOpen({ schema }: Standing): boolean {
  return ['additionalProperties', 'unevaluatedProperties'].some(
    (keyword) => keyword in schema && schema[keyword] !== false,
  );
}

function memberFinding(
  found: {
    readonly name: string;
    readonly pointer: string;
    readonly value: unknown;
    readonly more: number;
  },
  speaking: Standing,
): Finding {
  const at = placeBelow(found.pointer, found.name);
  const { schema, place } = speaking;
  return {
    title: `${at} is not declared`,
    detail: found.more === 0 ? '' : `Nor are ${String(found.more)} more members beside it.`,
    at,
    place: placeBelow(place, 'properties'),
    // A cause for each member that is missing from the description.
    keyword: found.name,
    expected: Object.keys(schema['properties'] ?? {}),
    actual: found.value,
  };
}

function extraHeader(
  answer: Answer,
  exchange: Exchange,
  context: JudgeContext,
): readonly Finding[] {
  const response = judgedResponse(answer, exchange, context);
  if (response === undefined) return [];
  const declared = new Set(response.headers.map(({ name }) => name.toLowerCase()));
  const extra = answer.headers.find(
    ([name]) => !declared.has(name.toLowerCase()) && isOwnHeader(name),
  );
  if (extra === undefined) return [];
  const [name, value] = extra;
  return [
    {
      title: `Header ${name} is not declared`,
      detail: '',
      at: `header:${name}`,
      place: response.place,
      keyword: name.toLowerCase(),
      expected: response.headers.map((header) => header.name),
      actual: value,
    },
  ];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
