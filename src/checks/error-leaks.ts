/**
 * A refusal tells the client what it did, not what the server is made of: stack traces, SQL and
 * file paths of eight ecosystems. Only what a client did not send counts.
 */
import type { PreparedRequest } from '../wire/request.ts';
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { LEAKS } from './leaks.ts';
import { textOf } from './text-of.ts';
import { fail, PASS, skipped } from './verdict.ts';

/** A trace begins near the top of an answer. */
const SEARCHED_LENGTH = 256 * 1024;

export const errorLeaks: Check = {
  code: 'A308',
  name: 'error-leaks',
  summary: 'An error answer shows no stack trace, no SQL and no path of the server.',
  source: 'OWASP API Security Top 10 2023, API8; CWE-209',
  defaultSeverity: 'medium',
  appliesTo: () => true,
  judge: judgeAnswerOf(({ status }, { case: { operation }, request }, { body }) => {
    if (status < 400) return skipped('no error');
    const text = textOf(body).slice(0, SEARCHED_LENGTH);
    if (text === '') return skipped('no text');
    const sent = sentText(request);
    const leak = LEAKS.map(({ what, pattern }) => ({ what, found: pattern.exec(text)?.[0] })).find(
      ({ found }) => found !== undefined && !sent.includes(found.trim()),
    );
    if (leak?.found === undefined) return PASS;
    return fail({
      title: `The error answer shows ${leak.what}`,
      detail: '',
      at: '',
      place: operation.place,
      keyword: leak.what,
      expected: 'an error that says nothing of the server',
      actual: leak.found.trim().slice(0, 200),
    });
  }),
};

/** What the request itself said is no secret of the server's. */
function sentText({ target, headers, body }: PreparedRequest): string {
  const fields = headers.map(([, value]) => value);
  const sent = body === undefined ? '' : Buffer.from(body).toString('utf8');
  return [target, decoded(target), ...fields, sent, decodedStrings(sent)].join('\n');
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target.replaceAll('+', ' '));
  } catch {
    return target;
  }
}

/** A JSON body as its strings read: an answer quotes them without escapes. */
function decodedStrings(sent: string): string {
  try {
    return textOf({ kind: 'json', value: JSON.parse(sent) as unknown });
  } catch {
    return decoded(sent);
  }
}
