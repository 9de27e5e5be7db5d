// Other looks of tickets and audits, wherever they are shown.
import { memberOf, editReply, type Edit } from '../faults/edit-json.ts';
import type { Hooks } from '../faults/hooks.ts';
import type { OtherChoice } from './choice.ts';

export const RECORD_CHOICES: readonly OtherChoice[] = [
  {
    name: 'stamp-in-every-ticket',
    sentence: 'Every ticket has a generated_timestamp, 0 outside of exports.',
    how: () => inTickets((ticket) => ({ generated_timestamp: 0, ...(ticket as object) })),
  },
  {
    name: 'unrated-is-null',
    sentence: 'The satisfaction_rating of an unrated ticket is null.',
    how: () =>
      inTickets((ticket) =>
        memberOf(memberOf(ticket, 'satisfaction_rating'), 'score') === 'unoffered'
          ? { ...(ticket as object), satisfaction_rating: null }
          : ticket,
      ),
  },
  {
    name: 'tags-in-another-order',
    sentence: 'Tags are shown in no order.',
    how: () => ({
      reply: (_request, reply) =>
        TAG_PLACES.reduce((changed, place) => editReply(changed, place, turned), reply),
    }),
  },
  {
    name: 'copies-are-cc-events',
    sentence:
      'Audits tell of people in copy by Cc events, and of followers by FollowerNotification.',
    how: () => inAudits((event) => renamed(event)),
  },
  {
    name: 'skills-leave-no-events',
    sentence: 'Setting skills is told by an event of an unknown type.',
    how: () =>
      inAudits((event) =>
        /AttValsEvent$/.test(String(memberOf(event, 'type')))
          ? { id: memberOf(event, 'id'), type: 'SkillsChange' }
          : event,
      ),
  },
  {
    name: 'merges-by-the-api',
    sentence: 'What a merge writes came by the API, like anything else.',
    how: () => ({
      reply: (_request, reply) =>
        ['audits.*.via', 'audit.via', 'comments.*.via'].reduce(
          (changed, place) =>
            editReply(changed, place, (via) =>
              memberOf(via, 'channel') === 'system'
                ? { channel: 'api', source: { from: {}, to: {}, rel: null } }
                : via,
            ),
          reply,
        ),
    }),
  },
];

const TAG_PLACES = ['tags', 'ticket.tags', 'tickets.*.tags'] as const;

const turned: Edit = (tags) =>
  Array.isArray(tags) ? [...(tags as readonly unknown[])].reverse() : tags;

function inTickets(edit: Edit): Hooks {
  return {
    reply: (_request, reply) => editReply(editReply(reply, 'ticket', edit), 'tickets.*', edit),
  };
}

function inAudits(edit: Edit): Hooks {
  return {
    reply: (_request, reply) =>
      editReply(editReply(reply, 'audit.events.*', edit), 'audits.*.events.*', edit),
  };
}

const OTHER_TYPES: Readonly<Record<string, string>> = {
  EmailCcChange: 'Cc',
  FollowerChange: 'FollowerNotification',
};

function renamed(event: unknown): unknown {
  const type = OTHER_TYPES[String(memberOf(event, 'type'))];
  if (type === undefined) return event;
  return { id: memberOf(event, 'id'), type, recipients: [] };
}
