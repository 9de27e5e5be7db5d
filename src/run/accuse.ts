/**
 * Turns failing verdicts into failures: each distinct cause once, made as small as the budget of
 * resends allows, sent once more at the end, and told with its place, its request and its answer.
 */
import type { DrawnCase } from '../cases/fuzz.ts';
import { responseTime } from '../checks/response-time.ts';
import type { Finding } from '../checks/verdict.ts';
import { answerFrame } from './answer-frame.ts';
import { attempt } from './attempt.ts';
import type { SentAttempt } from './attempted.ts';
import { plainBeside } from './baseline.ts';
import type { FailureEvent } from './events.ts';
import { failureSentence } from './failure-sentence.ts';
import { causeNamesOf, type CauseNames } from './cause-names.ts';
import { shortId } from './fingerprint.ts';
import { isRemover } from './manners.ts';
import { minimise } from './minimise.ts';
import type { ActiveCheck, RunState } from './run-state.ts';
import { twinSentence } from './twin-sentence.ts';

/** Checks of what a busy machine may do once: they accuse only what shows again. */
const COMES_AND_GOES: ReadonlySet<string> = new Set([responseTime.name]);

interface Accusation extends CauseNames {
  readonly check: ActiveCheck;
  readonly finding: Finding;
}

/** Files what is new among the attempt's failing verdicts. @param drawn lets a fuzz case be made smaller */
export async function accuse(run: RunState, sent: SentAttempt, drawn?: DrawnCase): Promise<void> {
  const { operation, phase } = sent.exchange.case;
  for (const accusation of accusationsOf(run, sent)) {
    const where = { operation: operation.id, phase, check: accusation.check.name };
    if (!run.failures.sight(accusation, where)) continue;
    run.lessons.learnt(phase, operation.id);
    const smallest = await smallestOf(run, sent, accusation, drawn);
    if (COMES_AND_GOES.has(accusation.check.name) && smallest.reproduced !== '2/2') {
      run.failures.retract(accusation.fingerprint);
      continue;
    }
    const event = failureEvent(run, smallest);
    run.failures.file(event);
    run.emit(event);
  }
}

/** @returns every finding of the attempt with its fingerprint. */
export function accusationsOf(run: RunState, sent: SentAttempt): readonly Accusation[] {
  if (!sent.judgements.some(({ verdict }) => verdict.kind === 'fail')) return [];
  return sent.judgements.flatMap(({ check, verdict }) => {
    if (verdict.kind !== 'fail') return [];
    const active = run.checks.find(({ name }) => name === check.name);
    if (active === undefined) return [];
    return verdict.findings.map((finding) => ({
      check: active,
      finding,
      ...causeNamesOf(check, finding, sent.exchange, sent.body),
    }));
  });
}

interface Smallest extends Accusation {
  readonly sent: SentAttempt;
  readonly reproduced: string;
}

async function smallestOf(
  run: RunState,
  sent: SentAttempt,
  accusation: Accusation,
  drawn: DrawnCase | undefined,
): Promise<Smallest> {
  const { fingerprint } = accusation;
  const shows = (other: SentAttempt): Accusation | undefined =>
    accusationsOf(run, other).find((found) => found.fingerprint === fingerprint);
  const smaller =
    drawn === undefined
      ? sent
      : await minimise(run, sent, drawn, (other) => shows(other) !== undefined);
  const kept = { ...(shows(smaller) ?? accusation), sent: smaller };
  // What it removed is gone: sending it again would tell nothing.
  if (isRemover(sent.exchange.case.operation, run.options)) return { ...kept, reproduced: '1/1' };
  const again = await attempt(run, { ...smaller.exchange.case, slots: [] });
  // Interrupted, say: what was not sent again did not fail to show.
  if (again.kind === 'not-reached') return { ...kept, reproduced: '1/1' };
  return { ...kept, reproduced: shows(again) === undefined ? '1/2' : '2/2' };
}

function failureEvent(run: RunState, smallest: Smallest): FailureEvent {
  const { check, finding, fingerprint, sent, reproduced } = smallest;
  const { case: testCase, request } = sent.exchange;
  const example = run.recorder.record(sent.exchange, true);
  return {
    kind: 'failure',
    operation: testCase.operation.id,
    phase: testCase.phase,
    id: shortId(fingerprint),
    fingerprint,
    code: check.code,
    check: check.name,
    severity: check.severity,
    title: finding.title,
    detail: finding.detail,
    sentence: failureSentence(testCase, run.options.refusals),
    twin: sent.isPlainRefused ? '' : twinSentence(plainBeside(run, sent), testCase),
    at: finding.at,
    answerFrame: answerFrame(example.outcome, finding.at),
    place: finding.place,
    location: run.api.documents.locate(finding.place),
    frame: run.api.documents.frame(finding.place),
    keyword: finding.keyword,
    expected: finding.expected,
    actual: finding.actual,
    example,
    curl: run.voice.curl(request, testCase),
    reproduced,
  };
}
