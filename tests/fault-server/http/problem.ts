/** How every refusal is told: problem details, with a complaint a place (RFC 9457). */
import type { Complaint } from '../rules/rule.ts';
import { writeJson } from './json.ts';
import { reply, type HeaderField, type Reply } from './message.ts';

const TITLES = {
  400: 'The request is not as described',
  401: 'Who asks is not known',
  404: 'There is no such thing',
  405: 'That cannot be done here',
  406: 'It cannot be told that way',
  413: 'The body is too large',
  415: 'That kind of body is not read here',
} as const;

type RefusalStatus = keyof typeof TITLES;

/** @returns a refusal as application/problem+json. */
export function problem(
  status: RefusalStatus,
  told: {
    readonly complaints?: readonly Complaint[];
    readonly headers?: readonly HeaderField[];
  } = {},
): Reply {
  const { complaints = [], headers = [] } = told;
  const body = writeJson({
    type: 'about:blank',
    title: TITLES[status],
    status,
    ...(complaints.length === 0 ? {} : { complaints: complaints.map((one) => ({ ...one })) }),
  });
  return reply(status, [['Content-Type', 'application/problem+json'], ...headers], body);
}
