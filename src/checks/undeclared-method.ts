/**
 * A method that the path does not declare is refused as such. 401 and 403 come before routing where
 * the path is secured; 404 says the same of a method that no operation of the API has, or of a
 * record that is not there.
 */
import type { Api } from '../spec/api.ts';
import { matchMediaType } from '../wire/media-type.ts';
import { judgeAnswerOf } from './answer-check.ts';
import type { Check, JudgeContext } from './check.ts';
import { headerLines } from './header-lines.ts';
import { isRefusal, refusalsOf } from './refusal-statuses.ts';
import type { Answer, Exchange } from '../transport/exchange.ts';
import { fail, PASS, skipped, type Verdict } from './verdict.ts';

export const undeclaredMethod: Check = {
  code: 'A302',
  name: 'undeclared-method',
  summary: 'A method that the path does not declare is refused with 405.',
  source: 'RFC 9110, section 15.5.6',
  defaultSeverity: 'medium',
  appliesTo: ({ kind }) => kind === 'undeclared-method',
  judge: judgeAnswerOf((answer, exchange, context) => {
    const { operation, intent } = exchange.case;
    const { status } = answer;
    if (intent.kind !== 'undeclared-method') return skipped('the method is declared');
    if (isRefusal('undeclared-method', status, operation.id, context.refusals)) return PASS;
    const { method } = intent;
    const acquitted = acquittal(answer, exchange, context, method);
    if (acquitted !== undefined) return acquitted;
    return fail({
      title: `${method} ${operation.path} is not declared, and was answered with ${String(status)}`,
      detail: '',
      at: '',
      place: operation.place,
      keyword: status === 404 ? '404' : method,
      // A router that knows no 405 knows it nowhere.
      ...(status === 404 ? { scope: 'target' } : {}),
      expected: refusalsOf('undeclared-method', operation.id, context.refusals),
      actual: status,
    });
  }),
};

function acquittal(
  answer: Answer,
  { case: { operation } }: Exchange,
  { api, control }: JudgeContext,
  method: string,
): Verdict | undefined {
  const { status } = answer;
  const isSecured = operation.security.length > 0;
  if (isSecured && (status === 401 || status === 403)) return PASS;
  if (status >= 300 && status < 400) return skipped('a redirect leads elsewhere');
  if (status === 404) {
    if (!api.operations.some((other) => other.method === method)) return PASS;
    // Where the path names a record, its absence is what 404 speaks of, unless it is known to be there.
    if (operation.path.includes('{') && control === undefined) {
      return { kind: 'not-reached', why: { reason: 'control refused', detail: 'status 404' } };
    }
  }
  if (isPageOfAnotherKind(answer, api)) return skipped('a web page, and no answer of the API');
  return undefined;
}

/** The start page that a server of web applications gives for any address. */
function isPageOfAnotherKind(answer: Answer, { operations }: Api): boolean {
  const isPage = headerLines(answer, 'content-type').some((line) =>
    matchMediaType('text/html', line),
  );
  if (!isPage || answer.status !== 200) return false;
  const declared = operations.flatMap(({ responses }) =>
    responses.flatMap(({ content }) => content),
  );
  return !declared.some(({ type }) => matchMediaType(type, 'text/html'));
}
