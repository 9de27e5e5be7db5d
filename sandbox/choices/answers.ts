// Other frames of answers: bodies, envelopes and headers.
import { around, answering, editing } from '../faults/bind.ts';
import { editReply, jsonOf, memberOf, OMIT } from '../faults/edit-json.ts';
import { json, type Reply, type ReplyHeaders } from '../http/reply.ts';
import type { OtherChoice } from './choice.ts';

const SILENT = [
  'CreateTicketFromTweet',
  'OpenTicketInAgentBrowser',
  'MakeTicketCommentPrivate',
  'MakeTicketCommentPrivateFromAudits',
  'MarkTicketAsSpamAndSuspendRequester',
];
const PEOPLE = ['ListTicketCollaborators', 'ListTicketEmailCCs', 'ListTicketFollowers'];
const WITH_AUDIT = ['TicketImport', 'CreateTicketOrVoicemailTicket'];
const NOTHING = { body: { kind: 'none' } } as const;

export const ANSWER_CHOICES: readonly OtherChoice[] = [
  {
    name: 'silence-has-no-content',
    sentence: 'Routes that answer nothing answer no byte in place of {}.',
    how: () =>
      answering(SILENT, (reply) => (reply.status < 300 ? { ...reply, ...NOTHING } : reply)),
  },
  {
    name: 'tags-removed-without-content',
    sentence: 'Taking tags away is answered 204.',
    how: () => answering(['DeleteTagsTicket'], (reply) => ({ ...reply, status: 204, ...NOTHING })),
  },
  {
    name: 'rating-in-a-list',
    sentence: 'A rating is answered in a list of one.',
    how: () =>
      editing(['CreateTicketSatisfactionRating'], 'satisfaction_rating', (rating) => [rating]),
  },
  {
    name: 'relations-without-address',
    sentence: 'What a ticket is related to has no url.',
    how: () => editing(['TicketRelatedInformation'], 'ticket_related.url', () => OMIT),
  },
  {
    name: 'people-in-brief',
    sentence: 'People lists are no pages, and name number and name alone, those in copy as text.',
    how: () =>
      answering(PEOPLE, (reply, { operation }) => {
        const users = memberOf(jsonOf(reply), 'users') as readonly Brief[];
        const isText = operation === 'ListTicketEmailCCs';
        return json(200, {
          users: users.map(({ id, name }) => ({ id: isText ? String(id) : id, name })),
        });
      }),
  },
  {
    name: 'no-audit-of-imports-and-calls',
    sentence:
      'Importing a ticket or making one of a call answers the ticket alone, and no Location.',
    how: () =>
      answering(WITH_AUDIT, ({ body, headers, ...reply }) =>
        editReply({ ...reply, headers: withoutLocation(headers), body }, 'audit', () => OMIT),
      ),
  },
  {
    name: 'no-audit-of-no-change',
    sentence: 'An update that changes nothing answers no audit.',
    how: () =>
      answering(['UpdateTicket'], (reply) =>
        editReply(reply, 'audit', (audit) =>
          (memberOf(audit, 'events') as readonly unknown[]).length === 0 ? OMIT : audit,
        ),
      ),
  },
  {
    name: 'macro-fields-as-one',
    sentence: 'The preview of a macro shows one field in the place of the list.',
    how: () =>
      editing(['ShowTicketAfterChanges'], 'result.ticket.fields', (fields) =>
        Array.isArray(fields) ? ((fields as readonly unknown[])[0] ?? []) : fields,
      ),
  },
  {
    name: 'old-limit-headers',
    sentence: 'Limits are told by the header names of 2023.',
    how: () => ({
      reply: (_request, reply) => ({ ...reply, headers: withOldNames(reply.headers) }),
    }),
  },
  {
    name: 'export-ends-with-nothing',
    sentence: 'An empty page of the export by time has no end and no next page.',
    how: () =>
      answering(['IncrementalTicketExportTime'], (reply) => {
        if (memberOf(jsonOf(reply), 'count') !== 0) return reply;
        return editReply(
          editReply(reply, 'end_time', () => null),
          'next_page',
          () => null,
        );
      }),
  },
  {
    name: 'jobs-without-type',
    sentence: 'Jobs have no job_type.',
    how: () => ({ reply: (_request, reply) => onJobs(reply, 'job_type', () => OMIT) }),
  },
  {
    name: 'job-results-in-other-words',
    sentence: 'Results of deletions, merges, spam and failures are worded otherwise.',
    how: () => ({
      reply: (_request, reply) =>
        onJobs(reply, 'results', (results) =>
          Array.isArray(results) ? results.map(inOtherWords) : results,
        ),
    }),
  },
  {
    name: 'job-done-at-first-poll',
    sentence: 'A job is done when it is first polled.',
    how: () =>
      around(['ShowJobStatus'], (call, next) => {
        const job = call.desk.jobs.get(call.params['job_id'] ?? '');
        if (job !== undefined) call.desk.jobs.set(job.id, { ...job, polls: job.polls + 9 });
        return next(call);
      }),
  },
];

interface Brief {
  readonly id: number;
  readonly name: string;
}

function withoutLocation(headers: ReplyHeaders): ReplyHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'location'));
}

function withOldNames(headers: ReplyHeaders): ReplyHeaders {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name
        .replace(/^ratelimit-limit$/, 'rate-limit')
        .replace(/^ratelimit-/, 'rate-limit-')
        .replace(/^zendesk-ratelimit-/, 'zendesk-rate-limit-'),
      value,
    ]),
  );
}

function onJobs(reply: Reply, member: string, edit: (value: unknown) => unknown): Reply {
  return editReply(
    editReply(reply, `job_status.${member}`, edit),
    `job_statuses.*.${member}`,
    edit,
  );
}

function inOtherWords(result: unknown): unknown {
  if (memberOf(result, 'error') !== undefined) {
    const [id, index] = [memberOf(result, 'id'), memberOf(result, 'index')];
    return { ...(id === undefined ? {} : { id }), index, error: 'Failed', details: 'It failed' };
  }
  return memberOf(result, 'status') === 'Deleted'
    ? { id: memberOf(result, 'id'), action: 'destroy', status: 'Destroyed', success: true }
    : result;
}
