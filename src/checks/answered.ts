/**
 * The target answers with HTTP, whole, within the time allowed. A fault counts only after the run
 * has sent the same request again by itself: one dropped connection accuses nobody. What is made to
 * go on (a stream of events) or to be large (a download) is no fault for doing so.
 */
import type { Operation } from '../spec/api.ts';
import type { FaultKind } from '../transport/exchange.ts';
import { parseMediaType } from '../wire/media-type.ts';
import type { Check } from './check.ts';
import { fail, PASS, skipped } from './verdict.ts';

const TITLES = {
  timeout: 'No whole answer came in time',
  reset: 'The connection broke before the answer was whole',
  unreachable: 'The target stopped listening',
  tls: 'TLS broke',
  malformed: 'What came back is not well-formed HTTP',
  'too-large': 'The answer is larger than the bound on answers',
  undecodable: 'The answer cannot be decoded as its Content-Encoding says',
} as const satisfies Record<FaultKind, string>;

/** What packs answers is one for all operations, and so is what listens. */
const OF_TARGET: ReadonlySet<FaultKind> = new Set<FaultKind>(['undecodable', 'unreachable']);

const ANY_OF_THEM = 'It had answered before: any of the requests under way may have stopped it.';

export const answered: Check = {
  code: 'A101',
  name: 'answered',
  summary: 'Every request gets a whole, well-formed HTTP answer within the time allowed.',
  source: 'RFC 9112, sections 2.2, 6 and 8',
  defaultSeverity: 'critical',
  appliesTo: () => true,
  judge: ({ case: { operation }, outcome }) => {
    if (outcome.kind === 'answer') return PASS;
    if (outcome.kind === 'held-back') return skipped(outcome.why);
    const { fault, message } = outcome;
    if (fault === 'timeout' && declares(operation, isStream)) return skipped('it answers a stream');
    if (fault === 'too-large' && declares(operation, isDownload)) {
      return skipped('it answers downloads, which may be large');
    }
    return fail({
      title: TITLES[fault],
      detail: fault === 'unreachable' ? `${message} ${ANY_OF_THEM}` : message,
      at: '',
      place: operation.place,
      keyword: fault,
      ...(OF_TARGET.has(fault) ? { scope: 'target' } : {}),
      expected: 'a whole HTTP answer',
      actual: message,
    });
  },
};

function declares({ responses }: Operation, is: (mediaType: string) => boolean): boolean {
  return responses.some(
    ({ status, content }) => /^(2|default)/.test(status) && content.some(({ type }) => is(type)),
  );
}

const STREAMS: ReadonlySet<string> = new Set([
  'text/event-stream',
  'multipart/x-mixed-replace',
  'application/x-ndjson',
  'application/ndjson',
  'application/jsonl',
  'application/json-seq',
]);

function isStream(mediaType: string): boolean {
  const name = parseMediaType(mediaType);
  return name !== undefined && STREAMS.has(`${name.type}/${name.subtype}`);
}

const DOWNLOADS = /^(?:(?:audio|video|image|font)\/|application\/(?:octet-stream|pdf|zip|gzip|x-))/;

function isDownload(mediaType: string): boolean {
  const name = parseMediaType(mediaType);
  return name !== undefined && DOWNLOADS.test(`${name.type}/${name.subtype}`);
}
