/**
 * A 405 says which methods there are, and does not name the one it refused. HEAD and OPTIONS go
 * without saying on both sides.
 */
import { methodsOf } from '../cases/undeclared-methods.ts';
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { headerLines } from './header-lines.ts';
import { fail, PASS, skipped } from './verdict.ts';

const UNSAID: ReadonlySet<string> = new Set(['HEAD', 'OPTIONS', 'TRACE']);

export const allowHeader: Check = {
  code: 'A303',
  name: 'allow-header',
  summary: 'A 405 carries Allow, which lists the declared methods.',
  source: 'RFC 9110, sections 10.2.1 and 15.5.6',
  defaultSeverity: 'low',
  appliesTo: ({ kind }) => kind === 'undeclared-method',
  judge: judgeAnswerOf((answer, { case: { operation, intent } }, { api }) => {
    if (answer.status !== 405) return skipped('only a 405 must carry Allow');
    const lines = headerLines(answer, 'allow');
    const allowed = lines
      .flatMap((line) => line.split(','))
      .map((method) => method.trim().toUpperCase())
      .filter((method) => method !== '' && !UNSAID.has(method));
    const declared = [...methodsOf(operation, api)].filter((method) => !UNSAID.has(method));
    const about = { detail: '', at: 'header:Allow', place: operation.place, expected: declared };
    if (lines.length === 0) {
      const title = 'A 405 came without an Allow header';
      return fail({ ...about, title, keyword: 'missing', actual: null });
    }
    const refused = intent.kind === 'undeclared-method' ? intent.method : '';
    const isWrong =
      allowed.includes(refused) || declared.some((method) => !allowed.includes(method));
    if (!isWrong) return PASS;
    const title = `Allow lists ${allowed.join(', ') || 'nothing'}; declared: ${declared.join(', ')}`;
    return fail({ ...about, title, keyword: 'list', actual: allowed });
  }),
};
