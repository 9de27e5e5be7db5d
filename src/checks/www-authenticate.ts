/**
 * A 401 says how to authenticate: it must carry WWW-Authenticate (RFC 9110, section 15.5.2). Where
 * the description requires the header as well, response-headers is the one to say it.
 */
import type { Api, Operation } from '../spec/api.ts';
import type { Place } from '../spec/place.ts';
import { judgeAnswerOf } from './answer-check.ts';
import { answersOperation } from './answers-operation.ts';
import type { Check } from './check.ts';
import { demandsHeader } from './demands-header.ts';
import { headerLines } from './header-lines.ts';
import { fail, PASS, skipped } from './verdict.ts';

const NAME = 'WWW-Authenticate';

export const wwwAuthenticate: Check = {
  code: 'A307',
  name: 'www-authenticate',
  summary: 'A 401 carries WWW-Authenticate.',
  source: 'RFC 9110, sections 11.6.1 and 15.5.2',
  defaultSeverity: 'low',
  appliesTo: () => true,
  judge: judgeAnswerOf((answer, exchange, context) => {
    const { operation } = exchange.case;
    if (answer.status !== 401) return skipped('only a 401 must carry it');
    if (headerLines(answer, NAME).length > 0) return PASS;
    if (answersOperation(exchange.case.intent) && demandsHeader(NAME, answer, exchange, context)) {
      return skipped('response-headers says so');
    }
    return fail({
      title: 'A 401 came without WWW-Authenticate',
      detail: '',
      at: 'header:WWW-Authenticate',
      place: schemePlace(operation, context.api),
      keyword: 'missing',
      expected: 'a header WWW-Authenticate',
      actual: null,
    });
  }),
};

/** The scheme is what a server forgets to name, in every operation that it guards: one cause. */
function schemePlace({ security, place }: Operation, { securitySchemes }: Api): Place {
  const [name] = security.flatMap((needed) => Object.keys(needed));
  return (name === undefined ? undefined : securitySchemes[name]?.place) ?? place;
}
