/**
 * A request without a parameter or body that the description requires is refused. A default for what
 * is required says that its absence is understood after all, and accuses nobody.
 */
import type { Member } from '../cases/intent.ts';
import type { Api, Operation } from '../spec/api.ts';
import { pointerTokens } from '../spec/place.ts';
import type { PreparedRequest } from '../wire/request.ts';
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { readStatus, refusalsOf } from './refusal-statuses.ts';
import { TAKES_ANYTHING } from './malformed-body.ts';
import { refusalVerdict } from './refusal-verdict.ts';
import { schemaStandingAt } from './schema-standing-at.ts';
import { fail, NOT_ENFORCED, skipped } from './verdict.ts';

export const missingRequiredAccepted: Check = {
  code: 'A203',
  name: 'missing-required-accepted',
  summary: 'A request without a required parameter or body is refused.',
  source: 'OAS 3.1.0, sections 4.8.12 and 4.8.13 (required)',
  defaultSeverity: 'medium',
  appliesTo: ({ kind }) => kind === 'missing-required',
  judge: judgeAnswerOf(
    ({ status }, { case: { operation, intent, deviation }, request }, context) => {
      if (intent.kind !== 'missing-required') return skipped('nothing is missing');
      if (!intent.enforced) return NOT_ENFORCED;
      const { member } = intent;
      if (isThere(member, request)) return skipped('headers or a credential of the run carry it');
      if (hasDefault(member, operation, context.api)) return skipped('it has a default');
      const { refusals } = context;
      const said = readStatus('missing-required-accepted', { status, operation, refusals });
      if (said !== 'accepted') return refusalVerdict(said, status, context);
      return fail({
        title: `A request ${deviation} was accepted`,
        detail: '',
        at: '',
        place: member.place,
        keyword: 'required',
        ...(isWholeBody(member) ? { cause: TAKES_ANYTHING } : {}),
        expected: refusalsOf('missing-required-accepted', operation.id, refusals),
        actual: status,
      });
    },
  ),
};

function isWholeBody({ in: location, pointer }: Member): boolean {
  return location === 'body' && pointer === '';
}

/** What config sends with every request, and where a credential goes, is put back on the way out. */
function isThere({ in: location, pointer }: Member, { headers, target }: PreparedRequest): boolean {
  const [name = ''] = pointerTokens(pointer);
  switch (location) {
    case 'header':
      return headers.some(([field]) => field.toLowerCase() === name.toLowerCase());
    case 'query':
      return new URLSearchParams(target.split('?', 2)[1] ?? '').has(name);
    case 'cookie':
      return headers.some(
        ([field, value]) =>
          field.toLowerCase() === 'cookie' &&
          value.split(';').some((pair) => pair.trim().startsWith(`${name}=`)),
      );
    case 'path':
    case 'body':
      return false;
  }
}

function hasDefault(member: Member, { parameters }: Operation, { documents }: Api): boolean {
  const [name] = pointerTokens(member.pointer);
  const missing = parameters.find((one) => one.in === member.in && one.name === name);
  const schema = missing?.schema;
  if (schema === undefined) return false;
  const standing = schemaStandingAt(schema, documents);
  return standing !== undefined && 'default' in standing.schema;
}
