/**
 * A drawn request that was refused though it is valid counts only when one member of it is: that
 * member alone, in the plain request beside it, is sent and judged by the rules of refuses-valid.
 */
import type { Case } from '../cases/case.ts';
import type { Member } from '../cases/intent.ts';
import { isValidRequest } from '../cases/is-valid-request.ts';
import { memberSchema, type MemberSchema } from '../cases/member-schema.ts';
import { referenceOf } from '../cases/resource-name.ts';
import { refusesValid } from '../checks/refuses-valid.ts';
import { isRefusal } from '../checks/refusal-statuses.ts';
import { holdsReferences } from '../cases/boundaries.ts';
import { valueAt, type ValuePlace } from '../cases/values-at.ts';
import { placeBelow, pointerTokens } from '../spec/place.ts';
import { mostSpecificMatch } from '../wire/media-type.ts';
import { accuse } from './accuse.ts';
import { attempt } from './attempt.ts';
import type { SentAttempt } from './attempted.ts';
import { plainBeside } from './baseline.ts';
import { isRemover } from './manners.ts';
import { narrow } from './narrow.ts';
import type { RunState } from './run-state.ts';

/** Refusals of one operation that are looked into; more would teach the same. */
const MAX_REDUCTIONS = 3;
const MAX_TRIES = 8;

/** Narrows a refused plain fuzz case to one member, and files what that shows. */
export async function reduceRefusal(run: RunState, sent: SentAttempt): Promise<void> {
  const { case: testCase } = sent.exchange;
  if (!isWorthReducing(run, sent)) return;
  const plain = plainBeside(run, sent);
  if (plain === undefined) return;
  const count = run.reductions.get(testCase.operation.id) ?? 0;
  if (count >= MAX_REDUCTIONS) return;
  run.reductions.set(testCase.operation.id, count + 1);
  const show = async (smaller: Case): Promise<SentAttempt | undefined> => {
    // Some members are valid only together: half of them may be no valid request.
    if (!isValidRequest(smaller.operation, smaller.values, run.schemas)) return undefined;
    const tried = await attempt(run, smaller);
    return tried.kind === 'sent' && isRefused(run, tried) ? tried : undefined;
  };
  const { members, shown } = await narrow({
    case: testCase,
    base: plain.values,
    tries: MAX_TRIES,
    show,
  });
  const [only, ...others] = members;
  if (only === undefined || others.length > 0 || shown === undefined) return;
  const narrowest = shown.exchange.case;
  const member = describedMember(run, narrowest, only);
  const judged = await attempt(run, {
    ...narrowest,
    id: `${testCase.id}:one`,
    intent: { kind: 'valid', tier: 'plain', member },
    deviation: `with another ${only.in} member ${only.pointer}`,
    slots: [],
  });
  if (judged.kind === 'sent') await accuse(run, judged);
}

function describedMember(run: RunState, { operation, values }: Case, at: ValuePlace): Member {
  const known = describedAt(run, { operation, values }, at);
  const isReference = pointerTokens(at.pointer).some((token) => referenceOf(token) !== undefined);
  const opaque = known?.opaque === true || isReference || holdsReferences(valueAt(values, at));
  return { ...at, place: known?.place ?? operation.place, ...(opaque ? { opaque } : {}) };
}

function describedAt(
  { api }: RunState,
  { operation, values }: Pick<Case, 'operation' | 'values'>,
  at: ValuePlace,
): MemberSchema | undefined {
  if (at.in === 'body') {
    const type = values.body?.mediaType ?? '';
    const schema = mostSpecificMatch(operation.requestBody?.content ?? [], type)?.schema;
    return schema && memberSchema(schema, at.pointer, api.documents);
  }
  const [name = '', ...rest] = pointerTokens(at.pointer);
  const parameter = operation.parameters.find((one) => one.in === at.in && one.name === name);
  return (
    parameter?.schema && memberSchema(parameter.schema, placeBelow('', ...rest), api.documents)
  );
}

function isWorthReducing(run: RunState, sent: SentAttempt): boolean {
  const { intent, phase, operation } = sent.exchange.case;
  return (
    phase === 'fuzz' &&
    intent.kind === 'valid' &&
    intent.tier === 'plain' &&
    run.checks.some(({ name }) => name === refusesValid.name) &&
    !isRemover(operation, run.options) &&
    isRefused(run, sent)
  );
}

function isRefused(run: RunState, { exchange }: SentAttempt): boolean {
  const { outcome, case: testCase } = exchange;
  return (
    outcome.kind === 'answer' &&
    isRefusal('refuses-valid', outcome.status, testCase.operation.id, run.options.refusals)
  );
}
