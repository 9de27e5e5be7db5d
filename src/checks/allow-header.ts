/**
 * A 405 says which methods there are, and does not name the one it refused; where an answer to
 * OPTIONS says so, it says the same. HEAD and OPTIONS go without saying on both sides, and what a
 * sibling template declares may be named, for the same URL matches it.
 */
import { methodsOf } from '../cases/undeclared-methods.ts';
import type { Api, Operation } from '../spec/api.ts';
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { headerLines } from './header-lines.ts';
import { fail, PASS, skipped } from './verdict.ts';

/** Methods of descriptions, but for those that go without saying. */
const SAID: ReadonlySet<string> = new Set(['GET', 'PUT', 'POST', 'DELETE', 'PATCH']);

export const allowHeader: Check = {
  code: 'A303',
  name: 'allow-header',
  summary: 'A 405 carries Allow, which lists the declared methods.',
  source: 'RFC 9110, sections 9.3.7, 10.2.1 and 15.5.6',
  defaultSeverity: 'low',
  appliesTo: () => true,
  judge: judgeAnswerOf((answer, { case: { operation }, request }, { api }) => {
    const mustCarry = answer.status === 405;
    if (!mustCarry && request.method !== 'OPTIONS') return skipped('only a 405 must carry Allow');
    const lines = headerLines(answer, 'allow');
    const declared = [...methodsOfPath(operation, api)];
    const about = { detail: '', at: 'header:Allow', place: operation.place, expected: declared };
    if (lines.length === 0) {
      if (!mustCarry) return skipped('an answer to OPTIONS need not carry Allow');
      const title = 'A 405 came without an Allow header';
      return fail({ ...about, title, keyword: 'missing', scope: 'target', actual: null });
    }
    const allowed = methodsIn(lines);
    const permitted = methodsOf(operation, api);
    const isRight =
      !(mustCarry && allowed.includes(request.method)) &&
      declared.every((method) => allowed.includes(method)) &&
      allowed.every((method) => permitted.has(method));
    if (isRight) return PASS;
    const title = `Allow lists ${allowed.join(', ') || 'nothing'}; declared: ${declared.join(', ')}`;
    const isTooShort = allowed.every((method) => declared.includes(method));
    return fail({
      ...about,
      title,
      // A router that names the methods of one route alone does so for every path.
      ...(isTooShort ? { keyword: 'some only', scope: 'target' } : { keyword: 'list' }),
      actual: allowed,
    });
  }),
};

function methodsOfPath({ path }: Operation, api: Api): ReadonlySet<string> {
  const own = api.operations.filter((other) => other.path === path);
  return new Set(own.map(({ method }) => method).filter((method) => SAID.has(method)));
}

function methodsIn(lines: readonly string[]): readonly string[] {
  const methods = lines.flatMap((line) => line.split(',')).map((method) => method.trim());
  return [...new Set(methods.map((method) => method.toUpperCase()))].filter((method) =>
    SAID.has(method),
  );
}
